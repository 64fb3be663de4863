package io.cloudshop.frontend.seo;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The products that search engines are told of, the newest ones: read from the catalogue page by page when somebody asks and
 * what is known is older than an hour, once however many ask. Thread-safe; never blocks.
 */
@ApplicationScoped
class Sitemap {

    /** As many as ten files have. */
    static final int MOST_PRODUCTS = 50_000;

    private static final int PAGE = 100;
    private static final Duration FRESH = Duration.ofHours(1);

    private final CatalogueClient catalogue;
    private final Clock clock;
    private final AtomicReference<Reading> reading = new AtomicReference<>();

    Sitemap(CatalogueClient catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Fails while the catalogue does not answer and nothing is known. */
    Future<List<Entry>> entries() {
        Reading last = reading.get();
        if (last != null && last.isGoodAt(clock.instant())) {
            return last.entries();
        }
        Promise<List<Entry>> result = Promise.promise();
        Reading mine = new Reading(clock.instant(), result.future());
        if (!reading.compareAndSet(last, mine)) {
            return entries();
        }
        readBehind(null, new ArrayList<>())
                .recover(failure ->
                        last != null && last.entries().succeeded() ? last.entries() : Future.failedFuture(failure))
                .onComplete(result);
        return result.future();
    }

    private Future<List<Entry>> readBehind(String cursor, List<Entry> read) {
        return catalogue.newest(PAGE, cursor).compose(page -> {
            JsonArray items = page.getJsonArray("items");
            for (int i = 0; i < items.size(); i++) {
                read.add(Entry.of(items.getJsonObject(i)));
            }
            String next = page.getString("next");
            return next == null || read.size() >= MOST_PRODUCTS
                    ? Future.succeededFuture(List.copyOf(read))
                    : readBehind(next, read);
        });
    }

    private record Reading(Instant begun, Future<List<Entry>> entries) {

        /** Of a catalogue that is just being filled nothing is known. */
        boolean isGoodAt(Instant now) {
            boolean isOfUse = !entries.isComplete()
                    || entries.succeeded() && !entries.result().isEmpty();
            return isOfUse && now.isBefore(begun.plus(FRESH));
        }
    }

    /** @param changed the day, by ISO 8601 */
    record Entry(String productId, String changed) {

        private static Entry of(JsonObject product) {
            return new Entry(
                    product.getString("id"), product.getString("updatedAt").substring(0, "yyyy-mm-dd".length()));
        }
    }
}
