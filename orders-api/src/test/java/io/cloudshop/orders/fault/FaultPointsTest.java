package io.cloudshop.orders.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultPointsTest {

    @TempDir
    Path folder;

    @Test
    void work_pauses_at_a_point_until_the_test_lets_it_go_on() throws IOException {
        Path order = Files.writeString(folder.resolve("CAPTURE.before"), "pause\n");
        FaultPoints faults = new FaultPoints(() -> Optional.of(folder));

        Thread work = Thread.ofVirtual().start(() -> faults.at("CAPTURE.before"));

        await().until(() -> Files.exists(folder.resolve("CAPTURE.before.reached")));
        assertThat(work.isAlive()).isTrue();
        Files.delete(order);
        await().until(() -> !work.isAlive());
    }

    @Test
    void work_passes_every_other_point() throws IOException {
        Files.writeString(folder.resolve("CAPTURE.before"), "pause");

        new FaultPoints(() -> Optional.of(folder)).at("CAPTURE.after");
        new FaultPoints(Optional::empty).at("CAPTURE.before");

        assertThat(folder).isDirectoryNotContaining("glob:**.reached");
    }
}
