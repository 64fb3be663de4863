package io.cloudshop.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Who needs how many connections of the service's pool at once. A service adds up what it knows when it starts, and does
 * not start on a sum that cannot work: under load, its parts would wait for each other until they run into timeouts.
 */
public final class PoolShares {

    private static final String POOL_SIZE = "quarkus.datasource.jdbc.max-size";

    private record Share(int connections, String who) {
        @Override
        public String toString() {
            return connections + " for " + who;
        }
    }

    private final List<Share> shares = new ArrayList<>();

    /** @param who takes them, with the property that changes it where there is one */
    public PoolShares add(int connections, String who) {
        shares.add(new Share(connections, who));
        return this;
    }

    /**
     * Compares with the pool as it is configured.
     *
     * @throws IllegalStateException when they do not fit, with a sentence that says what to change
     */
    public void mustFit() {
        mustFit(ConfigProvider.getConfig().getValue(POOL_SIZE, Integer.class));
    }

    /**
     * Compares with a pool of that size.
     *
     * @throws IllegalStateException when they do not fit, with a sentence that says what to change
     */
    public void mustFit(int poolSize) {
        int sum = shares.stream().mapToInt(Share::connections).sum();
        if (sum > poolSize) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "A pool of %d connections is too small: raise %s to %d or lower one of %s.",
                    poolSize,
                    POOL_SIZE,
                    sum,
                    shares));
        }
    }
}
