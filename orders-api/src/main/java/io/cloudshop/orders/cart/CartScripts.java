package io.cloudshop.orders.cart;

/**
 * The only ways to touch a cart, each one Redis script and so at once or not at all. KEYS[1] is the hash product to
 * quantity, KEYS[2] the hash product to the edit that put it there.
 */
final class CartScripts {

    /**
     * ARGV: an id for an edit. Gives product, quantity and edit in turn. A line without an edit, which an earlier
     * release or another hand has left, gets that one.
     */
    static final String READ = """
            local lines = redis.call('HGETALL', KEYS[1])
            local cart = {}
            for i = 1, #lines, 2 do
              local life = redis.call('PTTL', KEYS[1])
              if redis.call('HSETNX', KEYS[2], lines[i], ARGV[1]) == 1 and life > 0 then
                redis.call('PEXPIRE', KEYS[2], life)
              end
              cart[#cart + 1] = lines[i]
              cart[#cart + 1] = lines[i + 1]
              cart[#cart + 1] = redis.call('HGET', KEYS[2], lines[i])
            end
            return cart""";

    /** ARGV: life in seconds, most lines, product, quantity, edit. Gives 0 when there is no room for one more. */
    static final String PUT = """
            local isNew = redis.call('HEXISTS', KEYS[1], ARGV[3]) == 0
            if isNew and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[2]) then
              return 0
            end
            redis.call('HSET', KEYS[1], ARGV[3], ARGV[4])
            redis.call('HSET', KEYS[2], ARGV[3], ARGV[5])
            redis.call('EXPIRE', KEYS[1], ARGV[1])
            redis.call('EXPIRE', KEYS[2], ARGV[1])
            return 1""";

    /** ARGV: life in seconds, product. */
    static final String REMOVE = """
            redis.call('HDEL', KEYS[1], ARGV[2])
            redis.call('HDEL', KEYS[2], ARGV[2])
            redis.call('EXPIRE', KEYS[1], ARGV[1])
            redis.call('EXPIRE', KEYS[2], ARGV[1])
            return 1""";

    /** ARGV: life in seconds, then product, quantity and edit in turn. A line that is not exactly so stays. */
    static final String REMOVE_UNCHANGED = """
            for i = 2, #ARGV, 3 do
              if redis.call('HGET', KEYS[1], ARGV[i]) == ARGV[i + 1] and redis.call('HGET', KEYS[2], ARGV[i]) == ARGV[i + 2] then
                redis.call('HDEL', KEYS[1], ARGV[i])
                redis.call('HDEL', KEYS[2], ARGV[i])
              end
            end
            redis.call('EXPIRE', KEYS[1], ARGV[1])
            redis.call('EXPIRE', KEYS[2], ARGV[1])
            return 1""";

    static final String CLEAR = "return redis.call('DEL', KEYS[1], KEYS[2])";

    private CartScripts() {}
}
