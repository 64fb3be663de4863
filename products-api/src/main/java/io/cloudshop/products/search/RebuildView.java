package io.cloudshop.products.search;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rebuild as administrators see it. */
@Schema(name = "SearchIndexRebuild")
public record RebuildView(
        UUID jobId,
        RebuildStatus status,

        @Schema(description = "Why the index is made: because an administrator wants it, or what was wrong with it")
        String reason,

        @Schema(description = "Products that are in the new index")
        long indexed,

        @Schema(description = "Products that there were at the beginning; 0 until they are counted")
        long total,

        Instant startedAt,

        Instant finishedAt,

        @Schema(description = "While it is running and something is done: when it will be over at the present speed")
        Instant estimatedFinishAt,

        @Schema(description = "Why it failed") String failure) {

    static RebuildView of(Rebuild rebuild, Instant now) {
        return new RebuildView(
                rebuild.id,
                rebuild.status,
                rebuild.reason,
                rebuild.indexed,
                rebuild.total,
                rebuild.startedAt,
                rebuild.finishedAt,
                estimate(rebuild, now),
                rebuild.failure);
    }

    private static Instant estimate(Rebuild rebuild, Instant now) {
        if (rebuild.status != RebuildStatus.RUNNING || rebuild.indexed == 0) {
            return null;
        }
        Duration spent = Duration.between(rebuild.startedAt, now);
        double share = Math.min(1, (double) rebuild.indexed / rebuild.total);
        return rebuild.startedAt.plusMillis((long) (spent.toMillis() / share));
    }
}
