package io.cloudshop.auth.password;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
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
    public void require(String field, String password, String email) {
        weakness(password, email).ifPresent(message -> {
            throw new DomainException(CommonProblems.INVALID, "The password is too weak; see violations.")
                    .with("violations", List.of(Map.of("field", field, "message", message)));
        });
    }

    /** What is wrong with the password, as the end of a sentence; empty where it is acceptable. */
    public Optional<String> weakness(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of(String.format(Locale.ROOT, "must have at least %d characters", MIN_LENGTH));
        }
        if (length > MAX_LENGTH) {
            return Optional.of(String.format(Locale.ROOT, "must have at most %d characters", MAX_LENGTH));
        }
        if (common.contains(password)) {
            return Optional.of("is one of the passwords that are tried first; choose a less common one");
        }
        if (password.equalsIgnoreCase(email)) {
            return Optional.of("must not be your email address");
        }
        return Optional.empty();
    }
}
