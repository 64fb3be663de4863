package io.cloudshop.benchmarks.gateway;

import io.cloudshop.benchmarks.load.Load;
import io.cloudshop.stores.process.RunningProgram;

/**
 * One of those that are compared.
 *
 * @param process whose memory is of interest, else null
 */
record Contender(String name, Load load, RunningProgram process) {}
