package io.cloudshop.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.testing.LogRecords;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ProblemLogTest {

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

    private LogRecord logged(ProblemType type, Exception cause) {
        try (LogRecords log = LogRecords.watch()) {
            new ProblemLog()
                    .apply(
                            ProblemMapper.toHttpProblem(new DomainException(type, "detail")),
                            ProblemContext.of(cause, "/api/v1/orders"));
            return log.of(ProblemLog.class).getFirst();
        }
    }
}
