package io.cloudshop.benchmarks.shop;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The shop on this machine, as {@code ./cloudshop status --json} tells of it. */
public final class RunningShop {

    /** A process of the shop. The pid is that of now, the port for management that of a service, 0 for a store. */
    public record Component(String name, long pid, int port, int managementPort) {}

    private final Path root;

    public RunningShop(Path root) {
        this.root = root;
    }

    /**
     * A component by its name.
     *
     * @throws NotRunning if there is no shop, or no such component in it
     */
    public Component component(String name) {
        return components().stream()
                .filter(component -> component.name().equals(name))
                .filter(component -> component.pid() > 0)
                .findFirst()
                .orElseThrow(() -> new NotRunning(name + " does not run"));
    }

    public String gateway() {
        return "http://127.0.0.1:" + component("api-gateway").port();
    }

    /** All of them, in the order of the report. */
    public List<Component> components() {
        try {
            Process status = new ProcessBuilder(root.resolve("cloudshop").toString(), "status", "--json")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] report = status.getInputStream().readAllBytes();
            if (report.length == 0) {
                throw new NotRunning("No shop runs");
            }
            Map<String, Object> whole = JSON.std.mapFrom(report);
            return ((List<?>) whole.get("components"))
                    .stream().map(entry -> component((Map<?, ?>) entry)).toList();
        } catch (IOException e) {
            throw new NotRunning("The shop does not tell how it is (" + e.getMessage() + ")");
        }
    }

    private static Component component(Map<?, ?> entry) {
        return new Component(
                String.valueOf(entry.get("name")), number(entry.get("pid")), (int) number(entry.get("port")), (int)
                        number(entry.get("managementPort")));
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
