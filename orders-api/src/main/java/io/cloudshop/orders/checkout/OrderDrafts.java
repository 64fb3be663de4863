package io.cloudshop.orders.checkout;

import io.cloudshop.orders.cart.Cart;
import io.cloudshop.orders.cart.Carts;
import io.cloudshop.orders.order.OrderDraft;
import io.cloudshop.orders.order.OrderLine;
import io.cloudshop.orders.order.OrderRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes a draft of what a request asks for: its own lines, or the cart as it is at this moment. */
@ApplicationScoped
class OrderDrafts {

    private static final int MOST_OF_ONE_PRODUCT = 99;

    private final Carts carts;
    private final OrderRepository orders;

    OrderDrafts(Carts carts, OrderRepository orders) {
        this.carts = carts;
        this.orders = orders;
    }

    OrderDraft of(UUID userId, PlaceOrder request) {
        boolean fromCart = request.lines() == null;
        List<OrderLine> lines = fromCart ? cartOf(userId, request.cartVersion()) : merged(request.lines());
        if (lines.isEmpty()) {
            throw CheckoutProblems.emptyOrder();
        }
        return new OrderDraft(
                userId, lines, request.shippingAddress(), request.payment().token(), fromCart, request.expectedTotal());
    }

    /** Lines that were bought and are in the cart again, since Redis forgot or has not heard of it yet, go. */
    void takeOutWhatWasBought(OrderDraft draft) {
        List<UUID> edits = draft.lines().stream().map(OrderLine::cartEdit).toList();
        carts.removeOrdered(draft.userId(), orders.boughtOfCart(edits));
    }

    private List<OrderLine> cartOf(UUID userId, String expectedVersion) {
        Cart cart = carts.read(userId);
        if (expectedVersion != null && !expectedVersion.equals(cart.version())) {
            throw CheckoutProblems.cartChanged();
        }
        if (cart.lines().size() > Carts.MOST_LINES) {
            throw CheckoutProblems.cartFull(Carts.MOST_LINES);
        }
        return cart.lines().stream()
                .map(line -> OrderLine.fromCart(line.productId(), line.quantity(), line.edit()))
                .toList();
    }

    private static List<OrderLine> merged(List<PlaceOrder.Line> lines) {
        Map<UUID, Integer> quantities = new LinkedHashMap<>();
        lines.forEach(line -> quantities.merge(line.productId(), line.quantity(), Integer::sum));
        if (quantities.values().stream().anyMatch(quantity -> quantity > MOST_OF_ONE_PRODUCT)) {
            throw CheckoutProblems.tooManyOfOne(MOST_OF_ONE_PRODUCT);
        }
        return quantities.entrySet().stream()
                .map(line -> OrderLine.wanted(line.getKey(), line.getValue()))
                .toList();
    }
}
