package io.cloudshop.system.consistency;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/**
 * One shop for all tests of a class, whole again before each of them. Two classes run at a time, each in a JVM: most of
 * their time they wait for leases and restarts.
 */
@Tag("own-shop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsistencyIT {

    /** As in production: nobody dies, so nothing is taken over. */
    static final Duration USUAL_LEASE = Duration.ofSeconds(15);

    /** So that a dead replica's orders are found soon. */
    static final Duration SHORT_LEASE = Duration.ofSeconds(2);

    private final int replicas;
    private final Duration lease;

    private Scenario scenario;

    /** @param lease after which an order that nobody works on any more is taken over */
    ConsistencyIT(int replicas, Duration lease) {
        this.replicas = replicas;
        this.lease = lease;
    }

    public Scenario scenario() {
        return scenario;
    }

    @BeforeAll
    void openShop() {
        scenario = new Scenario(getClass().getSimpleName(), replicas, lease);
    }

    @BeforeEach
    void makeWhole() {
        scenario.makeWhole();
    }

    @AfterAll
    void closeShop() {
        if (scenario != null) {
            scenario.close();
        }
    }
}
