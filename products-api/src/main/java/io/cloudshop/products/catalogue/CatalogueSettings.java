package io.cloudshop.products.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What replicas keep in memory of the catalogue. */
@ConfigMapping(prefix = "cloudshop.catalogue.cache")
interface CatalogueSettings {

    /** How long a product, or the length of a list, may be served as it was; mostly it is milliseconds. Default 2 s. */
    @WithDefault("2s")
    Duration timeToLive();

    /** The same for how many products each category has. Default 10 s. */
    @WithDefault("10s")
    Duration categoriesTimeToLive();

    /** How many products are kept, some kilobytes each. Default 2 000. */
    @WithDefault("2000")
    long products();
}
