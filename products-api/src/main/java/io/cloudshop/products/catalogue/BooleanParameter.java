package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;

/** A query parameter that is true or false and takes no other word for false. */
public final class BooleanParameter {

    private BooleanParameter() {}

    /** Null where the parameter is absent; 400 where it is anything else. */
    public static Boolean parse(String name, String text) {
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new DomainException(CommonProblems.MALFORMED, name + " must be true or false.");
        };
    }
}
