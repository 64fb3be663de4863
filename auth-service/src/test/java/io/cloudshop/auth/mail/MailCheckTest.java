package io.cloudshop.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailCheckTest {

    private static final boolean LOCAL = true;
    private static final boolean MAILBOX = true;

    private record Settings(boolean mailbox, Optional<String> from) implements MailSettings {
        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }
    }

    private static final Settings NO_MAIL = new Settings(!MAILBOX, Optional.empty());

    @Test
    void production_does_not_start_with_a_mailbox_for_everybody() {
        assertThatThrownBy(() -> new MailCheck(new Settings(MAILBOX, Optional.of("shop@example.org")), !LOCAL).ensure())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("auth-service cannot start: CLOUDSHOP_MAIL_MAILBOX is true");
    }

    @Test
    void ones_own_machine_does_and_production_without_one() {
        assertThatCode(() -> new MailCheck(new Settings(MAILBOX, Optional.empty()), LOCAL).ensure())
                .doesNotThrowAnyException();
        assertThatCode(() -> new MailCheck(NO_MAIL, !LOCAL).ensure()).doesNotThrowAnyException();
    }

    @Test
    void a_shop_without_a_mail_server_says_so() {
        Mailing mailing = new Mailing(NO_MAIL, null, new DemoMailbox(Clock.systemUTC()));

        assertThatThrownBy(mailing::requirePossible)
                .isInstanceOfSatisfying(DomainException.class, problem -> assertThat(problem.type())
                        .isEqualTo(AuthProblems.NO_MAIL));
    }

    @Test
    void there_is_no_mailbox_to_read_unless_it_is_switched_on() {
        DemoMailbox mailbox = new DemoMailbox(Clock.systemUTC());

        assertThatThrownBy(() -> new MailboxResource(mailbox, NO_MAIL).list(0, 20))
                .isInstanceOfSatisfying(DomainException.class, problem -> assertThat(problem.type())
                        .isEqualTo(CommonProblems.NOT_FOUND));
    }
}
