package io.cloudshop.defaults;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.util.UUID;

/** Identifiers of everything we store: UUID version 7 (RFC 9562), so that they sort by time. Thread-safe. */
public final class Ids {

    private static final NoArgGenerator VERSION_7 = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID next() {
        return VERSION_7.generate();
    }

    /** What no identifier that is made at this moment or later is less than, as PostgreSQL compares them. */
    public static UUID earliestOf(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }
}
