package io.cloudshop.gateway.token;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.gateway.problem.Problems;
import io.cloudshop.gateway.routing.Route;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Ends requests that no service would accept: with a bad token anywhere, without one where everything needs a user. The
 * services check again, and decide the rest.
 */
@ApplicationScoped
public class TokenGate implements Handler<RoutingContext> {

    private final TokenCheck tokens;

    TokenGate(TokenCheck tokens) {
        this.tokens = tokens;
    }

    @Override
    public void handle(RoutingContext context) {
        Route route = Route.of(context);
        List<String> credentials = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (!route.destination().isUpstream() || isNoMatterOfTokens(route, credentials)) {
            context.next();
        } else if (credentials.isEmpty()) {
            Problems.answer(context, TokenProblems.missing());
        } else {
            check(context, BearerCredentials.token(credentials));
        }
    }

    private static boolean isNoMatterOfTokens(Route route, List<String> credentials) {
        return switch (route.access()) {
            case USERS -> false;
            case ANYONE -> credentials.isEmpty();
            case WHOEVER_SIGNS_IN -> true;
        };
    }

    private void check(RoutingContext context, Optional<String> token) {
        if (token.isEmpty()) {
            Problems.answer(context, TokenProblems.notBearer());
            return;
        }
        // A body that arrives during the check must wait for whoever reads it.
        context.request().pause();
        tokens.check(token.get()).onSuccess(good -> context.next()).onFailure(cause -> refuse(context, cause));
    }

    private static void refuse(RoutingContext context, Throwable cause) {
        if (cause instanceof DomainException problem) {
            Problems.answer(context, problem);
        } else {
            context.fail(cause);
        }
    }
}
