package io.cloudshop.stores.monitoring;

import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.HttpProbe;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunAs;
import io.cloudshop.stores.process.Signal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An Alertmanager on the loopback address, alone, where this machine has the program. */
public final class AlertmanagerServer implements Program {

    private final Path executable;
    private final Path configuration;
    private final Path data;
    private final int port;
    private final Path log;

    /** @param data a directory that exists, for silences and what was told already */
    public AlertmanagerServer(Path executable, Path configuration, Path data, int port, Path log) {
        this.executable = executable;
        this.configuration = configuration;
        this.data = data;
        this.port = port;
        this.log = log;
    }

    /** The program of this machine: Debian calls it otherwise than its makers. */
    public static Optional<Path> installed() {
        return Executables.find("alertmanager").or(() -> Executables.find("prometheus-alertmanager"));
    }

    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public Process start() {
        List<String> line = List.of(
                executable.toString(),
                "--config.file=" + configuration,
                "--storage.path=" + data,
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=");
        return Processes.start(new Command(line, data, log).dyingWith(Signal.TERM), RunAs.PLAIN);
    }

    @Override
    public boolean answers() {
        return HttpProbe.isOk(port, "/-/ready");
    }
}
