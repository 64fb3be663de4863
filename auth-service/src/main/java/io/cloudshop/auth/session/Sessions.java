package io.cloudshop.auth.session;

import io.cloudshop.auth.account.Authenticated;
import io.cloudshop.auth.account.Credentials;
import io.cloudshop.auth.account.UserProfile;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.auth.refresh.RefreshCookie;
import io.cloudshop.auth.refresh.RefreshToken;
import io.cloudshop.auth.refresh.RefreshTokens;
import io.cloudshop.auth.refresh.Rotation;
import io.cloudshop.auth.token.AccessTokens;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemType;
import io.cloudshop.defaults.security.AccessToken;
import io.cloudshop.defaults.security.BearerCredentials;
import io.cloudshop.defaults.security.TokenVerifier;
import io.cloudshop.revocation.Revocations;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** Opens, prolongs and ends sessions. */
@ApplicationScoped
class Sessions {

    private final Credentials credentials;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final TokenVerifier verifier;
    private final Revocations revocations;
    private final RefreshCookie cookie;

    Sessions(
            Credentials credentials,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            TokenVerifier verifier,
            Revocations revocations,
            RefreshCookie cookie) {
        this.credentials = credentials;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.verifier = verifier;
        this.revocations = revocations;
        this.cookie = cookie;
    }

    OpenSession open(Authenticated user) {
        RefreshToken first = refreshTokens.open(user.profile().id(), user.sessionEpoch());
        return session(user.profile(), user.sessionEpoch(), first);
    }

    /** @param token null for none */
    OpenSession refresh(String token) {
        return switch (token == null ? new Rotation.Refused() : refreshTokens.rotate(token)) {
            case Rotation.Rotated rotated -> goOn(rotated);
            case Rotation.Reused _ -> throw reused();
            case Rotation.Refused _ -> throw refused();
        };
    }

    /**
     * @param refreshToken null for none
     * @param authorization headers of that name; an access token in them ends too
     */
    void end(String refreshToken, List<String> authorization) {
        if (refreshToken != null) {
            refreshTokens.end(refreshToken);
        }
        BearerCredentials.token(authorization).ifPresent(this::revoke);
    }

    private void revoke(String accessToken) {
        try {
            AccessToken good = verifier.verify(accessToken);
            revocations.revokeToken(good.id(), good.expiresAt());
        } catch (ParseException noGoodAnyway) {
            // Whoever signs out with a token that has expired wants nothing else.
        }
    }

    private OpenSession goOn(Rotation.Rotated rotated) {
        UserProfile user = credentials
                .stillSignedIn(rotated.userId(), rotated.sessionEpoch())
                .orElseThrow(this::refused);
        return session(user, rotated.sessionEpoch(), rotated.next());
    }

    private OpenSession session(UserProfile user, int epoch, RefreshToken refreshToken) {
        String accessToken = accessTokens.issue(user.id(), user.email(), user.roles(), epoch);
        return new OpenSession(Session.of(accessToken), cookie.of(refreshToken));
    }

    private DomainException reused() {
        return unauthorized(AuthProblems.REFRESH_REUSED, "The refresh token was used before; sign in again.");
    }

    private DomainException refused() {
        return unauthorized(AuthProblems.REFRESH_REFUSED, "There is no session, or it is over; sign in again.");
    }

    private DomainException unauthorized(ProblemType type, String detail) {
        return new DomainException(type, detail)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
