package io.cloudshop.defaults.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in the API document what holds for every operation: an error is a problem (RFC 9457). Error responses that an
 * operation describes without a body get that body; all the others are its {@code default} response.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    static final String PROBLEM = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String FIRST_ERROR = "400";

    /** The library's own schemas, which promise less than we keep. */
    private static final List<String> REPLACED = List.of("HttpProblem", "HttpValidationProblem", "Violation");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        REPLACED.forEach(document.getComponents()::removeSchema);
        document.getComponents().addSchema(PROBLEM, ProblemSchema.problem());
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(ProblemResponses::complete));
    }

    private static void complete(Operation operation) {
        Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
        responses.forEach((status, response) -> {
            if (status.compareTo(FIRST_ERROR) >= 0 && saysNothingElse(response)) {
                response.setContent(content());
            }
        });
        if (operation.getResponses().getDefaultValue() == null) {
            operation
                    .getResponses()
                    .setDefaultValue(OASFactory.createAPIResponse()
                            .description("Any error, as a problem (RFC 9457)")
                            .content(content()));
        }
    }

    private static boolean saysNothingElse(APIResponse response) {
        return response.getRef() == null
                && (response.getContent() == null || response.getContent().hasMediaType(MEDIA_TYPE));
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }
}
