package io.cloudshop.outbox;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Says in a service's API document what inherited methods cannot say: their operations' names, which are unique among all
 * services, and that they are for admins, which Quarkus documents only for methods that a resource declares itself.
 */
public abstract class DeadLetterOperations implements OASFilter {

    /** Before the filter that gives errors their body: the highest runs first. */
    public static final int FIRST = 2;

    private static final String DEAD_LETTERS = "/outbox/dead-letters";
    private static final String NAME = "DeadLetter";

    private final String name;
    private final String events;

    /**
     * @param name what the names of the operations say in the place of {@code DeadLetter}
     * @param events begins a sentence, for example {@code Changes of products}
     */
    protected DeadLetterOperations(String name, String events) {
        this.name = name;
        this.events = events;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.contains(DEAD_LETTERS)) {
                describe(item);
            }
        });
    }

    private void describe(PathItem item) {
        item.getOperations().values().forEach(operation -> {
            operation.operationId(operation.getOperationId().replace(NAME, name));
            requireAdmin(operation);
        });
        if (item.getGET() != null) {
            describeList(item.getGET());
        }
    }

    /** Says what is listed; a service may have more to say. */
    protected void describeList(Operation list) {
        list.summary(events + " that could not be delivered, oldest first");
    }

    private static void requireAdmin(Operation operation) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("bearer", List.of("admin")));
        addIfAbsent(operation.getResponses(), "401", "Not Authorized");
        addIfAbsent(operation.getResponses(), "403", "Not Allowed");
    }

    private static void addIfAbsent(APIResponses responses, String status, String description) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }
}
