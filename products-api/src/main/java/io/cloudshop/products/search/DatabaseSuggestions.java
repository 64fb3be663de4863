package io.cloudshop.products.search;

import io.cloudshop.products.search.Candidates.Candidate;
import io.cloudshop.products.translation.ContentLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Candidates from the table, while the engine is away: beginnings of words in names, and names that look similar. */
@ApplicationScoped
class DatabaseSuggestions {

    /** Beginnings by the index of texts, similar names by that of trigrams; of very many it takes some. */
    private static final String CANDIDATES = """
            SELECT p.id, coalesce(t.name, p.name) AS called, coalesce(c.name, p.category)
              FROM (SELECT id, name, category, available > 0 AS in_stock FROM product
                     WHERE deleted_at IS NULL
                       AND (sku = :sku OR search_text @@ to_tsquery('english', :words) OR :text <% name
                            OR id = ANY (ARRAY(SELECT product_id FROM product_translation
                                                WHERE lang = :lang
                                                  AND (search_text @@ to_tsquery('french', :words) OR :text <% name)
                                                LIMIT 500)))
                     LIMIT 500) AS p
              LEFT JOIN product_translation t ON t.product_id = p.id AND t.lang = :lang
              LEFT JOIN category_translation c ON c.category = p.category AND c.lang = :lang
             ORDER BY p.in_stock DESC, word_similarity(:text, coalesce(t.name, p.name)) DESC, called, p.id LIMIT :most""";

    private final EntityManager entities;
    private final StatementTime time;
    private final Duration timeout;

    DatabaseSuggestions(EntityManager entities, StatementTime time, SearchSettings settings) {
        this.entities = entities;
        this.time = time;
        this.timeout = settings.databaseTimeout();
    }

    @Transactional
    @SuppressWarnings("unchecked")
    Candidates find(String text, List<String> terms, ContentLanguage language) {
        time.limit(Deadline.in(timeout));
        List<Tuple> rows = entities.createNativeQuery(CANDIDATES, Tuple.class)
                .setParameter("sku", text.toUpperCase(Locale.ROOT))
                .setParameter("words", PrefixQuery.inNames(terms))
                .setParameter("text", text)
                .setParameter("lang", language.tag())
                .setParameter("most", Candidates.MOST)
                .getResultList();
        return new Candidates(
                rows.stream()
                        .map(row -> new Candidate(
                                row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class)))
                        .toList(),
                SearchHits.DATABASE);
    }
}
