package io.cloudshop.benchmarks.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.benchmarks.load.Answers;
import org.junit.jupiter.api.Test;

class WrkTest {

    @Test
    void what_the_script_says_is_read() {
        Answers answers = Wrk.read("Running 2s test\nmeasured 120 2000000 0 250.500 610.000\n");

        assertThat(answers).isEqualTo(new Answers(60, 250.5, 610));
    }

    @Test
    void refused_orders_measure_nothing() {
        assertThatThrownBy(() -> Wrk.read("measured 120 2000000 3 1.0 2.0"))
                .hasMessageContaining("3 of 120 orders were refused");
        assertThatThrownBy(() -> Wrk.read("measured 0 2000000 0 0.0 0.0")).hasMessageContaining("0 of 0");
        assertThatThrownBy(() -> Wrk.read("unable to connect")).hasMessageContaining("unable to connect");
    }
}
