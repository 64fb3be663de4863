package io.cloudshop.auth.reset;

/**
 * What the outbox keeps of a request until the mail is on its way, or until nobody turns out to have the address. Without a
 * token: that is made when the mail is.
 *
 * @param email as it was typed
 */
record RequestedReset(String email, MailLanguage language) {

    static final String TYPE = "PasswordResetRequested";

    @Override
    public String toString() {
        return TYPE;
    }
}
