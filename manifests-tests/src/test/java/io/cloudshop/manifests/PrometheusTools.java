package io.cloudshop.manifests;

import io.cloudshop.stores.monitoring.AlertmanagerServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Prometheus' own programs, which know best whether a rule is one and does what its test says. */
final class PrometheusTools {

    private PrometheusTools() {}

    static void assumeInstalled() {
        Assumptions.assumeTrue(
                Stream.of("promtool", "amtool").allMatch(Tool::isInstalled)
                        && AlertmanagerServer.installed().isPresent(),
                "The alerting rules are not checked: install promtool, amtool and alertmanager (Debian's packages"
                        + " prometheus and prometheus-alertmanager).");
    }

    /** What promtool or amtool says; a complaint is an error with all that it said. */
    static String run(String... command) {
        return Tool.run(Repository.root(), command);
    }
}
