package io.cloudshop.products.search;

import io.cloudshop.products.search.Candidates.Candidate;
import io.cloudshop.products.translation.ContentLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.session.SearchSession;

/** Candidates from the index: names that have words beginning as typed, or, where there are none, nearly so. */
@ApplicationScoped
class IndexSuggestions {

    /** Shorter words are similar to too many others. */
    private static final int SHORTEST_FUZZY = 4;

    private final SearchSession session;
    private final Duration timeout;

    IndexSuggestions(SearchSession session, SearchSettings settings) {
        this.session = session;
        this.timeout = settings.engineTimeout();
    }

    Candidates find(List<String> terms, ContentLanguage language) {
        IndexedText text = IndexedText.in(language);
        Deadline deadline = Deadline.in(timeout);
        List<Candidate> found = find(terms, text, false, deadline);
        return new Candidates(found.isEmpty() ? find(terms, text, true, deadline) : found, SearchHits.INDEX);
    }

    private List<Candidate> find(List<String> terms, IndexedText text, boolean fuzzy, Deadline deadline) {
        return session.search(IndexedProduct.class)
                .select(project -> project.composite()
                        .from(
                                project.id(UUID.class),
                                project.field(text.productName(), String.class),
                                project.field(text.category(), String.class))
                        .as(Candidate::new))
                .where((match, all) -> terms.forEach(term -> all.add(word(match, text, term, fuzzy))))
                .sort(by -> by.field("inStock").desc().then().score().then().field("tieBreak"))
                .failAfter(deadline.millisLeft(), TimeUnit.MILLISECONDS)
                .fetchHits(Candidates.MOST);
    }

    private static PredicateFinalStep word(SearchPredicateFactory match, IndexedText text, String term, boolean fuzzy) {
        return match.bool(any -> {
            any.should(match.match()
                    .field(text.productName())
                    .boost(2f)
                    .field(text.category())
                    .boost(0.5f)
                    .field(text.beginnings())
                    .matching(term));
            any.should(match.prefix()
                    .field(text.productName())
                    .field(text.category())
                    .boost(0.5f)
                    .matching(term));
            any.should(match.prefix().field("sku").matching(term.toLowerCase(Locale.ROOT)));
            if (fuzzy && term.length() >= SHORTEST_FUZZY) {
                any.should(match.match().field(text.beginnings()).matching(term).fuzzy(1, 1));
            }
        });
    }
}
