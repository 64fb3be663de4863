package io.cloudshop.products.search;

import io.cloudshop.products.catalogue.ProductOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.engine.search.highlighter.dsl.HighlighterEncoder;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.mapper.orm.session.SearchSession;

/** Search in the index. Throws whatever the engine's absence throws, as soon as the time for the whole search is up. */
@ApplicationScoped
class IndexSearch {

    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String TIE_BREAK = "tieBreak";

    /** The name of the highlighter that cuts nothing off. */
    private static final String WHOLE = "whole";

    private final SearchSession session;
    private final IndexFacets facets;
    private final Duration timeout;

    IndexSearch(SearchSession session, IndexFacets facets, SearchSettings settings) {
        this.session = session;
        this.facets = facets;
        this.timeout = settings.engineTimeout();
    }

    SearchHits find(SearchRequest request) {
        Deadline deadline = Deadline.in(timeout);
        SearchResult<SearchHits.Hit> result = query(request, deadline)
                .aggregation(IndexFacets.CATEGORIES, IndexFacets::byCategory)
                .aggregation(IndexFacets.PRICES, facets::byPrice)
                .fetch(request.page().offset(), request.page().size());
        return new SearchHits(
                result.hits(), result.total().hitCount(), facets.of(request, result, deadline), SearchHits.INDEX);
    }

    private SearchQueryOptionsStep<?, ?, SearchHits.Hit, ?, ?, ?> query(SearchRequest request, Deadline deadline) {
        IndexedText text = IndexedText.in(request.language());
        return session.search(IndexedProduct.class)
                .select(project -> project.composite()
                        .from(
                                project.id(UUID.class),
                                project.highlight(text.productName()).highlighter(WHOLE),
                                project.highlight(text.description()))
                        .as(IndexSearch::hit))
                .where((match, root) -> ProductPredicates.add(root, match, request, request.filter()))
                .sort(by -> sort(by, request.order(), text.sortName()))
                .highlighter(highlight -> highlight
                        .unified()
                        .encoder(HighlighterEncoder.HTML)
                        .tag("<em>", "</em>")
                        .fragmentSize(200)
                        .numberOfFragments(1))
                .highlighter(WHOLE, highlight -> highlight.unified().numberOfFragments(0))
                .failAfter(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    }

    private static SearchHits.Hit hit(UUID id, List<String> name, List<String> description) {
        Map<String, List<String>> highlights = new LinkedHashMap<>();
        if (!name.isEmpty()) {
            highlights.put(NAME, name);
        }
        if (!description.isEmpty()) {
            highlights.put(DESCRIPTION, description);
        }
        return new SearchHits.Hit(id, highlights);
    }

    private static SortFinalStep sort(SearchSortFactory by, ProductOrder order, String name) {
        return switch (order) {
            case null -> by.score().then().field(name).then().field(TIE_BREAK);
            case NAME -> by.field(name).then().field(TIE_BREAK);
            case NAME_DESCENDING ->
                by.field(name).desc().then().field(TIE_BREAK).desc();
            case PRICE -> by.field("price").then().field(TIE_BREAK);
            case PRICE_DESCENDING ->
                by.field("price").desc().then().field(TIE_BREAK).desc();
            case NEWEST -> by.field("createdAt").desc().then().field(TIE_BREAK).desc();
        };
    }
}
