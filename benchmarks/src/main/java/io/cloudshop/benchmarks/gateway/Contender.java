package io.cloudshop.benchmarks.gateway;

import io.cloudshop.benchmarks.load.Load;
import io.cloudshop.stores.process.RunningProgram;
import java.time.Duration;

/**
 * One of those that are compared.
 *
 * @param process whose memory and time are of interest, else null
 */
record Contender(String name, Load load, RunningProgram process) {

    /** What its process has had of the processors so far. */
    Duration processorTime() {
        return process == null
                ? Duration.ZERO
                : process.process().toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
