package io.cloudshop.launcher.cli;

import io.cloudshop.launcher.supervisor.Installation;
import io.cloudshop.launcher.supervisor.Kind;
import io.cloudshop.launcher.supervisor.Monitors;
import io.cloudshop.launcher.supervisor.PortPlan;
import io.cloudshop.launcher.supervisor.StackState;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells where to go when everything is ready. */
final class Welcome {

    private static final String ADMIN_EMAIL = "admin@cloudshop.local";
    private static final String ADMIN_PASSWORD = "admin-password-local";

    private static final Map<String, String> MONITORS =
            Map.of(Monitors.PROMETHEUS, "Prometheus", Monitors.ALERTMANAGER, "Alerts");

    private Welcome() {}

    static String to(StackState state, Installation installation, Map<String, String> environment) {
        PortPlan ports = new PortPlan(state.portOffset());
        String addresses = state.has(Kind.service) ? shop(ports, environment) : stores(ports, installation);
        return addresses + monitors(state);
    }

    private static String shop(PortPlan ports, Map<String, String> environment) {
        String gateway = "http://localhost:" + ports.of("api-gateway");
        String password = environment.containsKey("CLOUDSHOP_ADMIN_PASSWORD")
                ? "the password in CLOUDSHOP_ADMIN_PASSWORD"
                : ADMIN_PASSWORD;
        return String.format(
                Locale.ROOT,
                """
                  Shop       http://localhost:%d
                  Gateway    %s
                  API docs   %s/docs
                  Admin      %s / %s
                """,
                ports.of("frontend"),
                gateway,
                gateway,
                environment.getOrDefault("CLOUDSHOP_ADMIN_EMAIL", ADMIN_EMAIL),
                password);
    }

    private static String monitors(StackState state) {
        return state.components().stream()
                .filter(component -> component.kind() == Kind.monitor)
                .map(component -> String.format(
                        Locale.ROOT, "  %-10s http://localhost:%d%n", MONITORS.get(component.name()), component.port()))
                .collect(Collectors.joining());
    }

    private static String stores(PortPlan ports, Installation installation) {
        return String.format(
                Locale.ROOT,
                """
                  PostgreSQL   jdbc:postgresql://127.0.0.1:%d/{auth,products,orders}
                  Redis        redis://127.0.0.1:%d
                  OpenSearch   http://127.0.0.1:%d
                  Passwords    %s
                """,
                ports.of("postgresql"),
                ports.of("redis"),
                ports.of("opensearch"),
                installation.secrets());
    }
}
