package io.cloudshop.products.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordBeginningTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    l,       lamp,       true
                    lamp,    lamp,       true
                    LAM,     lamp,       true
                    creme,   crème,      true
                    crème,   creme,      true
                    hedph,   headphones, true
                    headpo,  headphones, true
                    heaadp,  headphones, true
                    haedph,  headphones, true
                    lamps,   lamp,       true
                    lam,     lpam,       false
                    eadpho,  headphones, false
                    hdph,    headphones, false
                    kettle,  lamp,       false
                    """)
    void a_beginning_may_have_one_error_once_it_is_long_enough(String typed, String word, boolean fits) {
        assertThat(WordBeginning.fits(typed, word)).isEqualTo(fits);
    }
}
