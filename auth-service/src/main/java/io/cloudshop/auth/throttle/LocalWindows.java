package io.cloudshop.auth.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Windows of this process alone. Bounded: of too many, the ones that are used least are forgotten. Thread-safe. */
@ApplicationScoped
class LocalWindows implements Windows {

    private static final long MOST_WINDOWS = 50_000;

    private final Cache<String, Deque<Instant>> attempts;
    private final Clock clock;

    LocalWindows(ThrottleSettings settings, Clock clock) {
        Duration longest = Stream.of(
                        settings.accountWindow(),
                        settings.addressWindow(),
                        settings.registrationWindow(),
                        settings.linkWindow())
                .max(Duration::compareTo)
                .orElseThrow();
        this.attempts = Caffeine.newBuilder()
                .maximumSize(MOST_WINDOWS)
                .expireAfterAccess(longest)
                .build();
        this.clock = clock;
    }

    @Override
    public synchronized Duration admit(List<Window> entered, List<Window> watched) {
        Instant now = clock.instant();
        Duration wait = Stream.concat(entered.stream(), watched.stream())
                .map(window -> untilThereIsRoom(window, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            entered.forEach(window -> attemptsIn(window).addLast(now));
        }
        return wait;
    }

    @Override
    public synchronized void enter(Window window) {
        Deque<Instant> inWindow = attemptsIn(window);
        inWindow.addLast(clock.instant());
        if (inWindow.size() > window.most()) {
            inWindow.removeFirst();
        }
    }

    @Override
    public void clear(List<Window> windows) {
        attempts.invalidateAll(windows.stream().map(Window::key).toList());
    }

    private Duration untilThereIsRoom(Window window, Instant now) {
        Deque<Instant> inWindow = attemptsIn(window);
        Instant oldest = now.minus(window.length());
        while (!inWindow.isEmpty() && !inWindow.peekFirst().isAfter(oldest)) {
            inWindow.removeFirst();
        }
        return inWindow.size() < window.most() ? Duration.ZERO : Duration.between(oldest, inWindow.peekFirst());
    }

    private Deque<Instant> attemptsIn(Window window) {
        return attempts.get(window.key(), key -> new ArrayDeque<>());
    }
}
