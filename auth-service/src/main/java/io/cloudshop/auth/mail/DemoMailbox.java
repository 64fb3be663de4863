package io.cloudshop.auth.mail;

import io.cloudshop.defaults.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the latest mail of a shop on somebody's own machine in memory, for an hour. Thread-safe. */
@ApplicationScoped
class DemoMailbox implements MailSender {

    static final int MOST = 100;
    static final Duration KEPT = Duration.ofHours(1);

    /** Newest first. */
    private final Deque<ReceivedMail> received = new ArrayDeque<>();

    private final Clock clock;

    DemoMailbox(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void send(Mail mail) {
        received.addFirst(new ReceivedMail(Ids.next(), mail.to(), mail.subject(), mail.text(), clock.instant()));
        if (received.size() > MOST) {
            received.removeLast();
        }
    }

    synchronized MailboxPage page(int page, int size) {
        Instant oldest = clock.instant().minus(KEPT);
        received.removeIf(mail -> mail.receivedAt().isBefore(oldest));
        List<ReceivedMail> items =
                received.stream().skip((long) page * size).limit(size).toList();
        return new MailboxPage(items, page, size, received.size());
    }
}
