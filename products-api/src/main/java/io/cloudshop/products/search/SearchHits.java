package io.cloudshop.products.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a search came up with: one page of ids in order, and what goes with them. */
record SearchHits(List<SearchHits.Hit> hits, long total, Facets facets, String source) {

    static final String INDEX = "index";
    static final String DATABASE = "database";

    /** One find and its highlighted passages by field. */
    record Hit(UUID id, Map<String, List<String>> highlights) {}
}
