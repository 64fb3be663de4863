package io.cloudshop.orders.reconciliation;

import io.cloudshop.orders.catalogue.Catalogue;
import io.cloudshop.orders.catalogue.StockClaim;
import io.cloudshop.orders.payment.PaymentProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The minute's comparison, done by whichever replica gets the lease: what changed in any of the books since the last one,
 * what has been on its way for too long, what did not agree the last time, and a few orders of a round through all.
 */
@ApplicationScoped
class RecentChanges {

    private static final Logger LOG = Logger.getLogger(RecentChanges.class);
    private static final int PAGE = 500;

    private final OrderLedger ledger;
    private final Catalogue catalogue;
    private final PaymentProvider payments;
    private final Comparison comparison;
    private final Findings findings;
    private final ReconciliationSettings settings;

    RecentChanges(
            OrderLedger ledger,
            Catalogue catalogue,
            PaymentProvider payments,
            Comparison comparison,
            Findings findings,
            ReconciliationSettings settings) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.payments = payments;
        this.comparison = comparison;
        this.findings = findings;
        this.settings = settings;
    }

    /** False where another replica has done it or is at it. */
    boolean compare() {
        return findings.lease(settings.lease()).map(this::compareFrom).isPresent();
    }

    private Findings.Position compareFrom(Findings.Position position) {
        compareChangesSince(position.checkedUntil().minus(settings.overlap()), position.now());
        findings.reached(position.now(), sweepOn(position.sweptUntil()));
        return position;
    }

    private void compareChangesSince(Instant since, Instant now) {
        Map<UUID, StockClaim> claims = claimsChangedSince(since);
        Set<UUID> ids = new LinkedHashSet<>(findings.known(settings.mostChanges()));
        ids.addAll(claims.keySet());
        ids.addAll(ledger.changedSince(since, settings.mostChanges()));
        ids.addAll(payments.changedSince(since, settings.mostChanges()));
        ids.addAll(ledger.unfinishedSince(now.minus(ThreeWayMatch.UNDER_WAY), settings.mostChanges()));
        List<UUID> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<UUID> page = all.subList(from, Math.min(from + PAGE, all.size()));
            List<Mismatch> found = comparison.among(page, claimsOf(page, claims));
            findings.add(found);
            findings.remove(agreeing(page, found));
            tell(found);
        }
    }

    private static Set<UUID> agreeing(List<UUID> looked, List<Mismatch> found) {
        Set<UUID> agreeing = new HashSet<>(looked);
        found.stream().map(Mismatch::orderId).forEach(agreeing::remove);
        return agreeing;
    }

    private static Map<UUID, StockClaim> claimsOf(List<UUID> page, Map<UUID, StockClaim> claims) {
        Map<UUID, StockClaim> known = new HashMap<>();
        page.stream().filter(claims::containsKey).forEach(id -> known.put(id, claims.get(id)));
        return known;
    }

    private Map<UUID, StockClaim> claimsChangedSince(Instant since) {
        Map<UUID, StockClaim> changed = new HashMap<>();
        UUID after = null;
        List<StockClaim> page;
        do {
            page = catalogue.claimsChangedSince(since, after, PAGE);
            page.forEach(claim -> changed.put(claim.orderId(), claim));
            after = page.isEmpty() ? null : page.getLast().orderId();
        } while (page.size() == PAGE && changed.size() < settings.mostChanges());
        return changed;
    }

    /** Gives where the next run goes on. */
    private UUID sweepOn(UUID after) {
        Sweep sweep = comparison.sweep(after, seen -> seen < settings.sweptInAMinute());
        findings.add(sweep.mismatches());
        tell(sweep.mismatches());
        return sweep.complete() ? null : sweep.reached();
    }

    private static void tell(List<Mismatch> found) {
        found.forEach(mismatch -> LOG.errorf("Order %s: %s", mismatch.orderId(), mismatch.problem()));
    }
}
