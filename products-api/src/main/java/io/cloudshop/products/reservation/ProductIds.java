package io.cloudshop.products.reservation;

import java.util.Comparator;
import java.util.UUID;

/** How PostgreSQL sorts identifiers: by unsigned bytes, not by Java's signed halves. */
final class ProductIds {

    static final Comparator<UUID> IN_DATABASE_ORDER = Comparator.comparing(UUID::toString);

    private ProductIds() {}
}
