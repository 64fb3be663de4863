package io.cloudshop.auth.reset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.auth.account.PasswordRecovery;
import io.cloudshop.auth.account.UserProfile;
import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.mail.Mail;
import io.cloudshop.auth.mail.Mailing;
import io.cloudshop.outbox.OutboxEvent;
import io.cloudshop.outbox.OutboxPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends a link to whoever has the address that somebody typed, and nothing to nobody. A repeat sends another link, which
 * makes the one before void; settings hand it one request at a time, so that a failure repeats no other.
 */
@ApplicationScoped
class ResetLinks implements OutboxPublisher {

    private static final Logger LOG = Logger.getLogger(ResetLinks.class);

    /** Behind the sign that browsers send to no server. */
    private static final String PAGE = "/reset-password#token=";

    private final PasswordRecovery recovery;
    private final ResetTokenRepository tokens;
    private final Mailing mailing;
    private final SecurityEvents events;
    private final ResetSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final String shop;

    /** @param origins those of the shop, scheme, host and port: links lead to the first */
    ResetLinks(
            PasswordRecovery recovery,
            ResetTokenRepository tokens,
            Mailing mailing,
            SecurityEvents events,
            ResetSettings settings,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "cloudshop.shop.origin") List<String> origins) {
        this.recovery = recovery;
        this.tokens = tokens;
        this.mailing = mailing;
        this.events = events;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.shop = origins.getFirst();
    }

    @Override
    public void publish(List<OutboxEvent> requests) {
        Instant oldest = clock.instant().minus(settings.lifetime());
        for (OutboxEvent request : requests) {
            if (request.createdAt().isBefore(oldest)) {
                LOG.warn("A request for a new password came to nothing: no mail could be sent for too long");
            } else {
                send(read(request));
            }
        }
    }

    private void send(RequestedReset request) {
        recovery.find(request.email()).ifPresent(user -> send(user, request.language()));
    }

    private void send(UserProfile user, MailLanguage language) {
        ResetToken token = ResetToken.random();
        tokens.issue(user.id(), token.hash(), clock.instant(), settings.lifetime());
        String text =
                language.text(shop + PAGE + token.text(), settings.lifetime().toMinutes());
        mailing.send(new Mail(user.email(), language.subject(), text));
        events.record(SecurityEventType.PASSWORD_RESET_LINK_SENT, user.id());
    }

    private RequestedReset read(OutboxEvent request) {
        try {
            return json.readValue(request.payload(), RequestedReset.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No request for a new password", e);
        }
    }
}
