package io.cloudshop.products.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One making of the search index. Written by the statements of {@link RebuildRepository}, which ask for the lease. */
@Entity
@Immutable
@Table(name = "search_rebuild")
class Rebuild {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    RebuildStatus status;

    /** Why the index is made. */
    String reason;

    long indexed;

    long total;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    /** Why it failed, for the log and administrators. */
    String failure;
}
