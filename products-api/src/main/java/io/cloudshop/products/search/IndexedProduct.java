package io.cloudshop.products.search;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;

/** A product in the index that is searched. */
@Entity
@Immutable
@Indexed(index = IndexAliases.LIVE)
@Table(name = "product")
class IndexedProduct extends ProductDocument {}
