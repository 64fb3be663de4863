package io.cloudshop.orders.testing;

import io.cloudshop.defaults.money.Money;
import java.util.UUID;

/** A product of the catalogue, as a test put it there. */
public record Product(UUID id, String sku, String name, Money price) {}
