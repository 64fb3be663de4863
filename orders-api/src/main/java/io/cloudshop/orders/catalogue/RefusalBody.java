package io.cloudshop.orders.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/** What matters to checkout in a problem body of products-api. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RefusalBody(String type, List<Map<String, Object>> shortages) {

    String slug() {
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }

    List<Map<String, Object>> shortagesOrNone() {
        return shortages == null ? List.of() : shortages;
    }
}
