package io.cloudshop.auth.mail;

import io.cloudshop.outbox.DestinationUnavailableException;

/** Takes a mail to whoever delivers it. */
interface MailSender {

    /**
     * Returns when somebody else answers for the mail.
     *
     * @throws DestinationUnavailableException when nobody takes mail at the moment
     * @throws RefusedMailException when this one is not taken
     */
    void send(Mail mail);
}
