package io.cloudshop.stores.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path directory;

    private Path log;

    @BeforeEach
    void begin() throws IOException {
        log = Files.writeString(directory.resolve("x.log"), "one\ntwo\nthree\n");
    }

    @Test
    void the_tail_has_the_last_lines() {
        assertThat(LogTail.of(log, 2)).containsExactly("two", "three");
    }

    @Test
    void the_tail_of_a_missing_log_is_empty() {
        assertThat(LogTail.of(directory.resolve("missing.log"), 2)).isEmpty();
    }

    @Test
    void a_large_log_is_moved_aside() throws IOException {
        LogFile.bound(log, 5);

        assertThat(log).isEmptyFile();
        assertThat(directory.resolve("x.log.1")).hasContent("one\ntwo\nthree\n");
    }

    @Test
    void a_follower_sees_complete_new_lines_only() throws IOException {
        LogFollower follower = new LogFollower(log);

        append("four\nfi");
        assertThat(follower.newLines()).containsExactly("four");

        append("ve\n");
        assertThat(follower.newLines()).containsExactly("five");
        assertThat(follower.newLines()).isEmpty();
    }

    @Test
    void a_follower_goes_on_when_the_log_was_moved_aside() throws IOException {
        LogFollower follower = new LogFollower(log);

        LogFile.bound(log, 5);
        append("new\n");

        assertThat(follower.newLines()).containsExactly("new");
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
