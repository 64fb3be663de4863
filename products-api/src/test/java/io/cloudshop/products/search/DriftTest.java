package io.cloudshop.products.search;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.outbox.Outbox;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ProductsTest
class DriftTest {

    @Inject
    DriftCheck check;

    @Inject
    ChangesMeanwhile changes;

    @Inject
    Rebuilds rebuilds;

    @Inject
    Outbox outbox;

    @Inject
    MeterRegistry metrics;

    private final String word = "zd" + System.nanoTime();
    private UUID product;

    @BeforeEach
    void givenAnIndexThatIsRight() {
        product = aProduct().named("Lamp " + word).create();
        eventually(
                () -> search("q", word).then().body("source", equalTo("index")).body("total", equalTo(1)));
        eventually(() -> {
            assertThat(outbox.lag().pending()).isZero();
            assertThat(drift()).isZero();
        });
    }

    @Test
    void a_document_that_was_lost_is_brought_again() {
        engine("DELETE", "/product-write/_doc/" + product + "?refresh=true", "");

        assertThat(drift()).isOne();

        thenItIsRepaired();
    }

    @Test
    void an_administrator_sees_what_was_found_and_when() {
        engine("DELETE", "/product-write/_doc/" + product + "?refresh=true", "");
        Instant before = Instant.now().minusSeconds(1);
        drift();

        var answer = asAdmin().get("/api/v1/search-index/drift").then();

        answer.statusCode(200).header("Cache-Control", "no-store").body("drift", equalTo(1));
        assertThat(Instant.parse(answer.extract().path("checkedAt"))).isAfter(before);
        thenItIsRepaired();
    }

    @Test
    void a_document_of_another_state_is_brought_again() {
        engine(
                "POST",
                "/product-write/_update/" + product + "?refresh=true",
                "{\"doc\": {\"name\": \"Chair\", \"fingerprint\": \"another\"}}");

        assertThat(drift()).isOne();

        thenItIsRepaired();
    }

    @Test
    void a_document_without_a_product_is_removed() {
        UUID none = UUID.randomUUID();
        engine(
                "PUT",
                "/product-write/_doc/" + none + "?refresh=true",
                "{\"tieBreak\": \"%s\", \"fingerprint\": \"none\", \"name\": \"Ghost %s\"}".formatted(none, word));

        assertThat(drift()).isOne();

        thenItIsRepaired();
    }

    @Test
    void of_what_is_on_its_way_only_that_of_the_stretch_is_read() {
        SearchEngine.cut();
        try {
            UUID first = aProduct().create();
            UUID second = aProduct().create();
            UUID third = aProduct().create();

            assertThat(changes.unsettledBehind(second, 1)).contains(third).doesNotContain(first, second);
            assertThat(changes.unsettledAmong(List.of(product, second))).containsExactly(second);
            assertThat(changes.balance().unsettled()).isGreaterThanOrEqualTo(3);
            assertThat(changes.balance().products()).isGreaterThanOrEqualTo(4);
        } finally {
            SearchEngine.restore();
        }
    }

    @Test
    void whoever_comes_a_moment_later_leaves_it_at_that() {
        engine("DELETE", "/product-write/_doc/" + product + "?refresh=true", "");

        check.compare(Duration.ofHours(1));

        assertThat(metrics.get("cloudshop.search.drift").gauge().value()).isZero();
    }

    @Test
    void while_the_index_is_made_anew_nothing_is_compared() {
        engine("DELETE", "/product-write/_doc/" + product + "?refresh=true", "");
        UUID rebuild = givenARebuildThatIsRunning();
        try {
            assertThat(drift()).isZero();
        } finally {
            rebuilds.fail(rebuild, "The test has seen enough");
        }

        assertThat(drift()).isOne();

        thenItIsRepaired();
    }

    /** Taken up by nobody else. */
    private UUID givenARebuildThatIsRunning() {
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID rebuild = rebuilds.begin("A test wants it").jobId();
            assertThat(rebuilds.claim()).contains(rebuild);
            return rebuild;
        });
    }

    private double drift() {
        check.compare(Duration.ZERO);
        return metrics.get("cloudshop.search.drift").gauge().value();
    }

    private void thenItIsRepaired() {
        eventually(() -> assertThat(outbox.lag().pending()).isZero());
        eventually(() -> search("q", word).then().body("total", equalTo(1)));
        assertThat(drift()).isZero();
    }

    private static void engine(String method, String path, String body) {
        assertThat(SearchEngine.request(method, path, body).statusCode()).isLessThan(300);
    }
}
