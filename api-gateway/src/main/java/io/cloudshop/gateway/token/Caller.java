package io.cloudshop.gateway.token;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.security.AccessToken;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What {@link TokenGate} found out about whoever sent a request, for the steps that come after it. */
public final class Caller {

    private static final String USER = Caller.class.getName() + ".user";
    private static final String REFUSAL = Caller.class.getName() + ".refusal";

    private Caller() {}

    /** The id of the user whose good token came with the request. */
    public static Optional<String> user(RoutingContext context) {
        return Optional.ofNullable(context.get(USER));
    }

    static Optional<DomainException> refusal(RoutingContext context) {
        return Optional.ofNullable(context.get(REFUSAL));
    }

    static void isKnown(RoutingContext context, AccessToken token) {
        context.put(USER, token.subject());
    }

    static void isRefused(RoutingContext context, DomainException problem) {
        context.put(REFUSAL, problem);
    }
}
