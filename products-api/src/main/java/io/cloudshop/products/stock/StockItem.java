package io.cloudshop.products.stock;

import io.cloudshop.defaults.money.Money;
import java.util.UUID;

/** A product as it stood when its row was locked. */
public record StockItem(UUID productId, String sku, String name, Money price, long available) {}
