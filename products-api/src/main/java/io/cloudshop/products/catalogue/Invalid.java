package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import java.util.List;
import java.util.Map;

/** Query parameters that can be read but make no sense together: 422 in the shape of every other violation. */
public final class Invalid {

    private Invalid() {}

    public static DomainException of(String parameter, String message) {
        return new DomainException(
                        CommonProblems.INVALID, "The request is well-formed but some values are not acceptable.")
                .with("violations", List.of(Map.of("field", parameter, "message", message)));
    }
}
