package io.cloudshop.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.benchmarks.shop.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTest {

    private final Experiment experiment = new Experiment("orders-api", Duration.ofSeconds(30));

    @Test
    void promises_are_kept_when_recovery_is_quick_and_the_books_agree() {
        experiment.killed(new Kill(Duration.ofSeconds(5), Duration.ofSeconds(10)));

        assertThat(new Result(experiment, List.of()).isKept()).isTrue();
        assertThat(new Result(experiment, List.of("The books disagree")).isKept())
                .isFalse();
    }

    @Test
    void a_slow_recovery_breaks_one_and_an_experiment_without_a_kill_shows_nothing() {
        assertThat(new Result(experiment, List.of()).isKept()).isFalse();

        experiment.killed(new Kill(Duration.ofSeconds(5), Duration.ofMillis(10_001)));

        assertThat(new Result(experiment, List.of()).isKept()).isFalse();
    }

    @Test
    void the_report_says_what_was_wrong_and_draws_each_second() {
        experiment.noted(new Answer(503, Map.of()));
        experiment.killed(new Kill(Duration.ofSeconds(5), Duration.ofSeconds(3)));

        String report =
                Report.of(List.of(new Result(experiment, List.of("One order too few"))), 4, Duration.ofSeconds(20));

        assertThat(report)
                .contains("| orders-api | 1 | 3.0 s | 1 | 0.00 % | 1.0 s, 0.04 % | 0 | One order too few |")
                .contains("x-axis \"seconds\" 0 --> 30")
                .contains("line [0, 100, 100")
                .doesNotContain("%s", "%d", "%%");
    }
}
