package io.cloudshop.products.catalogue;

import io.cloudshop.products.picture.Picture;
import io.cloudshop.products.picture.Pictures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Pictures and the products that they are of, changed together. */
@ApplicationScoped
class ProductPictures {

    private final Catalogue catalogue;
    private final Pictures pictures;

    ProductPictures(Catalogue catalogue, Pictures pictures) {
        this.catalogue = catalogue;
        this.pictures = pictures;
    }

    /** Locks the product first and the picture then, as an edit of it does by its triggers. */
    @Transactional
    ProductView put(UUID product, Picture picture, EntityTags expected) {
        catalogue.requireUnchanged(product, expected);
        return catalogue.illustrate(product, pictures.keep(picture), expected);
    }
}
