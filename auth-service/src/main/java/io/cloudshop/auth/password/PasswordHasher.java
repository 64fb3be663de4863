package io.cloudshop.auth.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.problem.CommonProblems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id (RFC 9106) hashes of passwords, as PHC strings that carry their own parameters. Only so many are computed at
 * once, so that a flood of logins costs time, never memory; who waits too long is answered 503. Thread-safe.
 *
 * <p>They are computed on threads of their own: on a virtual thread a hash would keep a carrier to itself for as long as
 * it takes, and every other request of the service would wait behind it.
 */
@ApplicationScoped
public class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2Function argon2;
    private final Semaphore turns;
    private final Executor threads;
    private final Duration maxWait;
    private final String hashOfNobody;

    PasswordHasher(HashingConfig config) {
        this.argon2 = Argon2Function.getInstance(
                config.memoryKib(), config.iterations(), config.parallelism(), HASH_BYTES, Argon2.ID);
        int concurrency = config.concurrency().orElse(Runtime.getRuntime().availableProcessors());
        this.turns = new Semaphore(concurrency, true);
        this.threads = Executors.newFixedThreadPool(
                concurrency,
                Thread.ofPlatform().daemon().name("password-hash-", 0).factory());
        this.maxWait = config.maxWait();
        this.hashOfNobody = hash(TypedPassword.of(Ids.next().toString()));
    }

    public String hash(TypedPassword password) {
        return inTurn(() -> Password.hash(password.text())
                .addRandomSalt(SALT_BYTES)
                .with(argon2)
                .getResult());
    }

    public boolean matches(TypedPassword password, String hash) {
        return inTurn(() -> Password.check(password.text(), hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Takes as long as {@link #matches} and says no: for a login to an account that does not exist. */
    public boolean matchesNobody(TypedPassword password) {
        matches(password, hashOfNobody);
        return false;
    }

    /** True where the hash was made with other parameters than today's. */
    public boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(argon2);
    }

    private <T> T inTurn(Supplier<T> work) {
        awaitTurn();
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw CommonProblems.unavailable("Too many people are signing in at the moment; try again.", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommonProblems.unavailable("The service is shutting down; try again.", e);
        }
    }
}
