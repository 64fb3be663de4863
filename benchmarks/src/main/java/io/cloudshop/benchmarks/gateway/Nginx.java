package io.cloudshop.benchmarks.gateway;

import io.cloudshop.benchmarks.MissingTool;
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
import java.util.Locale;

/** nginx with a configuration of ours, in a folder of its own. */
final class Nginx implements Program {

    private static final String SHELL = """
            daemon off;
            worker_processes %d;
            pid nginx.pid;
            error_log stderr warn;
            events { worker_connections 1024; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
              %s
            }
            """;

    private final String program = MissingTool.require("nginx");
    private final String name;
    private final Path folder;
    private final int port;
    private final String configuration;

    private Nginx(String name, Path folder, int port, int workers, String servers) {
        this.name = name;
        this.folder = folder.resolve(name);
        this.port = port;
        this.configuration = format(SHELL, workers, servers.indent(2));
    }

    /** The service behind the gateway: always the same product, and the keys that tokens are verified with. */
    static Nginx upstream(Path folder, int port, String answer, String keySet) {
        return new Nginx("upstream", folder, port, 1, format("""
                server {
                  listen 127.0.0.1:%d;
                  default_type application/json;
                  location / { return 200 '%s'; }
                  location = /.well-known/jwks.json { return 200 '%s'; }
                }""", port, answer, keySet));
    }

    /** What the gateway is compared with: nginx that hands requests on over kept connections, and does nothing else. */
    static Nginx proxy(Path folder, int port, int upstream) {
        return new Nginx(
                "nginx", folder, port, Runtime.getRuntime().availableProcessors(), format("""
                upstream service { server 127.0.0.1:%d; keepalive 64; keepalive_requests 1000000000; }
                server {
                  listen 127.0.0.1:%d;
                  location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
                }""", upstream, port));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path log() {
        return folder.resolve("nginx.log");
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("nginx.conf"), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Process start() {
        List<String> line = List.of(program, "-p", folder.toString(), "-c", "nginx.conf", "-e", "stderr");
        return Processes.start(new Command(line, folder, log()).dyingWith(Signal.TERM), RunAs.PLAIN);
    }

    @Override
    public boolean answers() {
        return HttpProbe.isOk(port, "/");
    }
}
