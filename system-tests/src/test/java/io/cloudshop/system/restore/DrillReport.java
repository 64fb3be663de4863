package io.cloudshop.system.restore;

import io.cloudshop.system.restore.DatabaseServer.WrittenAhead;
import java.time.Duration;
import java.util.Locale;

/**
 * What a restore drill measured.
 *
 * @param orders confirmed before the dump, which wrote so much
 * @param lostOrders confirmed after it
 * @param exposed from the beginning of the dump to the loss: what was written in that time is lost
 * @param recovery from the loss until the books agree and the next order is confirmed
 */
record DrillReport(
        int tables,
        int orders,
        WrittenAhead written,
        Duration dump,
        int lostOrders,
        Duration exposed,
        Duration recovery) {

    /** As docs/numbers.md has it. */
    String markdown() {
        return String.format(
                Locale.ROOT,
                """
                | | |
                |---|---|
                | tables whose rows were compared, all equal | %d |
                | write-ahead log of an order, kB and flushes | %d, %d |
                | dump of three databases, %d orders | %.1f s |
                | lost: what was written after the dump began (RPO) | %d orders, %.1f s |
                | from the loss until the books agree and an order is confirmed (RTO) | %.1f s |
                """,
                tables,
                written.bytes() / 1000 / orders,
                written.flushes() / orders,
                orders,
                seconds(dump),
                lostOrders,
                seconds(exposed),
                seconds(recovery));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
