package io.cloudshop.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLogTest {

    @TempDir
    private Path folder;

    @Test
    void answers_a_second_and_percentiles_come_from_each_request() throws IOException {
        Path log = log(IntStream.rangeClosed(1, 200)
                .mapToObj(request -> "1795765249886145\t200\t" + request * 1000)
                .collect(Collectors.joining("\n")));

        assertThat(RequestLog.read(log, Duration.ofSeconds(4))).isEqualTo(new Answers(50, 100, 198));
    }

    @Test
    void refusals_are_no_measurement() throws IOException {
        Path log = log("1795765249886145\t429\t700\n");

        assertThatThrownBy(() -> RequestLog.read(log, Duration.ofSeconds(1)))
                .isInstanceOf(NothingMeasuredException.class)
                .hasMessageContaining("429");
    }

    @Test
    void no_answer_is_no_measurement() throws IOException {
        Path log = log("");

        assertThatThrownBy(() -> RequestLog.read(log, Duration.ofSeconds(1))).hasMessageContaining("Nothing");
    }

    private Path log(String content) throws IOException {
        return Files.writeString(folder.resolve("requests.log"), content);
    }
}
