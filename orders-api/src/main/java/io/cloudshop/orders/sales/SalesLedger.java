package io.cloudshop.orders.sales;

import io.cloudshop.defaults.Ids;
import io.cloudshop.orders.sales.Sales.Day;
import io.cloudshop.orders.sales.Sales.Revenue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums over the orders of some days. */
@ApplicationScoped
class SalesLedger {

    /** An order's id is made before it is placed, by a clock that may be a little behind. */
    private static final Duration ID_MAY_BE_OLDER_BY = Duration.ofMinutes(5);

    private final EntityManager database;
    private final Clock clock;

    SalesLedger(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Sum(LocalDate day, String currency, long orders, BigDecimal total) {}

    /** Each of so many days, the last of which is today. */
    @Transactional
    List<Day> ofTheLast(int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = today.minusDays(days - 1L);
        Map<LocalDate, List<Sum>> sums =
                since(first.atStartOfDay().toInstant(ZoneOffset.UTC)).stream().collect(Collectors.groupingBy(Sum::day));
        return first.datesUntil(today.plusDays(1))
                .map(day -> of(day, sums.getOrDefault(day, List.of())))
                .toList();
    }

    /** By id, which sorts by time, so that no checkout pays for an index more. */
    private List<Sum> since(Instant start) {
        return database.createQuery("""
                        select cast(function('timezone', 'UTC', o.createdAt) as LocalDate) as day, o.currency,
                               count(o), sum(o.total)
                          from Order o
                         where o.id >= :earliest and o.createdAt >= :start
                           and o.status in (CONFIRMED, SHIPPED, DELIVERED)
                         group by day, o.currency
                         order by day, o.currency""", Sum.class)
                .setParameter("earliest", Ids.earliestOf(start.minus(ID_MAY_BE_OLDER_BY)))
                .setParameter("start", start)
                .getResultList();
    }

    private static Day of(LocalDate day, List<Sum> sums) {
        return new Day(
                day,
                sums.stream().mapToLong(Sum::orders).sum(),
                sums.stream()
                        .map(sum -> Revenue.of(sum.total(), sum.currency()))
                        .toList());
    }
}
