package io.cloudshop.auth.mail;

/**
 * A mail to one person, in plain text. What it says may be as good as a password: never shown.
 *
 * @param to an email address
 */
public record Mail(String to, String subject, String text) {

    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}
