package io.cloudshop.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderStatusTest {

    private static final Set<String> LEGAL = Set.of(
            "PENDING CONFIRMED", "PENDING REJECTED", "CONFIRMED SHIPPED", "CONFIRMED CANCELLED", "SHIPPED DELIVERED");

    static Stream<Arguments> pairs() {
        return Stream.of(OrderStatus.values())
                .flatMap(from -> Stream.of(OrderStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void only_the_legal_moves_are_possible(OrderStatus from, OrderStatus to) {
        assertThat(from.canBecome(to)).isEqualTo(LEGAL.contains(from + " " + to));
    }

    @Test
    void what_is_delivered_cancelled_or_rejected_stays_so() {
        assertThat(OrderStatus.values())
                .filteredOn(OrderStatus::isFinal)
                .containsExactly(OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.REJECTED);
    }
}
