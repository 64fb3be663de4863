package io.cloudshop.frontend.configuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the page has in some environments alone. */
@ConfigMapping(prefix = "cloudshop.features")
public interface PageFeatures {

    /** A page that shows the mail which auth-service keeps (CLOUDSHOP_MAIL_MAILBOX) instead of sending it. Default false. */
    @WithDefault("false")
    boolean mailbox();
}
