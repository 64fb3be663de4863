package io.cloudshop.auth.mail;

import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The way that mail goes in this shop: by SMTP, into the mailbox of a local shop, or not at all. */
@ApplicationScoped
public class Mailing {

    private final Optional<MailSender> sender;

    Mailing(MailSettings settings, SmtpMailSender smtp, DemoMailbox mailbox) {
        this.sender =
                settings.mailbox() ? Optional.of(mailbox) : settings.from().map(_ -> smtp);
    }

    /** Refuses what needs a mail where there is no way for one. */
    public void requirePossible() {
        if (sender.isEmpty()) {
            throw new DomainException(
                    AuthProblems.NO_MAIL, "This shop has no mail server, so that it can send no link.");
        }
    }

    /**
     * Returns when somebody else answers for the mail.
     *
     * @throws io.cloudshop.outbox.DestinationUnavailableException when nobody takes mail at the moment
     * @throws RuntimeException when this one is not taken
     */
    public void send(Mail mail) {
        sender.orElseThrow(() -> new RefusedMailException("This shop has no mail server"))
                .send(mail);
    }
}
