package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.system.shop.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./cloudshop chaos pod-delete}, as somebody types it who wants to see it. */
@Tag("chaos")
@LocalShopNeeded
class PodDeleteIT {

    private final LocalShop shop;

    @TempDir
    private Path folder;

    PodDeleteIT(LocalShop shop) {
        this.shop = shop;
    }

    @Test
    void no_order_is_lost_while_a_service_is_killed_and_the_report_says_so() throws IOException {
        Path report = folder.resolve("chaos.md");

        Command.Result chaos = shop.launcher()
                .run(
                        "chaos",
                        "pod-delete",
                        "--component",
                        "products-api",
                        "--duration",
                        "20s",
                        "--report",
                        "" + report);

        assertThat(chaos.status()).as(chaos.output()).isZero();
        assertThat(chaos.output()).contains("No order is lost").containsPattern("[1-9][0-9]* orders");
        assertThat(Files.readString(report)).contains("| products-api | 1 |", "| none |", "xychart-beta");
    }

    @Test
    void what_does_not_run_cannot_be_killed() {
        Command.Result chaos = shop.launcher().run("chaos", "pod-delete", "--component", "search-api");

        assertThat(chaos.status()).isEqualTo(5);
        assertThat(chaos.output()).contains("search-api does not run");
    }
}
