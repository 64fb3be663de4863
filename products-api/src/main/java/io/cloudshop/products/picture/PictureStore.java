package io.cloudshop.products.picture;

import java.time.Instant;
import java.util.Optional;

/** Where pictures are kept. */
interface PictureStore {

    /** Keeps it if it is not there. It counts as unused until a product or a category has its address. */
    void keep(Picture picture, Instant now);

    /**
     * The bytes of a picture.
     *
     * @param address as {@link Picture#address()} gives it
     */
    Optional<byte[]> content(String address);

    /**
     * Looks at pictures that were given up before then, and drops those that nothing shows.
     *
     * @return how many were looked at, at most as many as asked for
     */
    int dropUnused(Instant before, int most);
}
