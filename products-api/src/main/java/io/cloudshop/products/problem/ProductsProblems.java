package io.cloudshop.products.problem;

import io.cloudshop.defaults.problem.ProblemType;

/** Every kind of error about the catalogue, its stock and its reservations; what all services share is in CommonProblems. */
public final class ProductsProblems {

    public static final ProblemType SKU_TAKEN = new ProblemType("sku-taken", 409, "SKU already in use");
    public static final ProblemType INSUFFICIENT_STOCK =
            new ProblemType("insufficient-stock", 409, "Not enough in stock");
    public static final ProblemType UNKNOWN_PRODUCT = new ProblemType("unknown-product", 404, "Unknown product");
    public static final ProblemType RESERVATION_EXPIRED =
            new ProblemType("reservation-expired", 409, "Reservation expired");
    public static final ProblemType RESERVATION_RELEASED =
            new ProblemType("reservation-released", 409, "Reservation released");
    public static final ProblemType RESERVATION_MISMATCH =
            new ProblemType("reservation-mismatch", 422, "Another reservation under the same order id");
    public static final ProblemType REBUILD_IN_PROGRESS =
            new ProblemType("rebuild-in-progress", 409, "Rebuild in progress");

    public static final ProblemType TOO_MANY_LINES = new ProblemType("too-many-lines", 422, "Too many lines");

    private ProductsProblems() {}
}
