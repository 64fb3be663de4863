package io.cloudshop.frontend.configuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the page has in some environments alone. */
@ConfigMapping(prefix = "cloudshop.features")
public interface PageFeatures {

    /** A page that shows the mail which auth-service keeps (CLOUDSHOP_MAIL_MAILBOX) instead of sending it. Default false. */
    @WithDefault("false")
    boolean mailbox();

    /**
     * A service worker that keeps the page and what was seen last, to be read without a connection. Where it is switched off
     * (CLOUDSHOP_FEATURES_OFFLINE), browsers remove the one that they have, and all that it has kept, at the next visit. Default true.
     */
    @WithDefault("true")
    boolean offline();
}
