package io.cloudshop.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DemoMailboxTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private Instant now = NOON;

    private final DemoMailbox mailbox = new DemoMailbox(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void mail_comes_in_pages_newest_first() {
        givenMail(5);

        MailboxPage second = mailbox.page(1, 2);

        assertThat(second.items()).extracting(ReceivedMail::subject).containsExactly("3", "2");
        assertThat(second.total()).isEqualTo(5);
        assertThat(mailbox.page(DemoMailbox.MOST, 100).items()).isEmpty();
    }

    @Test
    void of_too_many_the_oldest_goes() {
        givenMail(DemoMailbox.MOST + 1);

        MailboxPage all = mailbox.page(0, 100);

        assertThat(all.total()).isEqualTo(DemoMailbox.MOST);
        assertThat(all.items().getLast().subject()).isEqualTo("2");
    }

    @Test
    void what_is_older_than_an_hour_is_gone() {
        givenMail(1);
        now = NOON.plus(DemoMailbox.KEPT);
        assertThat(mailbox.page(0, 20).total()).isEqualTo(1);

        now = now.plus(Duration.ofSeconds(1));

        assertThat(mailbox.page(0, 20).total()).isZero();
    }

    @Test
    void nothing_shows_what_a_mail_says() {
        Mail mail = new Mail("ada@example.org", "Subject", "secret");
        mailbox.send(mail);

        assertThat(mail + " " + mailbox.page(0, 1)).doesNotContain("secret", "ada");
    }

    private void givenMail(int count) {
        for (int i = 1; i <= count; i++) {
            mailbox.send(new Mail("ada@example.org", String.valueOf(i), "text"));
        }
    }
}
