package io.cloudshop.benchmarks.chaos;

import io.cloudshop.benchmarks.shop.RunningShop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Kills a component without a goodbye (SIGKILL), as Litmus' pod-delete with force does, and waits for its successor. */
final class Killer implements Runnable {

    private static final Duration UNTIL_THE_FIRST = Duration.ofSeconds(5);
    private static final Duration GIVE_UP = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final RunningShop shop;
    private final Experiment experiment;
    private final Duration interval;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    Killer(RunningShop shop, Experiment experiment, Duration interval) {
        this.shop = shop;
        this.experiment = experiment;
        this.interval = interval;
    }

    @Override
    public void run() {
        experiment.pause(UNTIL_THE_FIRST);
        while (hasTimeForOneMore()) {
            Instant begin = Instant.now();
            kill();
            experiment.pause(interval.minus(Duration.between(begin, Instant.now())));
        }
    }

    private boolean hasTimeForOneMore() {
        return experiment.sinceBegin().plus(Kill.LONGEST_RECOVERY).compareTo(experiment.length()) <= 0;
    }

    private void kill() {
        RunningShop.Component victim = shop.component(experiment.component());
        Duration at = experiment.sinceBegin();
        Instant killed = Instant.now();
        ProcessHandle.of(victim.pid()).ifPresent(ProcessHandle::destroyForcibly);
        URI ready = URI.create("http://127.0.0.1:" + victim.managementPort() + "/health/ready");
        // The old one answers no more, before the new one does.
        while (isReady(ready) && isWithin(killed, ANSWER)) {
            experiment.pause(LOOK);
        }
        while (!isReady(ready) && isWithin(killed, GIVE_UP)) {
            experiment.pause(LOOK);
        }
        experiment.killed(new Kill(at, Duration.between(killed, Instant.now())));
    }

    private static boolean isWithin(Instant begin, Duration limit) {
        return Duration.between(begin, Instant.now()).compareTo(limit) < 0;
    }

    private boolean isReady(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).timeout(ANSWER).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
