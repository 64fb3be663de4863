package io.cloudshop.products.search;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.asCustomer;
import static io.cloudshop.products.testing.Api.asService;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.Parallel.inParallel;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.namesOf;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.defaults.Ids;
import io.cloudshop.outbox.Outbox;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ProductsTest
class RebuildTest {

    private static final String REBUILD = "/api/v1/search-index/rebuild";

    @Inject
    AgroalDataSource database;

    @Inject
    Outbox outbox;

    private final String word = "zr" + System.nanoTime();
    private String indexBefore;

    @BeforeEach
    void givenTheIndexAnswers() {
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
        eventually(() -> assertThat(SearchEngine.indexes("product-*")).hasSize(1));
        indexBefore = theIndex();
    }

    @AfterEach
    void restoreEngine() {
        StoppableFilling.reset();
        SearchEngine.restore();
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
    }

    @Test
    void searches_find_everything_while_the_index_is_made_anew() throws SQLException {
        givenProducts(600);

        String job = rebuild();

        do {
            search("q", word).then().body("source", equalTo("index")).body("total", equalTo(600));
        } while (statusOf(job).equals("RUNNING"));
        asAdmin()
                .get(job)
                .then()
                .body("status", equalTo("COMPLETED"))
                .body("finishedAt", notNullValue())
                .body("failure", nullValue());
        assertThat(job(job).<Integer>path("indexed")).isEqualTo(job(job).<Integer>path("total"));
        search("q", word).then().body("source", equalTo("index")).body("total", equalTo(600));
        eventually(() -> assertThat(SearchEngine.indexes("product-*"))
                .containsExactly("product-" + job.substring(job.lastIndexOf('/') + 1)));
    }

    @Test
    void an_index_that_was_made_is_brought_into_one_piece() {
        String job = rebuild();

        thenItIs("COMPLETED", job);

        String index = "product-" + job.substring(job.lastIndexOf('/') + 1);
        eventually(() -> assertThat(SearchEngine.request("GET", "/.tasks/_search?size=100", "")
                        .jsonPath()
                        .getList("hits.hits._source.task.description", String.class))
                .anySatisfy(task -> assertThat(task).contains("Force-merge", index)));
    }

    @Test
    void what_changes_while_the_index_is_made_is_in_it() {
        UUID edited = aProduct().named("Edited " + word).create();
        UUID deleted = aProduct().named("Deleted " + word).create();
        eventually(() -> search("q", word).then().body("total", equalTo(2)));
        StoppableFilling.afterwards(() -> {
            aProduct().named("New " + word).create();
            aProduct().named("Changed " + word).put(edited, tagOf(edited));
            asAdmin().delete("/api/v1/products/{id}", deleted).then().statusCode(204);
            eventually(() -> assertThat(namesOf(search("q", word)))
                    .as("the index before, through the outbox")
                    .containsExactlyInAnyOrder("New " + word, "Changed " + word));
            eventually(() -> assertThat(outbox.lag().pending()).isZero());
        });

        thenItIs("COMPLETED", rebuild());

        var found = search("q", word);
        found.then().body("source", equalTo("index"));
        assertThat(namesOf(found)).containsExactlyInAnyOrder("New " + word, "Changed " + word);
    }

    @Test
    void an_index_that_lacks_something_is_not_published() {
        UUID lost = aProduct().named("Lamp " + word).create();
        eventually(() -> search("q", word).then().body("total", equalTo(1)));
        eventually(() -> assertThat(outbox.lag().pending()).isZero());
        StoppableFilling.afterwards(
                () -> SearchEngine.request("DELETE", "/product-staged-write/_doc/" + lost + "?refresh=true", "")
                        .then()
                        .statusCode(200));

        String job = rebuild();

        thenItIs("FAILED", job);
        eventually(() -> thenNothingHasChanged());
        asAdmin().get(job).then().body("failure", containsString("documents for"));
    }

    @Test
    void an_index_that_has_something_else_is_not_published() {
        UUID wrong = aProduct().named("Lamp " + word).create();
        eventually(() -> search("q", word).then().body("total", equalTo(1)));
        eventually(() -> assertThat(outbox.lag().pending()).isZero());
        StoppableFilling.afterwards(() -> SearchEngine.request(
                        "POST", "/product-staged-write/_update/" + wrong, "{\"doc\": {\"fingerprint\": \"another\"}}")
                .then()
                .statusCode(200));

        String job = rebuild();

        thenItIs("FAILED", job);
        eventually(() -> thenNothingHasChanged());
        asAdmin().get(job).then().body("failure", containsString("other documents"));
    }

