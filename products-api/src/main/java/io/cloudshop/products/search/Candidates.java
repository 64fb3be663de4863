package io.cloudshop.products.search;

import java.util.List;
import java.util.UUID;

/** Products that fit what is being typed, the best first, from which suggestions are made. */
record Candidates(List<Candidate> products, String source) {

    /** So many are enough to know which words go together. */
    static final int MOST = 40;

    record Candidate(UUID id, String name, String category) {}
}
