package io.cloudshop.products.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category that has products. */
@Schema(requiredProperties = {"name", "productCount", "slug"})
record Category(
        @Schema(description = "By which products are filtered", example = "Lighting")
        String name,

        @Schema(description = "What a filter by it finds: its own products and those of the categories in it")
        long productCount,

        @Schema(description = "The name in the language of the answer", example = "Lighting")
        String label,

        @Schema(description = "For addresses; it stays when the name changes", example = "lighting")
        String slug,

        @Schema(description = "Its picture, or that of its first product", example = "/catalogue/lmp-1042.svg")
        String imageUrl,

        @Schema(description = "The name of the category that it lies in; absent at the top", example = "Furniture")
        String parent) {

    /** In the catalogue's own language. */
    Category(String name, long productCount, String slug, String imageUrl, String parent) {
        this(name, productCount, name, slug, imageUrl, parent);
    }

    Category said(String inAnotherLanguage) {
        return new Category(name, productCount, inAnotherLanguage, slug, imageUrl, parent);
    }
}
