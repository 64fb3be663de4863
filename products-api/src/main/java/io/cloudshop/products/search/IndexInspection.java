package io.cloudshop.products.search;

import io.cloudshop.products.search.EngineIndexes.EngineIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks behind the aliases of the search index: one short question to the engine. */
@ApplicationScoped
class IndexInspection {

    private final EngineIndexes indexes;
    private final IndexSchema schema;

    IndexInspection(EngineIndexes indexes, IndexSchema schema) {
        this.indexes = indexes;
        this.schema = schema;
    }

    /** @throws RuntimeException when the engine does not answer */
    IndexState inspect() {
        List<EngineIndex> found = indexes.named(IndexAliases.OF_LIVE);
        if (found.stream().noneMatch(EngineIndex::isLive)) {
            return found.isEmpty() ? IndexState.MISSING : IndexState.FOREIGN;
        }
        EngineIndex index = found.getFirst();
        if (found.size() > 1 || index.schema().isEmpty()) {
            return IndexState.FOREIGN;
        }
        return index.schema().equals(schema.fingerprint()) ? IndexState.GOOD : IndexState.OF_ANOTHER_VERSION;
    }
}
