package io.cloudshop.gateway.token;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.security.AccessToken;
import io.cloudshop.defaults.security.TokenVerifier;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decides whether a token is good: at once on the event loop if it was verified a moment ago, else on a worker thread,
 * because the keys may have to be fetched. Fails with the problem to answer.
 */
@ApplicationScoped
class TokenCheck {

    private final TokenVerifier verifier;
    private final Duration patience;
    private final Vertx vertx;

    TokenCheck(TokenVerifier verifier, TokenConfig config, Vertx vertx) {
        this.verifier = verifier;
        this.patience = config.patience();
        this.vertx = vertx;
    }

    /** Every token of every request passes here; one that was revoked is as good as unknown, and refused by the verifier. */
    Future<AccessToken> check(String token) {
        return verifier.remembered(token).map(Future::succeededFuture).orElseGet(() -> verify(token));
    }

    private Future<AccessToken> verify(String token) {
        return vertx.executeBlocking(() -> verifier.verify(token), false)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .recover(TokenCheck::asProblem);
    }

    private static Future<AccessToken> asProblem(Throwable cause) {
        return Future.failedFuture(
                switch (cause) {
                    case DomainException problem -> problem;
                    case TimeoutException slow ->
                        CommonProblems.unavailable("Tokens cannot be verified at the moment; try again.", slow);
                    case ParseException invalid -> TokenProblems.invalid(invalid);
                    default -> cause;
                });
    }
}
