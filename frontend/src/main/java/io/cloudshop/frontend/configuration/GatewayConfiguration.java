package io.cloudshop.frontend.configuration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Where browsers find the API. */
@ConfigMapping(prefix = "cloudshop.gateway")
public interface GatewayConfiguration {

    /** Base URL of the gateway as browsers see it; empty for the origin that serves the shop. Default: http://localhost:8080, or by the machine's other name. */
    @WithDefault("http://localhost:8080")
    Optional<URI> url();
}
