package io.cloudshop.benchmarks.checkout;

import io.cloudshop.benchmarks.shop.RunningShop;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the shop has spent until a moment.
 *
 * @param cpu     processor time by component; a store's with the processes that it has started
 * @param commits of all databases of the shop
 */
record Expenses(Map<String, Duration> cpu, long commits) {

    static Expenses of(RunningShop shop, ShopDatabase database) {
        Map<String, Duration> cpu = shop.components().stream()
                .collect(Collectors.toMap(
                        RunningShop.Component::name,
                        component -> cpuOf(component.pid()),
                        Duration::plus,
                        TreeMap::new));
        return new Expenses(cpu, database.commits());
    }

    /** What was spent since. */
    Expenses since(Expenses before) {
        Map<String, Duration> spent = new TreeMap<>();
        cpu.forEach((name, time) -> spent.put(name, time.minus(before.cpu().get(name))));
        return new Expenses(spent, commits - before.commits());
    }

    private static Duration cpuOf(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
