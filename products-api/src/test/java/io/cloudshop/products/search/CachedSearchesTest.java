package io.cloudshop.products.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachedSearchesTest {

    @ParameterizedTest
    @CsvSource({
        "from=0&size=20&timeout=499ms, from=0&size=20&timeout=1s&request_cache=true",
        "timeout=500ms&size=0, timeout=1s&size=0&request_cache=true",
        "size=40&timeout=1001ms, size=40&timeout=2s&request_cache=true",
        "size=10000&timeout=4999ms, size=10000&timeout=4999ms",
        "timeout=1ms, timeout=1ms",
    })
    void searches_for_one_page_are_remembered_whatever_time_is_left(String parameters, String remembered) {
        assertThat(CachedSearches.remembered(parameters)).isEqualTo(remembered);
    }
}
