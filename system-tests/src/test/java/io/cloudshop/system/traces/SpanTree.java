package io.cloudshop.system.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.testing.CollectedSpan;
import java.util.List;

/** The spans of one trace. */
record SpanTree(List<CollectedSpan> all) {

    /** The one of this kind that a service has. */
    CollectedSpan only(String service, String kind) {
        List<CollectedSpan> found = of(service, kind);
        assertThat(found).as(kind + " of " + service).hasSize(1);
        return found.getFirst();
    }

    List<CollectedSpan> of(String service, String kind) {
        return all.stream()
                .filter(span -> span.service().equals(service) && span.kind().equals(kind))
                .toList();
    }

    /** Null where it is not there. */
    CollectedSpan parentOf(CollectedSpan child) {
        return all.stream().filter(child::isChildOf).findFirst().orElse(null);
    }

    boolean isWithin(CollectedSpan span, CollectedSpan outer) {
        return span != null && (span.equals(outer) || isWithin(parentOf(span), outer));
    }
}
