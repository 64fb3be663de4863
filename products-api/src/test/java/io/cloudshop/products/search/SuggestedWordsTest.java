package io.cloudshop.products.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.search.Candidates.Candidate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuggestedWordsTest {

    private static final List<Candidate> LAMPS = named(
            "Linea LED Desk Lamp", "Crane Articulated Desk Lamp", "Heron Tripod Floor Lamp", "Atelier Oak Desk 140 cm");

    @Test
    void the_word_that_is_being_typed_is_completed_and_what_completes_most_names_comes_first() {
        assertThat(new SuggestedWords("la").of(LAMPS))
                .startsWith("lamp", "desk lamp")
                .contains("floor lamp");
    }

    @Test
    void words_before_stay_and_beginnings_of_words_become_words() {
        assertThat(new SuggestedWords("desk la").of(LAMPS)).startsWith("desk lamp");
        assertThat(new SuggestedWords("des la").of(LAMPS)).startsWith("desk lamp");
    }

    @Test
    void an_error_is_mended() {
        assertThat(new SuggestedWords("tripof fl").of(LAMPS)).contains("tripod floor lamp");
    }

    @Test
    void what_was_typed_already_and_numbers_are_no_suggestion() {
        assertThat(new SuggestedWords("desk").of(LAMPS)).doesNotContain("desk", "desk 140", "140 desk");
    }

    @Test
    void joined_words_stay_joined() {
        assertThat(new SuggestedWords("us").of(named("Junction USB-C Hub"))).startsWith("usb-c", "usb-c hub");
    }

    @Test
    void a_category_is_suggested_too() {
        assertThat(new SuggestedWords("light").of(LAMPS)).contains("lighting");
    }

    @Test
    void there_are_ten_at_most_and_each_once() {
        String[] names = IntStream.range(0, 40)
                .mapToObj(i -> "lamp" + (char) ('a' + i % 26))
                .toArray(String[]::new);

        assertThat(new SuggestedWords("l").of(named(names))).hasSize(10).doesNotHaveDuplicates();
    }

    private static List<Candidate> named(String... names) {
        return Stream.of(names)
                .map(name -> new Candidate(Ids.next(), name, "Lighting"))
                .toList();
    }
}
