package io.cloudshop.auth.mail;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the mail that would have been sent, newest first. */
@Schema(requiredProperties = {"items", "page", "size", "total"})
record MailboxPage(List<ReceivedMail> items, int page, int size, int total) {}
