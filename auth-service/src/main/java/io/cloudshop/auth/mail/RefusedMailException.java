package io.cloudshop.auth.mail;

/** The mail server does not take a mail. Says nothing of its recipient: the reason is kept and logged. */
class RefusedMailException extends RuntimeException {

    RefusedMailException(String reason) {
        super(reason);
    }
}
