package io.cloudshop.auth.mail;

import io.cloudshop.outbox.DestinationUnavailableException;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Hands mail to a mail server (RFC 5321), and waits for its answer for as long as the settings say. */
@ApplicationScoped
class SmtpMailSender implements MailSender {

    private final ReactiveMailer mailer;
    private final MailSettings settings;

    SmtpMailSender(ReactiveMailer mailer, MailSettings settings) {
        this.mailer = mailer;
        this.settings = settings;
    }

    @Override
    public void send(Mail mail) {
        io.quarkus.mailer.Mail message = io.quarkus.mailer.Mail.withText(mail.to(), mail.subject(), mail.text())
                .setFrom(settings.from().orElseThrow())
                // No answer of somebody's holiday (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(message).await().atMost(settings.timeout());
        } catch (RuntimeException failure) {
            throw refusal(failure)
                    .<RuntimeException>map(RefusedMailException::new)
                    .orElseGet(() -> new DestinationUnavailableException("The mail server does not answer", failure));
        }
    }

    /** Why this mail was refused, without what the server says about its recipient; empty where no server answered. */
    private static Optional<String> refusal(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> switch (cause) {
                    case SMTPException answer -> Stream.of("The mail server answered " + answer.getReplyCode());
                    case IllegalArgumentException _ -> Stream.of("An address is none to a mail server");
                    default -> Stream.empty();
                })
                .findFirst();
    }
}
