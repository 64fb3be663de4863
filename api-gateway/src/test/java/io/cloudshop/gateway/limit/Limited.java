package io.cloudshop.gateway.limit;

import io.cloudshop.stores.testing.RedisTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Low limits, and patience with Redis on a machine that has other work. */
public class Limited implements QuarkusTestProfile {

    static final int READS = 30;
    static final int WRITES = 10;
    static final int AUTH = 6;
    static final int IMPORTS = 2;

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(RedisTestResource.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cloudshop.rate-limit.enabled",
                "true",
                "cloudshop.rate-limit.read",
                String.valueOf(READS),
                "cloudshop.rate-limit.write",
                String.valueOf(WRITES),
                "cloudshop.rate-limit.auth",
                String.valueOf(AUTH),
                "cloudshop.rate-limit.import",
                String.valueOf(IMPORTS),
                "cloudshop.rate-limit.patience",
                "2s",
                "quarkus.http.proxy.proxy-address-forwarding",
                "true",
                "quarkus.http.proxy.trusted-proxies",
                "127.0.0.1");
    }
}
