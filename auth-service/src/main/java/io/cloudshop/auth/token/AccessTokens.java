package io.cloudshop.auth.token;

import io.cloudshop.auth.keys.SigningKey;
import io.cloudshop.auth.keys.SigningKeys;
import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.security.TokenTerms;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Issues access tokens: JWT signed with RS256, good for 15 minutes. */
@ApplicationScoped
public class AccessTokens {

    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private final SigningKeys keys;
    private final TokenTerms terms;
    private final Clock clock;

    AccessTokens(SigningKeys keys, TokenTerms terms, Clock clock) {
        this.keys = keys;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @param subject who the token speaks for, the claim {@code sub}
     * @param name what logs and people know the subject by, the claim {@code upn}
     * @param roles the claim {@code groups}
     */
    public String issue(String subject, String name, Collection<String> roles) {
        Instant now = clock.instant();
        SigningKey key = keys.current();
        return Jwt.issuer(terms.issuer())
                .subject(subject)
                .upn(name)
                .groups(Set.copyOf(roles))
                .audience(terms.audience())
                .claim("jti", Ids.next().toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .jws()
                .keyId(key.id())
                .sign(key.privateKey());
    }
}
