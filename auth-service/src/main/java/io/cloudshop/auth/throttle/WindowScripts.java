package io.cloudshop.auth.throttle;

/**
 * The ways to touch windows, each one Redis script. A window is a sorted set of attempts by their time in milliseconds, which
 * is Redis' own: the clocks of replicas differ. It goes by itself when its last attempt is too old to count.
 */
final class WindowScripts {

    /**
     * KEYS: windows. ARGV: an id for the attempt, then length in milliseconds, most, and whether it is entered, for each
     * window. Gives the milliseconds until there is room in all of them, 0 for admitted.
     */
    static final String ADMIT = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local wait = 0
            for i, window in ipairs(KEYS) do
              local length, most = tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i])
              redis.call('ZREMRANGEBYSCORE', window, 0, now - length)
              local last = redis.call('ZRANGE', window, -most, -most, 'WITHSCORES')
              if last[2] then
                wait = math.max(wait, last[2] + length - now)
              end
            end
            if wait > 0 then
              return wait
            end
            for i, window in ipairs(KEYS) do
              if ARGV[3 * i + 1] == 'true' then
                redis.call('ZADD', window, now, ARGV[1])
                redis.call('PEXPIRE', window, ARGV[3 * i - 1])
              end
            end
            return 0""";

    /** KEYS: a window. ARGV: an id for the attempt, length in milliseconds, most. Keeps no more than count. */
    static final String ENTER = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZADD', KEYS[1], now, ARGV[1])
            redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -ARGV[3] - 1)
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 0""";

    private WindowScripts() {}
}
