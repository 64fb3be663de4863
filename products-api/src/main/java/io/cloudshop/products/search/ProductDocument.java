package io.cloudshop.products.search;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.automaticindexing.ReindexOnUpdate;
import org.hibernate.search.mapper.pojo.bridge.ValueBridge;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.ValueBridgeRef;
import org.hibernate.search.mapper.pojo.bridge.runtime.ValueBridgeToIndexedValueContext;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IndexingDependency;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ScaledNumberField;

/**
 * What the search index knows of a product. It only ever reads the table, so nothing reaches the index but through the
 * outbox or a rebuild. A column that is added here must be added to the trigger product_changed and to
 * the fingerprint, too.
 */
@MappedSuperclass
abstract class ProductDocument extends ProductTexts {

    /** In the document once more, so that it can decide between equals as it does in the database. */
    @Id
    @KeywordField(name = "tieBreak", sortable = Sortable.YES)
    UUID id;

    @KeywordField(normalizer = ProductAnalysis.CASELESS)
    String sku;

    /** As fine as the finest currency of ISO 4217. */
    @ScaledNumberField(decimalScale = 4, sortable = Sortable.YES, aggregable = Aggregable.YES)
    BigDecimal price;

    @GenericField(name = "inStock", sortable = Sortable.YES, valueBridge = @ValueBridgeRef(type = InStock.class))
    long available;

    @GenericField(sortable = Sortable.YES)
    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "deleted_at")
    Instant deletedAt;

    boolean isLive() {
        return deletedAt == null;
    }

    /** Tells two states of a product apart, as far as the index knows them. */
    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    String getFingerprint() {
        return Fingerprint.of(
                sku,
                name,
                description,
                category,
                price.stripTrailingZeros().toPlainString(),
                String.valueOf(available > 0),
                sortName,
                createdAt.toString(),
                getNameFr(),
                getDescriptionFr(),
                getCategoryTextFr(),
                sortNameFr);
    }

    /** Only whether there is any, so that the index need not hear of every sale. */
    public static final class InStock implements ValueBridge<Long, Boolean> {

        @Override
        public Boolean toIndexedValue(Long available, ValueBridgeToIndexedValueContext context) {
            return available != null && available > 0;
        }
    }
}
