package io.cloudshop.products.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.hibernate.search.util.common.SearchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineFailureTest {

    @ParameterizedTest
    @CsvSource({
        "400, false",
        "409, false",
        "413, false",
        "401, true",
        "403, true",
        "404, true",
        "408, true",
        "429, true"
    })
    void a_4xx_is_an_answer_though_the_same_change_may_be_taken_later(int status, boolean isPassing) {
        assertThat(EngineFailure.isAbsence(answer(status))).isFalse();
        assertThat(EngineFailure.isPassing(answer(status))).isEqualTo(isPassing);
    }

    @ParameterizedTest
    @CsvSource({"404, true, false", "429, false, true", "403, false, false", "503, false, false"})
    void what_is_lost_and_what_is_too_much_is_told_apart(int status, boolean isLoss, boolean isOverload) {
        assertThat(EngineFailure.isLoss(answer(status))).isEqualTo(isLoss);
        assertThat(EngineFailure.isOverload(answer(status))).isEqualTo(isOverload);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_5xx_is_none(int status) {
        assertThat(EngineFailure.isAbsence(answer(status))).isTrue();
        assertThat(EngineFailure.isPassing(answer(status))).isTrue();
    }

    @Test
    void silence_is_none_however_deep_it_lies() {
        assertThat(EngineFailure.isAbsence(new IllegalStateException(new IOException("reset"))))
                .isTrue();
        assertThat(EngineFailure.isAbsence(new IllegalStateException(new TimeoutException())))
                .isTrue();
        assertThat(EngineFailure.isAbsence(new IllegalStateException("a mistake of ours")))
                .isFalse();
    }

    @Test
    void silence_is_none_among_the_findings_of_a_schema_check_too() {
        Throwable check = new SearchException("HSEARCH000520: Hibernate Search encountered failures");
        check.addSuppressed(new SearchException("HSEARCH400034", new IOException("Connection refused")));

        assertThat(EngineFailure.isAbsence(check)).isTrue();
        assertThat(EngineFailure.isPassing(check)).isTrue();
    }

    private static Throwable answer(int status) {
        return new IllegalStateException(new IllegalStateException("HSEARCH400007: Response: " + status + " 'x'"));
    }
}
