package io.cloudshop.auth.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How mail leaves. The mail server's address and credentials are Quarkus' own settings, {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "cloudshop.mail")
public interface MailSettings {

    /** Who mail is from, an email address; without it none is sent. No default. */
    Optional<String> from();

    /** Keeps mail for everybody to read instead of sending it; refused outside the local profiles. Default false. */
    @WithDefault("false")
    boolean mailbox();

    /** How long the mail server may take for one mail; below the outbox' publish-timeout. Default 10 s. */
    @WithDefault("10s")
    Duration timeout();
}
