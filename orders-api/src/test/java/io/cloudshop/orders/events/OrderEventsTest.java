package io.cloudshop.orders.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.cloudshop.orders.testing.Trouble;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OrderEventsTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Customer admin = Customer.admin();
    private final Product lamp = givenProduct("lamp", "19.90", 50);

    @TestHTTPResource("/")
    URI service;

    @Inject
    RedisDataSource redis;

    @Test
    void the_present_status_comes_at_once_and_every_change_after_it_until_the_last() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        try (EventStream stream = whenWatching(alice, order)) {
            thenStatuses(stream, "CONFIRMED");

            whenAdmin("ship", order);
            thenStatuses(stream, "CONFIRMED", "SHIPPED");

            whenAdmin("deliver", order);
            thenStatuses(stream, "CONFIRMED", "SHIPPED", "DELIVERED");
            await().until(stream::isOver);
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.mediaType()).startsWith("text/event-stream");
            assertThat(stream.names()).containsOnly("status").hasSize(3);
            assertThat(stream.events()).allSatisfy(event -> {
                assertThat(event.get("orderId").asText()).isEqualTo(order.toString());
                assertThat(event.get("at").asText()).isNotEmpty();
            });
        }
    }

    @Test
    void an_order_whose_story_is_over_is_told_in_one_event() {
        whenCheckingOut(alice, Basket.of(lamp, 1).paidWith("tok_declined"));

        try (EventStream stream = whenWatching(alice, onlyOrderOf(alice))) {
            thenStatuses(stream, "REJECTED");
            await().until(stream::isOver);
            assertThat(stream.events().getFirst().get("rejectionReason").asText())
                    .isEqualTo("payment-declined");
        }
    }

    @Test
    void a_pending_order_is_watched_until_it_is_confirmed() {
        productsApi().failAt(Call.RESERVE, Trouble.ERROR);
        UUID order = idOf(whenCheckingOut(alice, Basket.of(lamp, 1)));
        try (EventStream stream = whenWatching(alice, order)) {
            thenStatuses(stream, "PENDING");

            productsApi().recover();

            thenStatuses(stream, "PENDING", "CONFIRMED");
        }
    }

    @Test
    void everybody_who_watches_is_told() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        try (EventStream phone = whenWatching(alice, order);
                EventStream laptop = whenWatching(alice, order)) {
            thenStatuses(phone, "CONFIRMED");
            thenStatuses(laptop, "CONFIRMED");

            as(alice).post(ORDERS + "/" + order + "/cancel").then().statusCode(200);

            thenStatuses(phone, "CONFIRMED", "CANCELLED");
            thenStatuses(laptop, "CONFIRMED", "CANCELLED");
        }
    }

    @Test
    void a_stream_tells_of_its_own_order_only() {
        UUID watched = givenOrder(alice, Basket.of(lamp, 1));
        UUID other = givenOrder(alice, Basket.of(lamp, 1));
        try (EventStream stream = whenWatching(alice, watched)) {
            thenStatuses(stream, "CONFIRMED");

            whenAdmin("ship", other);
            whenAdmin("deliver", other);
            whenAdmin("ship", watched);

            thenStatuses(stream, "CONFIRMED", "SHIPPED");
        }
    }

    @Test
    void what_happens_while_redis_is_away_is_told_when_it_is_back() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        try (EventStream stream = whenWatching(alice, order)) {
            thenStatuses(stream, "CONFIRMED");
            Peers.redisLine().cut();

            whenAdmin("ship", order);
            Peers.redisLine().mend();

            thenStatuses(stream, "CONFIRMED", "SHIPPED");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"payload | {}", "payload | null", "payload | no JSON", "other | {}", "payload | {\"orderId\": 7}"})
    void an_entry_of_the_stream_that_is_no_event_stops_nobodys(String field, String value) {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        try (EventStream stream = whenWatching(alice, order)) {
            thenStatuses(stream, "CONFIRMED");
            redis.execute("XADD", "cloudshop:order-events", "*", field, value);

            whenAdmin("ship", order);

            thenStatuses(stream, "CONFIRMED", "SHIPPED");
        }
    }

    @Test
    void the_outbox_is_empty_when_everything_has_been_told() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        whenAdmin("ship", order);

        await().until(() -> database.number("SELECT count(*) FROM outbox_event WHERE aggregate_id = ?", order) == 0);
    }

    @Test
    void ten_streams_of_one_customer_are_enough() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        List<EventStream> streams = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            streams.add(whenWatching(alice, order));
            assertThat(streams.getLast().status()).isEqualTo(200);
        }

        Response oneMore = as(alice).accept("text/event-stream").get(ORDERS + "/" + order + "/events");

        thenProblem(oneMore, 503, "unavailable");
        streams.forEach(EventStream::close);
    }

    @Test
    void of_thirty_that_open_at_once_ten_are_let_in() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        List<EventStream> streams;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<EventStream>> calls = Collections.nCopies(30, () -> whenWatching(alice, order));
            streams = calls.stream().map(threads::submit).toList().stream()
                    .map(OrderEventsTest::result)
                    .toList();
        }

        assertThat(streams)
                .filteredOn(stream -> stream.status() == 200)
                .as("streams that were let in")
                .hasSize(10);
        streams.forEach(EventStream::close);
    }

    @Test
    void streams_that_are_over_do_not_count() {
        whenCheckingOut(alice, Basket.of(lamp, 1).paidWith("tok_declined"));
        UUID order = onlyOrderOf(alice);

        for (int i = 0; i < 12; i++) {
            try (EventStream stream = whenWatching(alice, order)) {
                assertThat(stream.status()).isEqualTo(200);
                await().until(stream::isOver);
            }
        }
    }

    private EventStream whenWatching(Customer customer, UUID order) {
        return EventStream.open(service.resolve(ORDERS + "/" + order + "/events"), customer);
    }

    private static EventStream result(Future<EventStream> stream) {
        try {
            return stream.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void whenAdmin(String move, UUID order) {
        as(admin).post("/api/v1/admin/orders/" + order + "/" + move).then().statusCode(200);
    }

    private static void thenStatuses(EventStream stream, String... statuses) {
        await().untilAsserted(() -> assertThat(stream.statuses()).containsExactly(statuses));
    }
}
