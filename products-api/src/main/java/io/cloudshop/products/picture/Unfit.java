package io.cloudshop.products.picture;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import java.util.List;
import java.util.Map;

/** What cannot become a picture of the shop: 422 in the shape of every other violation. */
final class Unfit {

    private Unfit() {}

    static DomainException because(String message) {
        return because(message, null);
    }

    static DomainException because(String message, Throwable cause) {
        return new DomainException(CommonProblems.INVALID, "The picture cannot be used: it " + message + ".", cause)
                .with("violations", List.of(Map.of("field", "picture", "message", message)));
    }
}
