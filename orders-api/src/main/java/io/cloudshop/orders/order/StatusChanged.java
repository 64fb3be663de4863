package io.cloudshop.orders.order;

import java.util.Map;

/**
 * Fired inside the transaction that moves an order, so that what follows from the move commits with it or not at all.
 *
 * @param actor the user id of whoever moved it, or {@link OrderAudit#SYSTEM}
 * @param details what the customer should know about a rejection, for example the shortages; empty otherwise
 */
public record StatusChanged(Order order, OrderStatus from, String actor, Map<String, Object> details) {}
