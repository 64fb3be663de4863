package io.cloudshop.system.consistency;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One shop for all tests of a class, whole again before each of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsistencyIT {

    private final int replicas;

    private Scenario scenario;

    ConsistencyIT(int replicas) {
        this.replicas = replicas;
    }

    public Scenario scenario() {
        return scenario;
    }

    @BeforeAll
    void openShop() {
        scenario = new Scenario(getClass().getSimpleName(), replicas);
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
