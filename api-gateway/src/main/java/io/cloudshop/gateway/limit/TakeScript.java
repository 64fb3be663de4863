package io.cloudshop.gateway.limit;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * {@link TokenBucket#take} as one Redis script, and so at once or not at all. KEYS[1] is a hash of the units left and the
 * time from which the next interval counts; it goes when the bucket would be full. The time is that of Redis: replicas need
 * not agree on theirs. Sent as a whole each time, since a Redis that was started anew or has taken over knows no script.
 */
final class TakeScript {

    private static final String TEXT = """
            local capacity, cost = tonumber(ARGV[1]), tonumber(ARGV[2])
            local refill, interval, before = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local bucket = redis.call('HMGET', KEYS[1], 'units', 'since')
            local units, since = tonumber(bucket[1] or capacity), tonumber(bucket[2] or now)
            -- Another server's clock, after a failover, may be behind
            since = math.min(since, now)
            local intervals = math.floor((now - since) / interval)
            units = units + intervals * refill
            since = since + intervals * interval
            if units >= capacity then
              units, since = capacity, now
            end
            -- What was granted elsewhere is gone, whatever is left for this request
            units = math.max(units - before * cost, 0)
            local granted = 0
            if units >= cost then
              granted, units = 1, units - cost
            end
            if granted == 1 or before > 0 then
              local full = math.ceil((capacity - units) / refill) * interval
              redis.call('HSET', KEYS[1], 'units', units, 'since', string.format('%.0f', since))
              redis.call('PEXPIRE', KEYS[1], math.ceil(full / 1000))
            end
            local more = math.ceil((cost - units % cost) / refill) * interval - (now - since)
            return {granted, math.floor(units / cost), more}
            """;

    private TakeScript() {}

    /** @param before requests that were granted without asking, and not told yet */
    static Request take(String key, Quota quota, long before) {
        return Request.cmd(Command.EVAL)
                .arg(TEXT)
                .arg(1)
                .arg(key)
                .arg(quota.capacity())
                .arg(quota.cost())
                .arg(quota.refill())
                .arg(quota.intervalMicros())
                .arg(before);
    }

    static Take result(Response answer) {
        return new Take(
                answer.get(0).toInteger() == 1,
                answer.get(1).toLong(),
                answer.get(2).toLong());
    }
}
