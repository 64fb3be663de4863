package io.cloudshop.auth.token;

/** The values of a token's claim {@code groups}. */
public final class Roles {

    public static final String CUSTOMER = "customer";
    public static final String ADMIN = "admin";

    /** Another service, never a person. */
    public static final String SERVICE = "service";

    private Roles() {}
}
