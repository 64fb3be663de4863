package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudshop.stores.process.Ports;
import io.cloudshop.system.shop.Command;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./cloudshop} promises while the shop runs, and when it ends; the end comes last. */
@LocalShopNeeded
@Order(LocalShopNeeded.LAST)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double BUSY = 3;
    private static final int NOT_RUNNING = 5;

    private final LocalShop shop;

    LauncherIT(LocalShop shop) {
        this.shop = shop;
    }

    @Test
    @Order(1)
    void status_names_three_stores_and_five_services() {
        Map<String, List<Component>> kinds = shop.components().stream().collect(Collectors.groupingBy(Component::kind));

        assertThat(kinds).containsOnlyKeys("store", "service");
        assertThat(kinds.get("store"))
                .extracting(Component::name, Component::managementPort)
                .containsExactlyInAnyOrder(tuple("postgresql", null), tuple("redis", null), tuple("opensearch", null));
        assertThat(kinds.get("service"))
                .extracting(Component::name)
                .containsExactlyInAnyOrder("auth-service", "products-api", "orders-api", "api-gateway", "frontend");
    }

    @Test
    @Order(1)
    void status_knows_every_process() {
        assertThat(shop.components()).allSatisfy(component -> {
            assertThat(component.isUp()).isTrue();
            assertThat(component.process().isAlive()).isTrue();
            assertThat(component.rssBytes()).isPositive();
            assertThat(component.uptimeSeconds()).isNotNegative();
            assertThat(component.restarts()).isZero();
        });
    }

    @Test
    @Order(2)
    void a_second_up_says_that_the_shop_is_up() {
        List<Component> before = shop.components();

        Command.Result up = shop.launcher().run("up", "--detach", "--no-build");

        assertThat(up.output()).contains("CloudShop is up already", shop.url());
        assertThat(up.status()).isZero();
        assertThat(shop.components())
                .extracting(Component::pid)
                .isEqualTo(before.stream().map(Component::pid).toList());
    }

    @ParameterizedTest
    @CsvSource({"redis, 10", "postgresql, 10", "products-api, 10", "opensearch, 30"})
    @Order(3)
    void a_killed_component_is_back_soon_and_the_cart_with_it(String name, int seconds) {
        Customer customer = Customer.registeredAt(shop);
        customer.putIntoCart(Product.inStockAt(shop), 1);
        List<Component> before = shop.components();

        shop.component(name).process().destroyForcibly();
        Duration absence = untilItIsBack(name);

        assertThat(othersThan(name, shop.components())).isEqualTo(othersThan(name, before));
        thenTheCartCanBeOrdered(customer);
        thenItWasInTime(name, absence, Duration.ofSeconds(seconds));
    }

    @Test
    @Order(4)
    void down_leaves_nothing_behind() {
        List<Component> components = shop.components();
        List<ProcessHandle> processes = components.stream()
                .map(Component::process)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();

        Command.Result down = shop.launcher().run("down");

        assertThat(down).isEqualTo(new Command.Result(0, "CloudShop is down.\n"));
        assertThat(processes).hasSizeGreaterThan(components.size()).noneMatch(ProcessHandle::isAlive);
        assertThat(components).extracting(Component::port).allMatch(Ports::isFree);
        assertThat(shop.launcher().run("status").status()).isEqualTo(NOT_RUNNING);
    }

    private Duration untilItIsBack(String name) {
        long killedAt = System.nanoTime();
        await().atMost(PATIENCE).until(() -> shop.isBack(name, 1));
        Duration absence = Duration.ofNanos(System.nanoTime() - killedAt);
        assertThat(shop.component(name)).returns(1, Component::restarts).returns(true, Component::isUp);
        return absence;
    }

    private static List<Long> othersThan(String name, List<Component> components) {
        return components.stream()
                .filter(component -> !component.name().equals(name))
                .map(Component::pid)
                .toList();
    }

    /** Seconds can only be promised where the machine has them to spare. */
    private static void thenItWasInTime(String name, Duration absence, Duration limit) {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        double load = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
        assumeTrue(
                absence.compareTo(limit) <= 0 || load < BUSY,
                () -> "%s was back after %s, but %.0f processes wait for each processor of this machine."
                        .formatted(name, absence, load));
        assertThat(absence).isLessThanOrEqualTo(limit);
    }

    private static void thenTheCartCanBeOrdered(Customer customer) {
        String key = UUID.randomUUID().toString();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Reply order = customer.checkOut(key);
            assertThat(order.status()).as(order.toString()).isEqualTo(201);
        });
    }
}
