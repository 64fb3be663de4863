package io.cloudshop.gateway.token;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.security.AccessToken;
import io.cloudshop.defaults.security.RevokedTokens;
import io.cloudshop.defaults.security.TokenVerifier;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Decides whether a token is good: at once on the event loop if it was verified a moment ago, else on a worker thread,
 * because the keys may have to be fetched. Fails with the problem to answer.
 */
@ApplicationScoped
class TokenCheck {

    private final TokenVerifier verifier;
    private final VerifiedTokens remembered;
    private final RevokedTokens revoked;
    private final Duration patience;
    private final Vertx vertx;

    TokenCheck(
            TokenVerifier verifier, VerifiedTokens remembered, RevokedTokens revoked, TokenConfig config, Vertx vertx) {
        this.verifier = verifier;
        this.remembered = remembered;
        this.revoked = revoked;
        this.patience = config.patience();
        this.vertx = vertx;
    }

    /** Every token of every request passes here; one that was revoked is as good as unknown, and refused by the verifier. */
    Future<AccessToken> check(String token) {
        Optional<AccessToken> known = remembered.find(token).filter(found -> !revoked.contains(found));
        return known.map(Future::succeededFuture).orElseGet(() -> verify(token));
    }

    private Future<AccessToken> verify(String token) {
        return vertx.executeBlocking(() -> verifier.verify(token), false)
                .onSuccess(verified -> remembered.remember(token, verified))
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
