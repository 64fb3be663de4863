package io.cloudshop.orders.reconciliation;

import java.util.List;
import java.util.UUID;

/**
 * One go through the books in the order of ids.
 *
 * @param mismatches what did not agree
 * @param seen orders looked at
 * @param reached the last of them; null where there was none
 * @param complete whether the end of the books was reached
 */
record Sweep(List<Mismatch> mismatches, int seen, UUID reached, boolean complete) {}
