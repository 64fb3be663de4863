package io.cloudshop.gateway.token;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.security.AccessToken;
import io.cloudshop.defaults.security.BearerCredentials;
import io.cloudshop.gateway.routing.Access;
import io.cloudshop.gateway.routing.Route;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses requests that no service would accept: without a good token where everything needs a user, with a bad one where
 * something is to be changed. Whoever reads with a bad token where some is public goes on as if there were none: a
 * visitor whose session ran out still sees the catalogue. The services check again, and decide the rest.
 * {@link Refusals} answers.
 */
@ApplicationScoped
public class TokenGate implements Handler<RoutingContext> {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

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
            end(context, TokenProblems.missing());
        } else {
            check(context, route, BearerCredentials.token(credentials));
        }
    }

    private static boolean isNoMatterOfTokens(Route route, List<String> credentials) {
        return switch (route.access()) {
            case USERS -> false;
            case ANYONE -> credentials.isEmpty();
            case WHOEVER_SIGNS_IN -> true;
        };
    }

    private void check(RoutingContext context, Route route, Optional<String> token) {
        if (token.isEmpty()) {
            refuse(context, route, TokenProblems.notBearer());
            return;
        }
        // A body that arrives during the check must wait for whoever reads it.
        context.request().pause();
        tokens.check(token.get())
                .onSuccess(good -> accept(context, good))
                .onFailure(cause -> refuse(context, route, cause));
    }

    private static void accept(RoutingContext context, AccessToken token) {
        Caller.isKnown(context, token);
        context.next();
    }

    private static void refuse(RoutingContext context, Route route, Throwable cause) {
        if (!(cause instanceof DomainException problem)) {
            context.fail(cause);
        } else if (route.access() == Access.ANYONE
                && READS.contains(context.request().method())) {
            passOn(context, problem);
        } else {
            end(context, problem);
        }
    }

    private static void end(RoutingContext context, DomainException problem) {
        Caller.isRefused(context, problem);
        context.next();
    }

    /** A token that nobody can verify at the moment stays: it may be good, and only what is not public asks for it. */
    private static void passOn(RoutingContext context, DomainException problem) {
        if (problem.type() == CommonProblems.UNAUTHORIZED) {
            context.request().headers().remove(HttpHeaders.AUTHORIZATION);
            context.addHeadersEndHandler(answering -> sayWhatWasWrong(context.response(), problem));
        }
        context.next();
    }

    /** The service did not see the token and could only say that there is none. */
    private static void sayWhatWasWrong(HttpServerResponse response, DomainException problem) {
        if (response.getStatusCode() == problem.type().status()) {
            problem.headers().forEach(response::putHeader);
        }
    }
}
