package io.cloudshop.products.search;

import io.cloudshop.products.catalogue.ProductOrder;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Search in the index. Throws whatever the engine's absence throws, after two seconds at most. */
@ApplicationScoped
class IndexSearch {

    static final long TIMEOUT_MILLIS = 2_000;

    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String SORT_NAME = "sortName";
    private static final String TIE_BREAK = "tieBreak";

    /** The name of the highlighter that cuts nothing off. */
    private static final String WHOLE = "whole";

    private final SearchSession session;
    private final IndexFacets facets;

    IndexSearch(SearchSession session, IndexFacets facets) {
        this.session = session;
        this.facets = facets;
    }

    SearchHits find(SearchRequest request) {
        SearchResult<SearchHits.Hit> result = query(request)
                .aggregation(IndexFacets.CATEGORIES, IndexFacets::byCategory)
                .aggregation(IndexFacets.PRICES, facets::byPrice)
                .fetch(request.page().offset(), request.page().size());
        return new SearchHits(result.hits(), result.total().hitCount(), facets.of(request, result), SearchHits.INDEX);
    }

    private SearchQueryOptionsStep<?, ?, SearchHits.Hit, ?, ?, ?> query(SearchRequest request) {
        return session.search(IndexedProduct.class)
                .select(project -> project.composite()
                        .from(
                                project.id(UUID.class),
                                project.highlight(NAME).highlighter(WHOLE),
                                project.highlight(DESCRIPTION))
                        .as(IndexSearch::hit))
                .where((match, root) -> ProductPredicates.add(root, match, request.text(), request.filter()))
                .sort(by -> sort(by, request.order()))
                .highlighter(highlight -> highlight
                        .unified()
                        .encoder(HighlighterEncoder.HTML)
                        .tag("<em>", "</em>")
                        .fragmentSize(200)
                        .numberOfFragments(1))
                .highlighter(WHOLE, highlight -> highlight.unified().numberOfFragments(0))
                .failAfter(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
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

    private static SortFinalStep sort(SearchSortFactory by, ProductOrder order) {
        return switch (order) {
            case null -> by.score().then().field(SORT_NAME).then().field(TIE_BREAK);
            case NAME -> by.field(SORT_NAME).then().field(TIE_BREAK);
            case NAME_DESCENDING ->
                by.field(SORT_NAME).desc().then().field(TIE_BREAK).desc();
            case PRICE -> by.field("price").then().field(TIE_BREAK);
            case PRICE_DESCENDING ->
                by.field("price").desc().then().field(TIE_BREAK).desc();
            case NEWEST -> by.field("createdAt").desc().then().field(TIE_BREAK).desc();
        };
    }
}
