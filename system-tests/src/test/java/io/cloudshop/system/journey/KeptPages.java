package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;

/** What a browser keeps of the shop to show it without a connection: what its service worker has in its caches. */
final class KeptPages {

    private static final String ADDRESSES = """
            async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
                .flat()
                .map(({ url }) => new URL(url).pathname)
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String IS_WATCHED = "() => navigator.serviceWorker.controller !== null";
    private final Page page;

    KeptPages(Page page) {
        this.page = page;
    }

    @SuppressWarnings("unchecked")
    List<String> paths() {
        return (List<String>) page.evaluate(ADDRESSES);
    }

    void awaitAll(List<String> paths) {
        page.waitForFunction(IS_WATCHED);
        patiently().untilAsserted(() -> assertThat(paths()).containsAll(paths));
    }

    void awaitWithout(String path) {
        patiently().untilAsserted(() -> assertThat(paths()).doesNotContain(path));
    }

    /** In the thread that drives the browser, which no other may. */
    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInSameThread();
    }
}
