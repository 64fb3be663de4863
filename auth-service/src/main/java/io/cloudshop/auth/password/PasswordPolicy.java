package io.cloudshop.auth.password;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes a password acceptable: long, not among the common ones, not the account's own address. */
@ApplicationScoped
public class PasswordPolicy {

    public static final int MIN_LENGTH = 12;
    public static final int MAX_LENGTH = 128;

    private final CommonPasswords common;

    PasswordPolicy(CommonPasswords common) {
        this.common = common;
    }

    /** Refuses a weak password as the value of that field of the request. */
    public void require(String field, TypedPassword password, String email) {
        weakness(password, email).ifPresent(message -> refuse(field, message));
    }

    /** Refuses what is longer than any password, before anybody hashes it. */
    public void requirePossible(String field, TypedPassword password) {
        tooLong(password).ifPresent(message -> refuse(field, message));
    }

    /** What is wrong with the password, as the end of a sentence; empty where it is acceptable. */
    public Optional<String> weakness(TypedPassword password, String email) {
        if (password.length() < MIN_LENGTH) {
            return Optional.of("must have at least " + MIN_LENGTH + " characters");
        }
        return tooLong(password).or(() -> guessable(password.text(), email));
    }

    private static Optional<String> tooLong(TypedPassword password) {
        return password.length() > MAX_LENGTH
                ? Optional.of("must have at most " + MAX_LENGTH + " characters")
                : Optional.empty();
    }

    private Optional<String> guessable(String password, String email) {
        if (common.contains(password)) {
            return Optional.of("is one of the passwords that are tried first; choose a less common one");
        }
        if (password.equalsIgnoreCase(email)) {
            return Optional.of("must not be your email address");
        }
        return Optional.empty();
    }

    private static void refuse(String field, String message) {
        throw new DomainException(CommonProblems.INVALID, "The password is not acceptable; see violations.")
                .with("violations", List.of(Map.of("field", field, "message", message)));
    }
}
