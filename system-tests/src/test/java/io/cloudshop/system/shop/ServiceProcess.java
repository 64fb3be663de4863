package io.cloudshop.system.shop;

import io.cloudshop.localstack.process.Command;
import io.cloudshop.localstack.process.HttpProbe;
import io.cloudshop.localstack.process.Processes;
import io.cloudshop.localstack.process.Program;
import io.cloudshop.localstack.process.RunAs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One replica of a service, from its packaged jar, in a JVM of its own. */
record ServiceProcess(String name, Path jar, Path log, int port, int managementPort, Map<String, String> environment)
        implements Program {

    @Override
    public Process start() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = List.of(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort,
                "-jar",
                jar.toString());
        return Processes.start(new Command(line, jar.getParent(), log).withEnvironment(environment), RunAs.PLAIN);
    }

    @Override
    public boolean answers() {
        return HttpProbe.isOk(managementPort, "/health/ready");
    }
}
