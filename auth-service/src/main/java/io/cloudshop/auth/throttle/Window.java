package io.cloudshop.auth.throttle;

import java.time.Duration;

/**
 * A sliding window of attempts.
 *
 * @param key whose attempts of which kind; nothing that tells who that is
 * @param most how many attempts there is room for
 * @param length how long an attempt stays in it
 */
record Window(String key, int most, Duration length) {}
