package io.cloudshop.stores.postgres;

import io.cloudshop.stores.process.Binaries;
import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.LogMark;
import io.cloudshop.stores.process.Processes;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.Sandbox;
import io.cloudshop.stores.process.Signal;
import io.cloudshop.stores.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server on the loopback address with a cluster of its own. */
public final class PostgresServer implements Program {

    /** Options of initdb, the same here, in Compose and in a cluster: none is left to a machine or an image. */
    public static final List<String> LOCALE =
            List.of("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C");

    private final Sandbox sandbox;
    private final PostgresSettings settings;
    private final Path log;
    private final Provisioning provisioning;
    private boolean isProvisioned;

    public PostgresServer(Sandbox sandbox, PostgresSettings settings, Path log) {
        this.sandbox = sandbox;
        this.settings = settings;
        this.log = log;
        this.provisioning = new Provisioning(settings);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Path log() {
        return log;
    }

    /** Makes the cluster on the first start, and ends the backends that a killed server left in it. */
    @Override
    public void prepare() {
        try {
            if (Files.exists(cluster().resolve("PG_VERSION"))) {
                Processes.killAllWorkingIn(cluster());
                // Nobody works in it any more; a number in this file that was given to another process is no reason
                // to refuse the start.
                Files.deleteIfExists(cluster().resolve("postmaster.pid"));
            } else {
                initialise();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Process start() {
        List<String> line =
                new ArrayList<>(List.of(program("postgres"), "-D", cluster().toString()));
        configuration().forEach(setting -> line.addAll(List.of("-c", setting)));
        // QUIT is PostgreSQL's immediate shutdown: the backends go too.
        return sandbox.start(new Command(line, sandbox.directory(), log).dyingWith(Signal.QUIT));
    }

    @Override
    public boolean answers() {
        return provisioning.isPossible();
    }

    /** PostgreSQL's fast shutdown: TERM would wait until the last client has gone. */
    @Override
    public Signal stopSignal() {
        return Signal.INT;
    }

    @Override
    public void provision() {
        // A server that was killed comes back with what it had.
        if (!isProvisioned) {
            provisioning.run();
            isProvisioned = true;
        }
    }

    private List<String> configuration() {
        String durable = settings.isDurable() ? "on" : "off";
        return List.of(
                "port=" + settings.port(),
                "listen_addresses=127.0.0.1",
                // Everyone comes by TCP; a socket's path would have to fit into 107 bytes.
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=64MB",
                "fsync=" + durable,
                "synchronous_commit=" + durable,
                "full_page_writes=" + durable,
                "log_timezone=UTC",
                "timezone=UTC");
    }

    private void initialise() throws IOException {
        // Under another name until it is complete, so that a killed start does not leave half a cluster.
        Path part = sandbox.directory("cluster.part");
        Path passwordFile = sandbox.directory().resolve("superuser-password");
        empty(part);
        writeSecret(passwordFile);
        List<String> line = new ArrayList<>(List.of(
                program("initdb"),
                "--pgdata=" + part,
                "--username=" + Provisioning.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--no-sync"));
        line.addAll(LOCALE);
        Command initdb = new Command(line, sandbox.directory(), log);
        LogMark start = LogMark.atTheEndOf(log);
        int status = sandbox.start(initdb).onExit().join().exitValue();
        Files.delete(passwordFile);
        if (status != 0) {
            throw new StartFailed("initdb", "ended with status " + status, start);
        }
        Files.move(part, cluster(), StandardCopyOption.ATOMIC_MOVE);
        isProvisioned = false;
    }

    private void writeSecret(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, settings.superuserPassword());
        sandbox.handOver(file);
    }

    private static void empty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            entries.forEach(Binaries::delete);
        }
    }

    private Path cluster() {
        return sandbox.directory().resolve("cluster");
    }

    private String program(String name) {
        return PostgresBinaries.directory().resolve("bin").resolve(name).toString();
    }
}
