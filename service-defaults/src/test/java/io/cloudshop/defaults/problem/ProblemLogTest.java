package io.cloudshop.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProblemLogTest {

    private static final Logger LOGGER = Logger.getLogger(ProblemLog.class.getName());

    private final Lines lines = new Lines();

    @Test
    void an_expected_outage_is_a_warning_that_names_its_root_without_a_stack_trace() {
        LogRecord line = logged(
                CommonProblems.UNAVAILABLE, new IllegalStateException(new java.io.IOException("no route\nto host")));

        assertThat(line.getLevel().getName()).isEqualTo("WARN");
        assertThat(line.getMessage())
                .contains("status=503", "/api/v1/orders", "java.io.IOException: no route to host")
                .doesNotContain("\n");
        assertThat(line.getThrown()).isNull();
    }

    @Test
    void what_nobody_expected_is_an_error_with_its_stack_trace() {
        Exception bug = new IllegalStateException("bug");

        LogRecord line = logged(CommonProblems.INTERNAL, bug);

        assertThat(line.getLevel().getName()).isEqualTo("ERROR");
        assertThat(line.getThrown()).isSameAs(bug);
    }

    @Test
    void what_the_client_did_wrong_is_information() {
        LogRecord line = logged(CommonProblems.NOT_FOUND, new IllegalStateException("absent"));

        assertThat(line.getLevel().getName()).isEqualTo("INFO");
        assertThat(line.getThrown()).isNull();
    }

    @BeforeEach
    void watch() {
        LOGGER.addHandler(lines);
    }

    @AfterEach
    void stopWatching() {
        LOGGER.removeHandler(lines);
    }

    private LogRecord logged(ProblemType type, Exception cause) {
        new ProblemLog()
                .apply(
                        DomainExceptionMapper.toHttpProblem(new DomainException(type, "detail")),
                        ProblemContext.of(cause, "/api/v1/orders"));
        return lines.records.getFirst();
    }

    private static final class Lines extends Handler {

        private final List<LogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
