package io.cloudshop.auth.reset;

import io.cloudshop.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Takes requests down, whoever they are for: whether there is such an account is looked up after the answer. */
@ApplicationScoped
class ResetRequests {

    private final Outbox outbox;

    ResetRequests(Outbox outbox) {
        this.outbox = outbox;
    }

    @Transactional
    void accept(String email, MailLanguage language) {
        outbox.append(orderOf(email), RequestedReset.TYPE, new RequestedReset(email, language));
    }

    /** Requests for one address are taken one after the other. */
    private static UUID orderOf(String email) {
        return UUID.nameUUIDFromBytes(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
