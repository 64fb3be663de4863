package io.cloudshop.products.reservation;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.products.stock.StockItem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Units of one product, with its name and price as they were when the units were taken. */
@Entity
@Immutable
@IdClass(ReservationLine.Key.class)
@Table(name = "reservation_line")
class ReservationLine {

    record Key(UUID orderId, UUID productId) {}

    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Id
    @Column(name = "product_id")
    UUID productId;

    String sku;
    String name;
    int quantity;

    @Column(name = "unit_price")
    BigDecimal unitPrice;

    String currency;

    static ReservationLine of(UUID orderId, StockItem item, int quantity) {
        ReservationLine line = new ReservationLine();
        line.orderId = orderId;
        line.productId = item.productId();
        line.sku = item.sku();
        line.name = item.name();
        line.quantity = quantity;
        line.unitPrice = item.price().value();
        line.currency = item.price().currency();
        return line;
    }

    ReservedLine view() {
        return new ReservedLine(productId, sku, name, quantity, new Money(unitPrice, currency));
    }
}
