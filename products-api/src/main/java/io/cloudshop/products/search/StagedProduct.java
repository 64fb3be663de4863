package io.cloudshop.products.search;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;

/** The same product in the index that is being made, and takes the place of the one that is searched when it is complete. */
@Entity
@Immutable
@Indexed(index = IndexAliases.STAGED)
@Table(name = "product")
class StagedProduct extends ProductDocument {}
