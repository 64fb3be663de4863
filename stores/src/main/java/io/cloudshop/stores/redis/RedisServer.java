package io.cloudshop.stores.redis;

import io.cloudshop.stores.process.Binaries;
import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.Sandbox;
import io.cloudshop.stores.process.Signal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A Redis server on the loopback address. */
public final class RedisServer implements Program {

    private static final String VERSION = "7.0.15";
    private static final int TIMEOUT_MILLIS = 1_000;

    private final Sandbox sandbox;
    private final int port;
    private final boolean isDurable;
    private final Path log;

    /** @param isDurable whether writes go to an append-only file, at most a second late */
    public RedisServer(Sandbox sandbox, int port, boolean isDurable, Path log) {
        this.sandbox = sandbox;
        this.port = port;
        this.isDurable = isDurable;
        this.log = log;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public Process start() {
        List<String> line = List.of(
                executable().toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                sandbox.directory().toString(),
                "--appendonly",
                isDurable ? "yes" : "no",
                "--appendfsync",
                "everysec",
                "--save",
                "");
        return sandbox.start(new Command(line, sandbox.directory(), log).dyingWith(Signal.TERM));
    }

    /** An answer of PONG, which a server that is still loading its data does not give. */
    @Override
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private static Path executable() {
        String file = "redis-server-" + VERSION + (Binaries.isMac() ? "-darwin" : "-linux")
                + (Binaries.isArm() ? "-arm64" : "-amd64");
        return Binaries.unpacked(file, file, (directory, program) -> {
                    Path target = directory.resolve("redis-server");
                    Files.copy(program, target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                })
                .resolve("redis-server");
    }
}
