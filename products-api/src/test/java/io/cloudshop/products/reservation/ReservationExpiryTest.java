package io.cloudshop.products.reservation;

import static io.cloudshop.products.testing.Api.confirm;
import static io.cloudshop.products.testing.Api.levelsOf;
import static io.cloudshop.products.testing.Api.release;
import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.Parallel.inParallel;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.Api.StockLevels;
import io.cloudshop.products.testing.MovableClock;
import io.cloudshop.products.testing.ProductsTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ProductsTest
class ReservationExpiryTest {

    private static final Duration JUST_OVER = Duration.ofMinutes(15).plusSeconds(1);

    @Inject
    MovableClock clock;

    @Inject
    ReservationExpiry expiry;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void an_overdue_reservation_gives_its_units_back() {
        UUID lamp = aProduct().withStock(5).create();
        UUID order = Ids.next();
        reserve(order, lamp, 2);

        clock.putForward(JUST_OVER);
        expiry.expireDue();

        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(5, 0, 5, 0));
        confirm(order).then().statusCode(409).body("type", endsWith("/reservation-expired"));
        reserve(order, lamp, 2).then().statusCode(409).body("type", endsWith("/reservation-expired"));
        release(order).then().statusCode(204);
        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(5, 0, 5, 0));
    }

    @Test
    void a_reservation_in_time_or_confirmed_is_left_alone() {
        UUID lamp = aProduct().withStock(5).create();
        UUID confirmed = Ids.next();
        reserve(confirmed, lamp, 1);
        confirm(confirmed);
        clock.putForward(JUST_OVER);
        reserve(Ids.next(), lamp, 2);

        expiry.expireDue();

        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(4, 2, 2, 1));
    }

    @Test
    void the_clock_decides_even_before_the_job_has_come_round() {
        UUID lamp = aProduct().withStock(5).create();
        UUID asked = Ids.next();
        UUID confirmed = Ids.next();
        reserve(asked, lamp, 1);
        reserve(confirmed, lamp, 2);

        clock.putForward(JUST_OVER);

        confirm(confirmed).then().statusCode(409).body("type", endsWith("/reservation-expired"));
        reserve(asked, lamp, 1).then().statusCode(409).body("type", endsWith("/reservation-expired"));
        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(5, 0, 5, 0));
    }

    @Test
    void several_replicas_expire_many_reservations_once() {
        UUID lamp = aProduct().withStock(400).create();
        UUID desk = aProduct().withStock(400).create();
        IntStream.range(0, 250).forEach(i -> reserve(Ids.next(), i % 2 == 0 ? lamp : desk, 1, desk, 1));

        clock.putForward(JUST_OVER);
        inParallel(4, i -> {
            expiry.expireDue();
            return i;
        });

        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(400, 0, 400, 0));
        assertThat(levelsOf(desk)).isEqualTo(new StockLevels(400, 0, 400, 0));
    }

    @Test
    void orders_confirmed_while_the_job_runs_are_either_sold_or_expired() {
        UUID lamp = aProduct().withStock(50).create();
        List<UUID> orders = IntStream.range(0, 30).mapToObj(i -> Ids.next()).toList();
        orders.forEach(order -> reserve(order, lamp, 1));
        clock.putForward(JUST_OVER.minusSeconds(2));

        List<Integer> answers = inParallel(31, i -> {
            if (i == 30) {
                clock.putForward(Duration.ofSeconds(2));
                expiry.expireDue();
                return 0;
            }
            return confirm(orders.get(i)).statusCode();
        });

        int sold = (int) answers.stream().filter(status -> status == 200).count();
        assertThat(answers).isSubsetOf(0, 200, 409);
        expiry.expireDue();
        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(50 - sold, 0, 50 - sold, sold));
    }
}
