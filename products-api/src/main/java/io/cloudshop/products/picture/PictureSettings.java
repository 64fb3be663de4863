package io.cloudshop.products.picture;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What pictures may cost. How many bytes an upload may have is {@code cloudshop.body.larger}. */
@ConfigMapping(prefix = "cloudshop.pictures")
interface PictureSettings {

    /** How many pictures are decoded at the same time, up to 60 MB of heap each. Default 2. */
    @WithDefault("2")
    int decodingsAtOnce();

    /** How many uploads are taken in at the same time, each in memory. Default 8. */
    @WithDefault("8")
    int uploadsAtOnce();

    /** How long an upload waits for its turn before it is answered with 503. Default 5 s. */
    @WithDefault("5s")
    Duration longestWait();

    /** The longest side of a picture as it is kept, pixels. Default 1 600. */
    @WithDefault("1600")
    int mostSide();

    /** How long a picture is kept that nothing shows any more: pages and exports may still have its address. Default 7 days. */
    @WithDefault("7d")
    Duration keepUnused();

    /** How often pictures that nothing shows are looked for; {@code off} never. Default 1 h. */
    @WithDefault("1h")
    String cleaningInterval();

    /** How many pictures one transaction looks at when it cleans. Default 100. */
    @WithDefault("100")
    int cleaningBatch();
}
