package io.cloudshop.auth.mail;

import io.cloudshop.auth.profile.LocalProfile;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** No start with a mailbox that everybody can read outside the local profiles. */
@ApplicationScoped
class MailCheck {

    private static final Logger LOG = Logger.getLogger(MailCheck.class);

    private final MailSettings settings;
    private final boolean local;

    @Inject
    MailCheck(MailSettings settings) {
        this(settings, LocalProfile.isActive());
    }

    MailCheck(MailSettings settings, boolean local) {
        this.settings = settings;
        this.local = local;
    }

    void ensure(@Observes StartupEvent event) {
        ensure();
    }

    void ensure() {
        if (settings.mailbox() && !local) {
            throw new ConfigurationException("auth-service cannot start: CLOUDSHOP_MAIL_MAILBOX is true, and everybody"
                    + " could set everybody's password.");
        }
        if (!settings.mailbox() && settings.from().isEmpty()) {
            LOG.info("No mail can be sent, since CLOUDSHOP_MAIL_FROM is not set: forgotten passwords stay forgotten");
        }
    }
}
