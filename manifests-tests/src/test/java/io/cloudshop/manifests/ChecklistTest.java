package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./cloudshop verify}: what docs/checklist.md shows is so, and the check would notice if it were not. */
class ChecklistTest {

    @TempDir
    private Path folder;

    @Test
    void the_brief_is_checked_off() {
        Kustomize.assumeInstalled();

        Tool.Run run = verify("docs/checklist.md");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("Docker & Compose", "Kubernetes", "GitOps", "Observabilité", "Sécurité & SRE")
                .containsPattern("(?m)^(1[5-9]|[2-9][0-9]) as written, 0 not");
    }

    @Test
    void what_is_not_so_is_shown_beside_what_is() {
        Tool.Run run = verify(document("""
                **Numbers**

                ```console
                $ echo one; echo two
                one
                two
                $ echo three
                four
                ```
                """));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("✓ echo one", "✗ echo three", "four", "1 as written, 1 not, 0 left out");
    }

    @Test
    void dots_stand_for_anything_and_a_star_for_itself() {
        Tool.Run run = verify(document("""
                ```console
                $ echo 'at 12:30 [*]'
                at ... [*]
                $ echo 'a long b'
                a * b
                ```
                """));

        assertThat(run.output()).contains("✓ echo 'at 12:30", "✗ echo 'a long b'");
    }

    @Test
    void what_needs_something_that_is_not_here_is_left_out_and_says_so() {
        Tool.Run run = verify(document("""
                ```console no-such-tool
                $ no-such-tool --version
                1
                ```
                """));

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("(needs no-such-tool)", "0 as written, 0 not, 1 left out");
    }

    private String document(String text) {
        try {
            return Files.writeString(folder.resolve("document.md"), text).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Tool.Run verify(String document) {
        return Tool.tryRun(Repository.root(), "docs/verify.sh", "--document", document);
    }
}
