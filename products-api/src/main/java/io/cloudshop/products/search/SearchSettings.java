package io.cloudshop.products.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long searches wait for the engine, and how its index is watched and made. */
@ConfigMapping(prefix = "cloudshop.search")
interface SearchSettings {

    /** How long a whole search waits for the engine before the database answers. Default 500 ms. */
    @WithDefault("500ms")
    Duration engineTimeout();

    /** How many searches a replica has the database answer at once, of its 20 connections. Default 6. */
    @WithDefault("6")
    int databaseAtOnce();

    /** How long one more waits for its turn. Default 1 s. */
    @WithDefault("1s")
    Duration databaseWait();

    /** How long the database may take for a whole search before whoever searches is told to come back. Default 2 s. */
    @WithDefault("2s")
    Duration databaseTimeout();

    /** How often each replica looks whether the index is there, at least 1 s; {@code off} never. Default 2 s. */
    @WithDefault("2s")
    String checkInterval();

    Rebuild rebuild();

    Drift drift();

    /** How the index is made anew. */
    interface Rebuild {

        /** How often each replica looks for a rebuild to do, at least 1 s; {@code off} never. Default 1 s. */
        @WithDefault("1s")
        String interval();

        /** How many products are read, and written, at once. Default 500. */
        @WithDefault("500")
        int chunk();

        /** How many chunks are written side by side. Default 2. */
        @WithDefault("2")
        int parallelism();

        /** After how long without a sign of life a rebuild counts as failed. Default 20 s. */
        @WithDefault("20s")
        Duration lease();

        /** How long a rebuild may take at most. Default 1 hour. */
        @WithDefault("1h")
        Duration timeLimit();

        /** The longest wait until a lost index is made again after that failed; waits double from 2 s. Default 1 minute. */
        @WithDefault("1m")
        Duration maxBackOff();
    }

    /** How table and index are compared. */
    interface Drift {

        /** How often one of the replicas compares, at least 1 s; {@code off} never. Default 1 minute. */
        @WithDefault("1m")
        String interval();

        /** How long after the start the first comparison is, at least 1 s. Default 30 s. */
        @WithDefault("30s")
        String delay();

        /** How many products one comparison reads where the counts agree. Default 1 000. */
        @WithDefault("1000")
        int sample();
    }
}
