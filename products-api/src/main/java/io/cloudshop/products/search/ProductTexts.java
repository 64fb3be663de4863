package io.cloudshop.products.search;

import static io.cloudshop.products.search.ProductAnalysis.ENGLISH;
import static io.cloudshop.products.search.ProductAnalysis.ENGLISH_BEGINNINGS;
import static io.cloudshop.products.search.ProductAnalysis.ENGLISH_JOINED;
import static io.cloudshop.products.search.ProductAnalysis.ENGLISH_SYNONYMS;
import static io.cloudshop.products.search.ProductAnalysis.ENGLISH_WORDS;
import static io.cloudshop.products.search.ProductAnalysis.FRENCH;
import static io.cloudshop.products.search.ProductAnalysis.FRENCH_BEGINNINGS;
import static io.cloudshop.products.search.ProductAnalysis.FRENCH_JOINED;
import static io.cloudshop.products.search.ProductAnalysis.FRENCH_SYNONYMS;
import static io.cloudshop.products.search.ProductAnalysis.FRENCH_WORDS;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.Formula;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Highlightable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.automaticindexing.ReindexOnUpdate;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IndexingDependency;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;

/**
 * What a product is called, in each language that the catalogue can be read in; where a translation is missing its fields have
 * the English text. {@link IndexedText} knows the names of the fields.
 */
@MappedSuperclass
abstract class ProductTexts {

    private static final String TRANSLATION = " FROM product_translation t WHERE t.product_id = id AND t.lang = 'fr')";

    @FullTextField(
            analyzer = ENGLISH,
            searchAnalyzer = ENGLISH_SYNONYMS,
            highlightable = Highlightable.UNIFIED,
            projectable = Projectable.YES)
    @FullTextField(name = "nameBeginnings", analyzer = ENGLISH_BEGINNINGS, searchAnalyzer = ENGLISH_WORDS)
    @FullTextField(name = "nameJoined", analyzer = ENGLISH_JOINED, searchAnalyzer = ENGLISH)
    String name;

    @FullTextField(analyzer = ENGLISH, searchAnalyzer = ENGLISH_SYNONYMS, highlightable = Highlightable.UNIFIED)
    String description;

    @KeywordField(aggregable = Aggregable.YES)
    @FullTextField(
            name = "categoryText",
            analyzer = ENGLISH,
            searchAnalyzer = ENGLISH_SYNONYMS,
            projectable = Projectable.YES)
    String category;

    @KeywordField(sortable = Sortable.YES)
    @Column(name = "sort_name")
    String sortName;

    @KeywordField(sortable = Sortable.YES)
    @Column(name = "sort_name_fr")
    String sortNameFr;

    @Formula("(SELECT t.name" + TRANSLATION)
    String frenchName;

    @Formula("(SELECT t.description" + TRANSLATION)
    String frenchDescription;

    @Formula("(SELECT c.name FROM category_translation c WHERE c.category = category AND c.lang = 'fr')")
    String frenchCategory;

    @FullTextField(
            analyzer = FRENCH,
            searchAnalyzer = FRENCH_SYNONYMS,
            highlightable = Highlightable.UNIFIED,
            projectable = Projectable.YES)
    @FullTextField(name = "nameBeginningsFr", analyzer = FRENCH_BEGINNINGS, searchAnalyzer = FRENCH_WORDS)
    @FullTextField(name = "nameJoinedFr", analyzer = FRENCH_JOINED, searchAnalyzer = FRENCH)
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    String getNameFr() {
        return frenchName == null ? name : frenchName;
    }

    @FullTextField(analyzer = FRENCH, searchAnalyzer = FRENCH_SYNONYMS, highlightable = Highlightable.UNIFIED)
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    String getDescriptionFr() {
        return frenchName == null ? description : frenchDescription;
    }

    @FullTextField(analyzer = FRENCH, searchAnalyzer = FRENCH_SYNONYMS, projectable = Projectable.YES)
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    String getCategoryTextFr() {
        return frenchCategory == null ? category : frenchCategory;
    }
}
