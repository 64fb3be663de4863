package io.cloudshop.products.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.data.Range;
import org.hibernate.search.util.common.data.RangeBoundInclusion;

/**
 * Compares documents with the table, a stretch of ids at a time. A product of which a change is on its way is left out, and
 * so is one that changes while it is looked at: what is found is wrong and would stay so.
 */
@ApplicationScoped
class IndexComparison {

    private static final int MOST_DOCUMENTS = 10_000;
    private static final long TIMEOUT_SECONDS = 5;
    private static final UUID END = new UUID(-1, -1);

    private final SearchSession session;
    private final ProductDocuments products;
    private final ChangesMeanwhile changes;

    IndexComparison(SearchSession session, ProductDocuments products, ChangesMeanwhile changes) {
        this.session = session;
        this.products = products;
        this.changes = changes;
    }

    /** The products in a stretch whose documents are missing, are of an earlier state or should not be. */
    record Stretch(List<UUID> wrong, UUID end) {

        boolean isLast() {
            return end.equals(END);
        }
    }

    @ActivateRequestContext
    <T extends ProductDocument> long count(Class<T> type) {
        return session.search(type)
                .where(match -> match.matchAll())
                .failAfter(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .fetchTotalHitCount();
    }

    /**
     * Looks at the products behind an id. The index must have been refreshed after the call began, which is what the last
     * parameter is for.
     */
    @ActivateRequestContext
    <T extends ProductDocument> Stretch compare(Class<T> type, UUID after, int size, Runnable refresh) {
        Set<UUID> unsettled = changes.unsettledBehind(after, size);
        List<T> rows = products.findLiveAfter(type, after, size);
        UUID end = rows.size() < size ? END : rows.getLast().id;
        refresh.run();
        Map<UUID, String> documents = documents(type, after, end);
        Map<UUID, String> expected = fingerprints(rows);
        List<UUID> suspects = differing(expected, documents);
        suspects.removeAll(unsettled);
        return new Stretch(suspects.isEmpty() ? suspects : stillWrong(type, suspects, expected), end);
    }

    private <T extends ProductDocument> List<UUID> stillWrong(
            Class<T> type, List<UUID> suspects, Map<UUID, String> before) {
        Map<UUID, String> now = fingerprints(products.findLive(type, suspects));
        List<UUID> wrong = new ArrayList<>(suspects);
        wrong.removeIf(id -> !Objects.equals(now.get(id), before.get(id)));
        wrong.removeAll(changes.unsettledAmong(wrong));
        return wrong;
    }

    private <T extends ProductDocument> Map<UUID, String> documents(Class<T> type, UUID after, UUID end) {
        Map<UUID, String> documents = new HashMap<>();
        session.search(type)
                .select(project -> project.composite()
                        .from(project.id(UUID.class), project.field("fingerprint", String.class))
                        .as(Map::entry))
                .where(match -> match.range()
                        .field("tieBreak")
                        .range(Range.between(after, RangeBoundInclusion.EXCLUDED, end, RangeBoundInclusion.INCLUDED)))
                .failAfter(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .fetchHits(MOST_DOCUMENTS)
                .forEach(document -> documents.put(document.getKey(), document.getValue()));
        return documents;
    }

    private static List<UUID> differing(Map<UUID, String> expected, Map<UUID, String> documents) {
        Set<UUID> all = new HashSet<>(expected.keySet());
        all.addAll(documents.keySet());
        List<UUID> differing = new ArrayList<>(all);
        differing.removeIf(id -> Objects.equals(expected.get(id), documents.get(id)));
        return differing;
    }

    private static Map<UUID, String> fingerprints(List<? extends ProductDocument> rows) {
        Map<UUID, String> fingerprints = new HashMap<>();
        rows.forEach(row -> fingerprints.put(row.id, row.getFingerprint()));
        return fingerprints;
    }
}
