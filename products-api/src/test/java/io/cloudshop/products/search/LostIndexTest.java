package io.cloudshop.products.search;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.namesOf;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.outbox.Outbox;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ProductsTest
class LostIndexTest {

    private static final String WRITE = "product-write";

    @Inject
    Outbox outbox;

    private final String word = "zl" + System.nanoTime();

    /** Ways to lose an index. */
    enum Loss {
        INDEX_DELETED {
            @Override
            void happen(String index) {
                delete(index);
            }
        },
        ALIASES_DELETED {
            @Override
            void happen(String index) {
                delete(index + "/_alias/product-*");
            }
        },
        ALIAS_FOR_WRITING_DELETED {
            @Override
            void happen(String index) {
                delete(index + "/_alias/" + WRITE);
            }
        },
        ALIAS_FOR_READING_AT_ANOTHER_INDEX_TOO {
            @Override
            void happen(String index) {
                put("others", "{\"aliases\": {\"product-read\": {}}}");
            }
        },
        WRONG_MAPPING {
            @Override
            void happen(String index) {
                delete(index);
                put("product-000001", """
                        {"aliases": {"product-write": {"is_write_index": true}, "product-read": {}},
                         "mappings": {"properties": {"price": {"type": "scaled_float", "scaling_factor": 100}}}}""");
            }
        },
        PLAIN_INDEX_OF_AN_ALIAS_NAME {
            @Override
            void happen(String index) {
                delete(index);
                put(WRITE, "{}");
            }
        },
        VOLUME_EMPTIED {
            @Override
            void happen(String index) {
                SearchEngine.cut();
                SearchEngine.indexes("*").forEach(Loss::delete);
                SearchEngine.restore();
            }
        };

        abstract void happen(String index);

        private static void delete(String path) {
            SearchEngine.request("DELETE", "/" + path, "").then().statusCode(200);
        }

        private static void put(String index, String definition) {
            SearchEngine.request("PUT", "/" + index, definition).then().statusCode(200);
        }
    }

    @BeforeEach
    void givenTheIndexAnswers() {
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
    }

    @AfterEach
    void restoreEngine() {
        SearchEngine.restore();
        StoppableFilling.reset();
        autoCreate("false");
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
        SearchEngine.request("DELETE", "/others?ignore_unavailable=true", "")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_index_comes_back_and_lacks_nothing_that_changed_meanwhile(Loss loss) {
        UUID edited = aProduct().named("Edited " + word).create();
        UUID deleted = aProduct().named("Deleted " + word).create();
        eventually(() -> search("q", word).then().body("total", equalTo(2)));

        loss.happen(theIndex());
        aProduct().named("New " + word).create();
        aProduct().named("Changed " + word).put(edited, tagOf(edited));
        asAdmin().delete("/api/v1/products/{id}", deleted).then().statusCode(204);

        eventually(() -> {
            var found = search("q", word);
            found.then().statusCode(200).body("source", equalTo("index"));
            assertThat(namesOf(found)).containsExactlyInAnyOrder("New " + word, "Changed " + word);
        });
        eventually(() -> assertThat(outbox.lag().pending()).isZero());
        assertThat(outbox.lag().dead()).isZero();
        eventually(() -> assertThat(SearchEngine.indexes("product-*")).containsExactly(theIndex()));
    }

    @Test
    void the_database_answers_until_the_index_is_back() {
        aProduct().named("Lamp " + word).create();
        eventually(() -> search("q", word).then().body("total", equalTo(1)));
        StoppableFilling.afterwards(() -> {
            var found = search("q", word);
            assertThat(found.<String>path("source")).isEqualTo("database");
            assertThat(found.<Integer>path("total")).isOne();
        });

        Loss.INDEX_DELETED.happen(theIndex());

        eventually(
                () -> search("q", word).then().body("source", equalTo("index")).body("total", equalTo(1)));
        StoppableFilling.assertStopped();
    }

    @Test
    void an_engine_that_makes_indexes_by_itself_is_given_no_reason_to() {
        autoCreate("true");
        Loss.INDEX_DELETED.happen(theIndex());
        aProduct().named("Lamp " + word).create();

        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    assertThat(SearchEngine.indexes("*")).doesNotContain(WRITE);
                    return search("q", word).path("source").equals("index")
                            && search("q", word).<Integer>path("total") == 1;
                });
    }

    @Test
    void an_index_is_made_anew_when_the_engine_dies_in_the_middle() {
        aProduct().named("Lamp " + word).create();
        StoppableFilling.afterwards(SearchEngine::cut);
        Loss.INDEX_DELETED.happen(theIndex());
        eventually(StoppableFilling::assertStopped);
        StoppableFilling.reset();
        aProduct().named("Second lamp " + word).create();
        search("q", word).then().body("source", equalTo("database")).body("total", equalTo(2));

        SearchEngine.restore();

        eventually(
                () -> search("q", word).then().body("source", equalTo("index")).body("total", equalTo(2)));
    }

    private static String theIndex() {
        return SearchEngine.indexes("product-write").iterator().next();
    }

    private static void autoCreate(String value) {
        SearchEngine.request(
                        "PUT",
                        "/_cluster/settings",
                        "{\"transient\": {\"action.auto_create_index\": \"%s\"}}".formatted(value))
                .then()
                .statusCode(200);
    }
}
