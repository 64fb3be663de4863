package io.cloudshop.orders.testing;

import io.cloudshop.defaults.Ids;
import io.cloudshop.testing.TestTokens;
import java.util.List;
import java.util.UUID;

/** Somebody who is signed in. */
public record Customer(UUID id, String token) {

    public static Customer isNew() {
        return withId(Ids.next());
    }

    public static Customer withId(UUID id) {
        return new Customer(id, TestTokens.customer(id));
    }

    /** Somebody who runs the shop. */
    public static Customer admin() {
        UUID id = Ids.next();
        return new Customer(id, TestTokens.signed(TestTokens.claims(id, List.of("customer", "admin"))));
    }

    /** The same person with the token of another login. */
    public Customer signsInAgain() {
        return withId(id);
    }
}
