package io.cloudshop.orders.checkout;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.orders.catalogue.Reservation;
import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderLine;
import io.cloudshop.orders.order.OrderView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An order's lines with the prices of its reservation, and what they cost together. */
record PricedLines(List<OrderLine> lines, Money total) {

    static PricedLines of(Order order, Reservation reservation) {
        Map<UUID, Reservation.Line> held = reservation.lines().stream()
                .collect(Collectors.toMap(Reservation.Line::productId, Function.identity()));
        List<OrderLine> priced = order.lines().stream()
                .map(line -> {
                    Reservation.Line from = held.get(line.productId());
                    return line.priced(from.sku(), from.name(), from.unitPrice());
                })
                .toList();
        Money total = reservation.lines().stream()
                .map(line -> line.unitPrice().times(line.quantity()))
                .reduce(Money::plus)
                .orElseThrow();
        return new PricedLines(priced, total);
    }

    /** As members of a problem body. */
    Map<String, Object> details() {
        List<OrderView.Line> views = lines.stream()
                .map(line -> OrderView.Line.of(line, total.currency()))
                .toList();
        return Map.of("lines", views, "total", total);
    }
}
