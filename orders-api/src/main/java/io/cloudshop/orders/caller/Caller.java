package io.cloudshop.orders.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whoever sent the current request, by their verified token. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    public UUID userId() {
        return UUID.fromString(token.getSubject());
    }
}
