package io.cloudshop.launcher.supervisor;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The state of the stack on disk; a reader sees an old state or a new one, never half of one. */
public final class StateFile {

    private static final JSON JSON_MAPPER = JSON.builder()
            .enable(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
            .build();

    private final Path file;

    public StateFile(Path file) {
        this.file = file;
    }

    /** Replaces the state. */
    public void write(StackState state) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, JSON_MAPPER.asBytes(state));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** The last state written, nothing if there never was one, or only one of an older version. */
    public Optional<StackState> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON_MAPPER.beanFrom(StackState.class, Files.readAllBytes(file)))
                            .filter(StackState::isWhole)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
