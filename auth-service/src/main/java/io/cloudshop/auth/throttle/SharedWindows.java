package io.cloudshop.auth.throttle;

import io.cloudshop.defaults.Ids;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Windows in Redis, shared by all replicas. Every call fails while Redis is away, and none waits for it for long. */
@ApplicationScoped
class SharedWindows implements Windows {

    private final RedisDataSource redis;

    SharedWindows(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Duration admit(List<Window> entered, List<Window> watched) {
        List<Window> all = new ArrayList<>(entered);
        all.addAll(watched);
        List<String> arguments = new ArrayList<>(List.of(Ids.next().toString()));
        for (int i = 0; i < all.size(); i++) {
            arguments.add(millis(all.get(i)));
            arguments.add(most(all.get(i)));
            arguments.add(String.valueOf(i < entered.size()));
        }
        return Duration.ofMillis(evaluate(WindowScripts.ADMIT, all, arguments));
    }

    @Override
    public void enter(Window window) {
        List<String> arguments = List.of(Ids.next().toString(), millis(window), most(window));
        evaluate(WindowScripts.ENTER, List.of(window), arguments);
    }

    @Override
    public void clear(List<Window> windows) {
        redis.key().del(windows.stream().map(Window::key).toArray(String[]::new));
    }

    private long evaluate(String script, List<Window> windows, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(script, String.valueOf(windows.size())));
        windows.forEach(window -> command.add(window.key()));
        command.addAll(arguments);
        return redis.execute("EVAL", command.toArray(String[]::new)).toLong();
    }

    private static String millis(Window window) {
        return String.valueOf(window.length().toMillis());
    }

    private static String most(Window window) {
        return String.valueOf(window.most());
    }
}
