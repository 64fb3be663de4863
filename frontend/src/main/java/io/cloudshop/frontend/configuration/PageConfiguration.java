package io.cloudshop.frontend.configuration;

/**
 * What the page in the browser has to know before it starts.
 *
 * @param apiBaseUrl base URL of the API without a trailing slash; empty for the page's own origin
 * @param mailbox whether there is a page with the mail that this shop would have sent
 * @param offline whether browsers keep what was seen last, to be read without a connection
 */
public record PageConfiguration(String apiBaseUrl, boolean mailbox, boolean offline) {}
