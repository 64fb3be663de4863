package io.cloudshop.products.catalogue;

/** A boolean query parameter that takes no other word for false. */
public enum Truth {
    TRUE,
    FALSE;

    public static Truth fromString(String text) {
        return switch (text) {
            case "true" -> TRUE;
            case "false" -> FALSE;
            default -> throw new IllegalArgumentException("neither true nor false: " + text);
        };
    }

    /** Null where the parameter is absent. */
    public static Boolean value(Truth truth) {
        return truth == null ? null : truth == TRUE;
    }
}
