package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What k8s/components/opensearch-ha does each night. OpenSearch is played by a script in curl's place, which notes its calls. */
class SnapshotScriptTest {

    @TempDir
    Path folder;

    @Test
    void a_snapshot_is_taken_and_the_newest_are_kept() throws IOException {
        Tool.Run run = snapshot("SUCCESS");

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.output()).contains("taken: nightly-", "expired: nightly-20260101", "expired: nightly-20260102");
        assertThat(calls())
                .containsPattern("PUT http://search:9200/_snapshot/cloudshop .*\"location\": \"cloudshop\"")
                .contains("DELETE http://search:9200/_snapshot/cloudshop/nightly-20260101")
                .doesNotContain("nightly-20260103 ", "before-the-sale ");
    }

    @Test
    void one_that_lacks_a_shard_is_seen_and_costs_no_old_one() throws IOException {
        Tool.Run run = snapshot("PARTIAL");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("not taken", "PARTIAL");
        assertThat(calls()).doesNotContain("DELETE");
    }

    @Test
    void what_the_server_says_against_it_is_in_the_log() throws IOException {
        Tool.Run run = snapshot("refused");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("wait_for_completion=true: {", "no_shards_available");
        assertThat(calls()).doesNotContain("DELETE");
    }

    private Tool.Run snapshot(String state) throws IOException {
        Path curl = Files.createDirectories(folder.resolve("bin")).resolve("curl");
        Files.writeString(
                curl, """
                #!/bin/sh
                while [ "$1" != --request ]; do shift; done
                echo "$2 $3 $7" >>CALLS
                case $2:$3 in
                  PUT:*wait_for_completion=true) echo '{"snapshot":{"state":"STATE"}}' ;;
                  GET:*) printf '%s\\n' before-the-sale nightly-20260101 nightly-20260102 nightly-20260103 nightly-20260104 ;;
                esac
                case STATE:$3 in refused:*wait*) echo no_shards_available; exit 22 ;; esac
                """.replace("CALLS", folder.resolve("calls").toString()).replace("STATE", state));
        assertThat(curl.toFile().setExecutable(true)).isTrue();
        return Tool.tryRun(
                folder,
                "env",
                "PATH=" + folder.resolve("bin") + ":" + System.getenv("PATH"),
                "OPENSEARCH=http://search:9200",
                "KEEP=2",
                "sh",
                Repository.root()
                        .resolve("k8s/components/opensearch-ha/snapshot.sh")
                        .toString());
    }

    private String calls() {
        return Repository.text(folder.resolve("calls"));
    }
}
