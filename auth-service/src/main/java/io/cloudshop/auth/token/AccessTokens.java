package io.cloudshop.auth.token;

import io.cloudshop.auth.keys.SigningKey;
import io.cloudshop.auth.keys.SigningKeys;
import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.security.AccessToken;
import io.cloudshop.defaults.security.TokenTerms;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Issues access tokens: JWT signed with RS256, good for 15 minutes. */
@ApplicationScoped
public class AccessTokens {

    private final SigningKeys keys;
    private final TokenTerms terms;
    private final Clock clock;

    AccessTokens(SigningKeys keys, TokenTerms terms, Clock clock) {
        this.keys = keys;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * For a user.
     *
     * @param email what logs and people know them by, the claim {@code upn}
     * @param roles the claim {@code groups}
     * @param sessionEpoch what ends with it ends the token
     */
    public String issue(UUID userId, String email, Collection<String> roles, int sessionEpoch) {
        return sign(claims(userId.toString(), email, roles).claim(AccessToken.SESSION_EPOCH, sessionEpoch));
    }

    /** For a service account. */
    public String issue(String account) {
        return sign(claims(account, account, Set.of(Roles.SERVICE)));
    }

    private JwtClaimsBuilder claims(String subject, String name, Collection<String> roles) {
        Instant now = clock.instant();
        return Jwt.issuer(terms.issuer())
                .subject(subject)
                .upn(name)
                .groups(Set.copyOf(roles))
                .audience(terms.audience())
                .claim("jti", Ids.next().toString())
                .issuedAt(now)
                .expiresAt(now.plus(TokenTerms.LIFETIME));
    }

    private String sign(JwtClaimsBuilder claims) {
        SigningKey key = keys.current();
        return claims.jws().keyId(key.id()).sign(key.privateKey());
    }
}