    @Test
    void a_rebuild_during_which_the_engine_dies_changes_nothing_and_the_next_one_clears_up() {
        aProduct().named("Lamp " + word).create();
        eventually(() -> search("q", word).then().body("total", equalTo(1)));
        StoppableFilling.afterwards(SearchEngine::cut);

        thenItIs("FAILED", rebuild());
        SearchEngine.restore();

        assertThat(theIndex()).isEqualTo(indexBefore);
        eventually(
                () -> search("q", word).then().body("source", equalTo("index")).body("total", equalTo(1)));
        StoppableFilling.reset();
        thenItIs("COMPLETED", rebuild());
        eventually(
                () -> assertThat(SearchEngine.indexes("product-*")).hasSize(1).doesNotContain(indexBefore));
    }

    @Test
    void a_rebuild_whose_worker_died_has_failed_and_leaves_nothing() throws SQLException {
        UUID job = Ids.next();
        SearchEngine.request("PUT", "/product-" + job, "{\"aliases\": {\"product-staged-write\": {}}}")
                .then()
                .statusCode(200);

        execute("""
                INSERT INTO search_rebuild (id, reason, worker, lease_until)
                VALUES ('%s', 'test', gen_random_uuid(), now() - interval '1 s')""".formatted(job));

        thenItIs("FAILED", REBUILD + "/" + job);
        eventually(() -> thenNothingHasChanged());
    }

    @Test
    void a_worker_that_lost_its_lease_publishes_nothing() {
        StoppableFilling.afterwards(() -> executeQuietly(
                "UPDATE search_rebuild SET worker = gen_random_uuid(), lease_until = now() WHERE status = 'RUNNING'"));

        thenItIs("FAILED", rebuild());

        eventually(() -> thenNothingHasChanged());
    }

    @Test
    void of_many_who_want_a_rebuild_one_gets_it_and_the_others_are_told_where_it_is() {
        CountDownLatch told = new CountDownLatch(1);
        StoppableFilling.afterwards(() -> await(told));

        List<Response> answers = inParallel(6, i -> asAdmin().post(REBUILD));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 202))
                .hasSize(1);
        String running = answers.stream()
                .filter(answer -> answer.statusCode() == 202)
                .findFirst()
                .map(RebuildTest::locationOf)
                .orElseThrow();
        answers.stream().filter(answer -> answer.statusCode() != 202).forEach(answer -> answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("rebuild-in-progress"))
                .header("Location", endsWith(running)));
        eventually(StoppableFilling::assertBegun);
        asAdmin().get(running).then().body("status", equalTo("RUNNING"));
        told.countDown();
        thenItIs("COMPLETED", running);
    }

    @Test
    void only_admins_rebuild_and_see_rebuilds() {
        asAnyone().post(REBUILD).then().statusCode(401);
        asCustomer().post(REBUILD).then().statusCode(403);
        asService().post(REBUILD).then().statusCode(403);
        asAnyone().get(REBUILD + "/" + Ids.next()).then().statusCode(401);
        asCustomer().get(REBUILD + "/" + Ids.next()).then().statusCode(403);
        asAdmin().get(REBUILD + "/" + Ids.next()).then().statusCode(404);
        asAdmin().get(REBUILD + "/7").then().statusCode(404);
    }

    private void thenNothingHasChanged() {
        assertThat(SearchEngine.indexes("product-*")).containsExactly(indexBefore);
        assertThat(theIndex()).isEqualTo(indexBefore);
    }

    private static void thenItIs(String status, String job) {
        eventually(() -> assertThat(statusOf(job)).isEqualTo(status));
    }

    private static String rebuild() {
        Response answer = asAdmin().post(REBUILD);
        answer.then().statusCode(202).body("status", equalTo("RUNNING"));
        return locationOf(answer);
    }

    private static String locationOf(Response answer) {
        return URI.create(answer.header("Location")).getPath();
    }

    private static Response job(String location) {
        return asAdmin().get(location);
    }

    private static String statusOf(String job) {
        return job(job).path("status");
    }

    private static String theIndex() {
        return SearchEngine.indexes("product-write").iterator().next();
    }

    private void givenProducts(int number) throws SQLException {
        execute("""
                INSERT INTO product (id, sku, name, category, price, currency, supplied)
                SELECT CAST('00000000' || substr(md5(n || '%1$s'), 9) AS uuid), 'R-%2$s-' || n, 'Lamp %1$s ' || n, 'Lighting', 9.90, 'EUR', 1
                  FROM generate_series(1, %3$d) AS n""".formatted(word, word.substring(8).toUpperCase(Locale.ROOT), number));
        eventually(() -> search("q", word).then().body("total", equalTo(number)));
    }

    private void executeQuietly(String sql) {
        try {
            execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
