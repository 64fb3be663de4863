package io.cloudshop.benchmarks.load;

/**
 * What a load generator saw.
 *
 * @param perSecond answers a second
 * @param p50 median time to an answer, milliseconds
 * @param p99 99th percentile of it, milliseconds
 */
public record Answers(double perSecond, double p50, double p99) {}
