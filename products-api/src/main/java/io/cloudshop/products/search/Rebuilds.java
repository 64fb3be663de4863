package io.cloudshop.products.search;

import io.cloudshop.defaults.BackOff;
import io.cloudshop.defaults.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The books of all rebuilds: at most one runs, for all replicas together, and it belongs to who holds its lease. */
@ApplicationScoped
@Transactional
class Rebuilds {

    private static final Logger LOG = Logger.getLogger(Rebuilds.class);
    private static final int KEPT = 100;
    private static final int LONGEST_TEXT = 500;
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(2);

    private final RebuildRepository rebuilds;
    private final ChangesMeanwhile changes;
    private final SearchSettings.Rebuild settings;
    private final Clock clock;

    /** Who this replica is as long as it lives. */
    private final UUID worker = Ids.next();

    Rebuilds(RebuildRepository rebuilds, ChangesMeanwhile changes, SearchSettings settings, Clock clock) {
        this.rebuilds = rebuilds;
        this.changes = changes;
        this.settings = settings.rebuild();
        this.clock = clock;
    }

    /**
     * Begins one; a replica takes it up soon.
     *
     * @throws RebuildInProgressException while another one is running
     */
    RebuildView begin(String reason) {
        UUID id = Ids.next();
        if (!rebuilds.insert(id, shortened(reason), settings.lease())) {
            throw new RebuildInProgressException(
                    rebuilds.findRunning().map(running -> running.id).orElse(null));
        }
        rebuilds.forgetAllBut(KEPT);
        return view(rebuilds.findById(id));
    }

    /** Begins one unless one is running, or the last ones failed only a moment ago. */
    void beginAgain(String reason) {
        RebuildRepository.Failures failures = rebuilds.failuresInARow();
        boolean isTooEarly = failures.count() > 0
                && failures.ago().compareTo(new BackOff(FIRST_BACK_OFF, settings.maxBackOff()).after(failures.count()))
                        < 0;
        if (!isTooEarly && rebuilds.insert(Ids.next(), shortened(reason), settings.lease())) {
            LOG.infof("The search index is made: %s", reason);
        }
    }

    Optional<RebuildView> find(UUID id) {
        return rebuilds.findByIdOptional(id).map(this::view);
    }

    boolean isRunning(UUID id) {
        return rebuilds.isRunning(id);
    }

    /** One that nobody has taken up yet. */
    Optional<UUID> claim() {
        return rebuilds.claim(worker, settings.lease());
    }

    /** Says that the work goes on. @throws IllegalStateException when it is not this replica's any more */
    void renew(UUID id, Progress progress) {
        if (!rebuilds.renew(id, worker, progress, settings.lease())) {
            throw new IllegalStateException("The lease was lost");
        }
    }

    /** The new index is published: what changed at the last moment follows through the outbox. */
    void complete(UUID id) {
        if (rebuilds.finish(id, worker, RebuildStatus.COMPLETED, null)) {
            changes.announce();
        }
    }

    void fail(UUID id, String failure) {
        if (rebuilds.finish(id, worker, RebuildStatus.FAILED, shortened(failure))) {
            changes.announce();
        }
    }

    /**
     * Fails those whose worker is gone. It may have gone just after the new index was published, so what changed at the last
     * moment follows here, too.
     */
    List<UUID> failAbandoned() {
        List<UUID> abandoned = rebuilds.expire("Whoever was at it gave no sign of life for " + settings.lease());
        if (!abandoned.isEmpty()) {
            changes.announce();
        }
        return abandoned;
    }

    private RebuildView view(Rebuild rebuild) {
        return RebuildView.of(rebuild, clock.instant());
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
