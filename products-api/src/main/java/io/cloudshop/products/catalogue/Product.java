package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A product in the database. Its stock columns belong to the stock feature; this class only reads what is available. */
@Entity
@Table(name = "product")
class Product {

    @Id
    UUID id;

    String sku;
    String name;
    String description;
    String category;
    BigDecimal price;
    String currency;

    @Column(name = "image_url")
    String imageUrl;

    @Column(insertable = false, updatable = false)
    long available;

    @Column(name = "sort_name", insertable = false, updatable = false)
    String sortName;

    @Column(name = "sort_name_fr", insertable = false, updatable = false)
    String sortNameFr;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "deleted_at")
    Instant deletedAt;

    static Product of(ProductInput input, Instant now) {
        Product product = new Product();
        product.id = Ids.next();
        product.createdAt = now;
        product.edit(input, now);
        return product;
    }

    void edit(ProductInput input, Instant now) {
        sku = input.sku();
        name = input.name();
        description = input.description();
        category = input.category();
        price = input.price().value();
        currency = input.price().currency();
        imageUrl = input.imageUrl();
        updatedAt = now;
    }

    void show(String picture, Instant now) {
        imageUrl = picture;
        updatedAt = now;
    }

    ProductView view() {
        return new ProductView(
                id,
                sku,
                name,
                description,
                category,
                new Money(price, currency),
                available,
                imageUrl,
                version,
                createdAt,
                updatedAt);
    }
}
