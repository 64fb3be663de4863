package io.cloudshop.stores.testing;

import io.cloudshop.stores.opensearch.OpenSearchHome;
import io.cloudshop.stores.opensearch.OpenSearchServer;
import io.cloudshop.stores.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/** A real OpenSearch for the tests of a module, as the backend of Hibernate Search. */
public final class OpenSearchTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestStore.once("opensearch", OpenSearchTestResource::startServer);
    }

    /** Nothing: the server lives as long as the JVM. */
    @Override
    public void stop() {}

    private static Map<String, String> startServer() {
        int port = Ports.free();
        Path home = OpenSearchHome.find();
        TestStore.start("opensearch", (sandbox, log) -> new OpenSearchServer(sandbox, home, port, false, log));
        return Map.of("quarkus.hibernate-search-orm.elasticsearch.hosts", "127.0.0.1:" + port);
    }
}
