package io.cloudshop.auth.outbox;

import io.cloudshop.outbox.DeadLetterOperations;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;

/** What the operations of {@link DeadLetterResource} are called in the API document. */
@OpenApiFilter(stages = RunStage.BUILD, priority = DeadLetterOperations.FIRST)
public class UserDeadLetters extends DeadLetterOperations implements OASFilter {

    public UserDeadLetters() {
        super("UserDeadLetter", "Mail to users");
    }
}
