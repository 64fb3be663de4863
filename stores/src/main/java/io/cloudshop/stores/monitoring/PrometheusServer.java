package io.cloudshop.stores.monitoring;

import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.HttpProbe;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunAs;
import io.cloudshop.stores.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Prometheus on the loopback address with the checkout's configuration, where this machine has the program. */
public final class PrometheusServer implements Program {

    private static final Pattern PORT = Pattern.compile("(?<=\\blocalhost:)\\d+");

    private final Path executable;
    private final Path configuration;
    private final int portOffset;
    private final Path data;
    private final int port;
    private final Path log;

    /**
     * @param configuration for a shop without an offset; paths in it are relative to its folder
     * @param portOffset added to each port that it scrapes or tells of alerts
     * @param data a directory that exists
     */
    public PrometheusServer(Path executable, Path configuration, int portOffset, Path data, int port, Path log) {
        this.executable = executable;
        this.configuration = configuration;
        this.portOffset = portOffset;
        this.data = data;
        this.port = port;
        this.log = log;
    }

    /** The program of this machine. */
    public static Optional<Path> installed() {
        return Executables.find("prometheus");
    }

    @Override
    public String name() {
        return "prometheus";
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void prepare() {
        try {
            Files.writeString(shifted(), shifted(Files.readString(configuration)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Process start() {
        List<String> line = List.of(
                executable.toString(),
                "--config.file=" + shifted(),
                "--storage.tsdb.path=" + data.resolve("data"),
                // The month of the objectives; a shop on one machine needs a few hundred megabytes for it.
                "--storage.tsdb.retention.time=31d",
                "--storage.tsdb.retention.size=2GB",
                "--web.listen-address=127.0.0.1:" + port);
        return Processes.start(new Command(line, data, log).dyingWith(Signal.TERM), RunAs.PLAIN);
    }

    @Override
    public boolean answers() {
        return HttpProbe.isOk(port, "/-/ready");
    }

    private Path shifted() {
        return data.resolve("prometheus.yml");
    }

    private String shifted(String text) {
        Path above = configuration.toAbsolutePath().getParent().getParent();
        return PORT.matcher(text)
                .replaceAll(found -> String.valueOf(Integer.parseInt(found.group()) + portOffset))
                .replace("../", above + "/");
    }
}
