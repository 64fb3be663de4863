package io.cloudshop.benchmarks.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What customers noticed, second by second. Thread-safe. */
final class Record {

    private final int[] good;
    private final int[] failed;
    private final List<Duration> checkouts = new ArrayList<>();

    /** For an experiment of so many seconds; what comes later counts to the last one. */
    Record(int seconds) {
        good = new int[seconds];
        failed = new int[seconds];
    }

    synchronized void add(Duration sinceBegin, boolean isGood) {
        int second = (int) Math.min(sinceBegin.toSeconds(), good.length - 1L);
        (isGood ? good : failed)[second]++;
    }

    /** From the first try to the order, tries in between included. */
    synchronized void addCheckout(Duration whole) {
        checkouts.add(whole);
    }

    synchronized int requests() {
        return sum(good) + sum(failed);
    }

    synchronized int failures() {
        return sum(failed);
    }

    /** Of all requests, 1 for all of them; 1 where there were none. */
    synchronized double availability() {
        int all = requests();
        return all == 0 ? 1 : (double) sum(good) / all;
    }

    /** Seconds of full outage that do the same harm: half of the answers lost for two seconds are one second. */
    synchronized double lostSeconds() {
        double lost = 0;
        for (int second = 0; second < good.length; second++) {
            int all = good[second] + failed[second];
            lost += all == 0 ? 0 : (double) failed[second] / all;
        }
        return lost;
    }

    /** Good answers of each second in percent; 100 where nobody asked. */
    synchronized List<Integer> percentBySecond() {
        List<Integer> percents = new ArrayList<>();
        for (int second = 0; second < good.length; second++) {
            int all = good[second] + failed[second];
            percents.add(all == 0 ? 100 : Math.round(100f * good[second] / all));
        }
        return percents;
    }

    synchronized int checkouts() {
        return checkouts.size();
    }

    /** The slowest checkout of the given share, 0.5 for the median; zero without any. */
    synchronized Duration checkout(double share) {
        List<Duration> sorted = checkouts.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
