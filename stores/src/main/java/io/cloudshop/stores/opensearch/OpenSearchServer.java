package io.cloudshop.stores.opensearch;

import io.cloudshop.stores.process.Command;
import io.cloudshop.stores.process.HttpProbe;
import io.cloudshop.stores.process.Jvm;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.Sandbox;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An OpenSearch node on the loopback address. Java is started directly, not by the distribution's script, which
 * starts two more JVMs first and hides the server behind a shell.
 */
public final class OpenSearchServer implements Program {

    private final Sandbox sandbox;
    private final Path home;
    private final int port;
    private final boolean keepsClassArchive;
    private final Path log;

    /**
     * @param home the unpacked distribution
     * @param keepsClassArchive whether the first orderly stop writes down the loaded classes, which halves later starts
     */
    public OpenSearchServer(Sandbox sandbox, Path home, int port, boolean keepsClassArchive, Path log) {
        this.sandbox = sandbox;
        this.home = sandbox.readable(home);
        this.port = port;
        this.keepsClassArchive = keepsClassArchive;
        this.log = log;
    }

    @Override
    public String name() {
        return "opensearch";
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void prepare() {
        sandbox.directory("data");
        sandbox.directory("tmp");
        try {
            Path config = sandbox.directory("config");
            Files.writeString(config.resolve("opensearch.yml"), configuration());
            Files.writeString(config.resolve("log4j2.properties"), logging());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Process start() {
        Path java = sandbox.readable(Path.of(System.getProperty("java.home"))).resolve("bin/java");
        List<String> line = new ArrayList<>();
        line.add(java.toString());
        line.addAll(Jvm.LOCALE);
        line.addAll(jvmOptions());
        if (keepsClassArchive) {
            Path archive = sandbox.directory("classes").resolve("opensearch.jsa");
            line.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off"));
        }
        line.addAll(List.of(
                "-cp",
                home + "/lib/*" + File.pathSeparator + home + "/agent/*",
                "org.opensearch.bootstrap.OpenSearch"));
        return sandbox.start(new Command(line, home, log));
    }

    /** A yellow or green cluster: the node is elected and its indexes can be searched. */
    @Override
    public boolean answers() {
        return HttpProbe.isOk(port, "/_cluster/health?wait_for_status=yellow&timeout=1s");
    }

    /**
     * The distribution's options for this Java, less what asks for memory or writes into the distribution, and less
     * the agent: it confines plugins, there are none here, and it costs a third of the start and the class archive.
     */
    private List<String> jvmOptions() {
        return List.of(
                "-Xms256m",
                "-Xmx256m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-OmitStackTraceInFastThrow",
                "-XX:ErrorFile=" + sandbox.directory("tmp").resolve("hs_err_pid%p.log"),
                "-Djava.io.tmpdir=" + sandbox.directory("tmp"),
                "-Djava.awt.headless=true",
                "-Djava.locale.providers=SPI,CLDR",
                "-Dfile.encoding=UTF-8",
                "-Djna.nosys=true",
                "-Dio.netty.noUnsafe=true",
                "-Dio.netty.noKeySetOptimization=true",
                "-Dio.netty.recycler.maxCapacityPerThread=0",
                "-Dio.netty.allocator.numDirectArenas=0",
                "-Dlog4j.shutdownHookEnabled=false",
                "-Dlog4j2.disable.jmx=true",
                "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
                "-Dopensearch.networkaddress.cache.ttl=60",
                "-Dopensearch.networkaddress.cache.negative.ttl=10",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dopensearch.path.home=" + home,
                "-Dopensearch.path.conf=" + sandbox.directory("config"),
                "-Dopensearch.distribution.type=zip",
                "-Dopensearch.bundled_jdk=false");
    }

    private String configuration() {
        return String.format(Locale.ROOT, """
                cluster.name: cloudshop
                node.name: local
                path.data: "%1$s/data"
                path.logs: "%1$s/tmp"
                network.host: 127.0.0.1
                http.port: %2$d
                transport.port: 0
                discovery.type: single-node
                # A laptop's disk is often nearly full: that must not make the index read-only.
                cluster.routing.allocation.disk.threshold_enabled: false
                # An index that was lost must not come back as a plain one by the next write: products-api makes it anew.
                action.auto_create_index: false
                # The serial collector leaves garbage until it needs the room: what the heap is full of says nothing.
                indices.breaker.total.use_real_memory: false
                """, sandbox.directory(), port);
    }

    private static String logging() {
        return """
                status = error
                appender.console.type = Console
                appender.console.name = console
                appender.console.layout.type = PatternLayout
                appender.console.layout.pattern = %d{ISO8601} %-5p [%c{1.}] %m%n
                rootLogger.level = info
                rootLogger.appenderRef.console.ref = console
                """;
    }
}
