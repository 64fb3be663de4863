package io.cloudshop.auth.password;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.text.Normalizer;

/**
 * A password as somebody typed it, in the form in which it counts everywhere: the same one typed on another keyboard may
 * arrive in other code points (NIST SP 800-63B, 3.1.1.2), and its characters are code points of that form. Never shown.
 */
public final class TypedPassword {

    /**
     * In UTF-16 units; what is longer has more than {@link PasswordPolicy#MAX_LENGTH} characters in any form, since no
     * character is made of more than four code points. Normalising takes quadratic time, so it is not even begun.
     */
    private static final int LONGEST = 8 * PasswordPolicy.MAX_LENGTH;

    private final String text;

    private TypedPassword(String text) {
        this.text = text;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TypedPassword of(String typed) {
        return new TypedPassword(typed.length() > LONGEST ? typed : Normalizer.normalize(typed, Normalizer.Form.NFKC));
    }

    /** How many characters it has. */
    int length() {
        return text.codePointCount(0, text.length());
    }

    /** What is hashed. */
    String text() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
