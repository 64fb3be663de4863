package io.cloudshop.system.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.system.consistency.Promise.Attempt;
import io.cloudshop.system.shop.Faults;
import io.cloudshop.system.shop.Wire.Fault;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The wire between orders-api and products-api breaks. */
interface NetworkFaults {

    Scenario scenario();

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"REFUSED", "RESET", "HANG", "ANSWER_LOST"})
    default void an_order_taken_while_the_wire_is_broken_is_finished_when_it_is_whole(Fault fault) {
        UUID lamp = scenario().givenProduct(10);
        scenario().shop().wire().become(fault);

        List<Attempt> attempts = scenario().checkOutAtOnce(8, i -> Map.of(lamp, 1));
        scenario().shop().wire().become(Fault.NONE);

        assertThat(attempts.stream().map(attempt -> attempt.answer().status())).containsOnly(202);
        scenario().thenThePromiseIsKeptFor(attempts);
        assertThat(scenario().availableOf(lamp)).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "REFUSED, CONFIRM.before",
        "RESET, CONFIRM.before",
        "HANG, CONFIRM.before",
        "ANSWER_LOST, CONFIRM.before",
        "ANSWER_LOST, RELEASE.before"
    })
    default void a_wire_that_breaks_half_way_delays_the_order_and_changes_nothing_else(Fault fault, String point) {
        UUID lamp = scenario().givenProduct(10);
        Faults faults = scenario().shop().faults();
        faults.pauseAt(point);
        String card = point.startsWith("RELEASE") ? "tok_declined" : "tok_visa";

        List<Attempt> attempts;
        try (Shopping shopping = new Shopping()) {
            for (int i = 0; i < 8; i++) {
                int number = i;
                shopping.begin(() -> scenario().checkOut(scenario().buyer(number), Map.of(lamp, 1), card));
            }
            faults.awaitReached(point);
            scenario().shop().wire().become(fault);
            faults.clear();
            attempts = shopping.finish();
        }
        scenario().shop().wire().become(Fault.NONE);

        scenario().thenThePromiseIsKeptFor(attempts);
    }
}
