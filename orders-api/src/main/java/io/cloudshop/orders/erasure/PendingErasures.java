package io.cloudshop.orders.erasure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/** What we read of auth-service's list. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PendingErasures(List<Customer> items) {

    /** Somebody to be forgotten. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Customer(UUID userId) {}
}
