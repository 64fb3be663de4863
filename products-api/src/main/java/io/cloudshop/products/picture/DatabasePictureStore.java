package io.cloudshop.products.picture;

import io.cloudshop.database.ScalarQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Pictures as rows: they are backed up, replicated and dropped with the catalogue, and are there when the product is. Triggers
 * say which of them products and categories have given up.
 */
@ApplicationScoped
class DatabasePictureStore implements PictureStore {

    private static final String KEEP = """
            INSERT INTO picture (hash, media_type, width, height, content, unused_since)
            VALUES (:hash, :mediaType, :width, :height, :content, :now)
                ON CONFLICT (hash) DO UPDATE SET unused_since = excluded.unused_since
             WHERE picture.unused_since IS NOT NULL""";

    private static final String CONTENT = "SELECT content FROM picture WHERE address = :address";

    private static final String FIND_GIVEN_UP = """
            SELECT hash FROM picture WHERE unused_since < :before
             ORDER BY unused_since LIMIT :most FOR UPDATE SKIP LOCKED""";

    /** The condition twice, once as the partial index has it. */
    private static final String IS_SHOWN = """
            (EXISTS (SELECT FROM product WHERE image_url = address AND deleted_at IS NULL
                                           AND image_url LIKE '/api/v1/pictures/%')
             OR EXISTS (SELECT FROM category WHERE image_url = address))""";

    private static final String DROP = "DELETE FROM picture WHERE hash IN (:hashes) AND NOT " + IS_SHOWN;
    private static final String SPARE = "UPDATE picture SET unused_since = NULL WHERE hash IN (:hashes)";

    private final Session database;

    DatabasePictureStore(Session database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void keep(Picture picture, Instant now) {
        database.createNativeMutationQuery(KEEP)
                .setParameter("hash", picture.hash())
                .setParameter("mediaType", picture.mediaType())
                .setParameter("width", picture.width())
                .setParameter("height", picture.height())
                .setParameter("content", picture.content())
                .setParameter("now", now)
                .executeUpdate();
    }

    @Override
    public Optional<byte[]> content(String address) {
        return database.createNativeQuery(CONTENT, byte[].class)
                .addScalar("content", byte[].class)
                .setParameter("address", address)
                .uniqueResultOptional();
    }

    @Override
    @Transactional
    public int dropUnused(Instant before, int most) {
        List<String> givenUp = ScalarQuery.of(database, FIND_GIVEN_UP, String.class)
                .setParameter("before", before)
                .setParameter("most", most)
                .getResultList();
        if (!givenUp.isEmpty()) {
            database.createNativeMutationQuery(DROP)
                    .setParameterList("hashes", givenUp)
                    .executeUpdate();
            database.createNativeMutationQuery(SPARE)
                    .setParameterList("hashes", givenUp)
                    .executeUpdate();
        }
        return givenUp.size();
    }
}
