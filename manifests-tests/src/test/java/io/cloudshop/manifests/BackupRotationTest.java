package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which dumps stay, with made-up dates: the newest of seven days and, beyond them, of four weeks. */
class BackupRotationTest {

    private static final String COPIES =
            "while [ $# -gt 1 ]; do [ \"$1\" != --output ] || output=$2; shift; done; cp \"$1\" \"$output\"";

    private BackupScripts scripts;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        scripts = new BackupScripts(folder);
        // How dumps are encrypted does not matter here, and takes its time.
        scripts.program("gpg", COPIES);
    }

    @Test
    void after_two_months_of_nights_seven_days_and_four_sundays_stay() {
        LocalDate.of(2025, 12, 1)
                .datesUntil(LocalDate.of(2026, 2, 3))
                .forEach(night -> scripts.old(name(night, "T020000Z")));

        dumpOn(LocalDate.of(2026, 2, 3));

        // The 3rd of February is a Tuesday.
        assertThat(kept())
                .isEqualTo("20260104 20260111 20260118 20260125 "
                        + "20260128 20260129 20260130 20260131 20260201 20260202 20260203");
    }

    /** A week that is under way is not yet what it will be. */
    @Test
    void night_by_night_it_comes_to_the_same_over_the_turn_of_a_year() {
        LocalDate.of(2025, 11, 30).datesUntil(LocalDate.of(2026, 1, 11)).forEach(this::dumpOn);

        // The 4th of January is a Sunday, and one of the seven days.
        assertThat(kept())
                .isEqualTo("20251207 20251214 20251221 20251228 "
                        + "20260104 20260105 20260106 20260107 20260108 20260109 20260110");
    }

    @Test
    void of_several_a_day_the_newest_stays_and_a_pause_costs_nothing() {
        Stream.of("T020000Z", "T110000Z", "T170000Z")
                .forEach(time -> scripts.old(name(LocalDate.of(2026, 1, 5), time)));
        scripts.old(name(LocalDate.of(2025, 6, 1), "T020000Z"));

        dumpOn(LocalDate.of(2026, 2, 3));

        assertThat(scripts.backups().stream().filter(name -> name.matches("orders-.*gpg")))
                .containsExactly(
                        "orders-20250601T020000Z.dump.gpg",
                        "orders-20260105T170000Z.dump.gpg",
                        "orders-20260203T020000Z.dump.gpg");
    }

    private void dumpOn(LocalDate day) {
        scripts.program("date", "echo " + compact(day) + "T020000Z");
        Tool.Run run = scripts.dump();
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    /** The days of the dumps of orders; each has its checksum, and none is left of another. */
    private String kept() {
        List<String> dumps = days("\\.dump\\.gpg");
        assertThat(days("\\.dump\\.gpg\\.sha256")).isEqualTo(dumps);
        return String.join(" ", dumps);
    }

    private List<String> days(String kind) {
        return scripts.backups().stream()
                .filter(name -> name.matches("orders-\\d{8}T\\d{6}Z" + kind))
                .map(name -> name.substring("orders-".length(), "orders-".length() + 8))
                .toList();
    }

    private static String name(LocalDate day, String time) {
        return "orders-" + compact(day) + time;
    }

    private static String compact(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
