package io.cloudshop.products.outbox;

import io.cloudshop.outbox.DeadLetterOperations;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** What the operations of {@link DeadLetterResource} are called in the API document. */
@OpenApiFilter(stages = RunStage.BUILD, priority = DeadLetterOperations.FIRST)
public class ProductDeadLetters extends DeadLetterOperations implements OASFilter {

    public ProductDeadLetters() {
        super("ProductDeadLetter", "Changes of products");
    }

    @Override
    protected void describeList(Operation list) {
        super.describeList(list);
        list.getResponses()
                .addAPIResponse(
                        "422",
                        OASFactory.createAPIResponse().description("Well-formed but not acceptable; see violations"));
    }
}
