package io.cloudshop.products.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Highlightable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.ValueBridge;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.ValueBridgeRef;
import org.hibernate.search.mapper.pojo.bridge.runtime.ValueBridgeToIndexedValueContext;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ScaledNumberField;

/**
 * What the search index knows of a product. It only ever reads the table, so nothing reaches the index but through the
 * outbox. A column that is added here must be added to the trigger product_changed, too.
 */
@Entity
@Immutable
@Indexed(index = "product")
@Table(name = "product")
class IndexedProduct {

    /** In the document once more, so that it can decide between equals as it does in the database. */
    @Id
    @KeywordField(name = "tieBreak", sortable = Sortable.YES)
    UUID id;

    @KeywordField(normalizer = ProductAnalysis.CASELESS)
    String sku;

    @FullTextField(analyzer = ProductAnalysis.ENGLISH, highlightable = Highlightable.UNIFIED)
    String name;

    @FullTextField(analyzer = ProductAnalysis.ENGLISH, highlightable = Highlightable.UNIFIED)
    String description;

    @KeywordField(aggregable = Aggregable.YES)
    @FullTextField(name = "categoryText", analyzer = ProductAnalysis.ENGLISH)
    String category;

    /** As fine as the finest currency of ISO 4217. */
    @ScaledNumberField(decimalScale = 4, sortable = Sortable.YES, aggregable = Aggregable.YES)
    BigDecimal price;

    @GenericField(name = "inStock", valueBridge = @ValueBridgeRef(type = InStock.class))
    long available;

    @KeywordField(sortable = Sortable.YES)
    @Column(name = "sort_name")
    String sortName;

    @GenericField(sortable = Sortable.YES)
    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "deleted_at")
    Instant deletedAt;

    boolean isLive() {
        return deletedAt == null;
    }

    /** Only whether there is any, so that the index need not hear of every sale. */
    public static final class InStock implements ValueBridge<Long, Boolean> {

        @Override
        public Boolean toIndexedValue(Long available, ValueBridgeToIndexedValueContext context) {
            return available != null && available > 0;
        }
    }
}
