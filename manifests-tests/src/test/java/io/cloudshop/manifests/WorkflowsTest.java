package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** GitHub's workflows: what they run is pinned, what they may do is said, and nobody's title of a pull request is run. */
class WorkflowsTest {

    private static final Pattern USES = Pattern.compile("uses: (\\S+)(.*)");
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");
    private static final Pattern VERSION = Pattern.compile(" # v\\d+\\.\\d+\\.\\d+");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{");
    private static final int LONGEST_MINUTES = 120;

    static Stream<Path> workflows() {
        return Repository.files(".github/workflows").stream();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void an_action_is_pinned_by_commit_and_says_its_version(Path workflow) {
        List<String> uses = USES.matcher(Repository.text(workflow))
                .results()
                .map(use -> use.group())
                .toList();

        assertThat(uses).isNotEmpty().allSatisfy(use -> {
            var parts = USES.matcher(use);
            assertThat(parts.matches()).isTrue();
            assertThat(parts.group(1)).matches(PINNED);
            assertThat(parts.group(2)).matches(VERSION);
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nothing_is_allowed_but_what_a_job_asks_for(Path workflow) {
        assertThat(read(workflow)).containsEntry("permissions", Map.of()).containsKey("concurrency");
        assertThat(jobs(workflow)).allSatisfy((name, job) -> {
            assertThat(job).containsKey("permissions");
            assertThat((Integer) job.get("timeout-minutes")).isBetween(1, LONGEST_MINUTES);
            assertThat(job).containsEntry("runs-on", "ubuntu-24.04");
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_job_is_watched_from_its_first_step_and_leaves_no_token_behind(Path workflow) {
        jobs(workflow).forEach((name, job) -> {
            List<Map<String, Object>> steps = steps(job);
            assertThat((String) steps.getFirst().get("uses")).as(name).startsWith("step-security/harden-runner@");
            assertThat(steps)
                    .filteredOn(step -> String.valueOf(step.get("uses")).startsWith("actions/checkout@"))
                    .as(name)
                    .allSatisfy(step ->
                            assertThat(with(step).get("persist-credentials")).isEqualTo(mayPush(job)));
        });
    }

    /** What outsiders write (titles, names of branches) reaches a script as a variable, never as text of the script. */
    @ParameterizedTest
    @MethodSource("workflows")
    void no_script_has_an_expression_in_it_and_no_fork_runs_with_secrets(Path workflow) {
        assertThat(Repository.text(workflow)).doesNotContain("pull_request_target", "workflow_run");
        jobs(workflow).forEach((name, job) -> assertThat(steps(job))
                .as(name)
                .filteredOn(step -> step.containsKey("run"))
                .noneMatch(step -> EXPRESSION.matcher((String) step.get("run")).find()));
    }

    /** Who may sign is said twice: to whoever verifies by hand, and to Kyverno. */
    @Test
    void what_is_verified_by_hand_is_what_the_policy_lets_in() {
        assertThat(Repository.text("images/sign.sh")).contains(first("subjectRegExp: (\\S+)"), first("issuer: (\\S+)"));
    }

    private static String first(String pattern) {
        return Pattern.compile(pattern)
                .matcher(Repository.text("k8s/components/policies/signed-images.yaml"))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static boolean mayPush(Map<String, Object> job) {
        return job.get("permissions") instanceof Map<?, ?> permissions && "write".equals(permissions.get("contents"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> with(Map<String, Object> step) {
        return (Map<String, Object>) step.get("with");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps(Map<String, Object> job) {
        return (List<Map<String, Object>>) job.get("steps");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> jobs(Path workflow) {
        return (Map<String, Map<String, Object>>) read(workflow).get("jobs");
    }

    private static Map<String, Object> read(Path workflow) {
        return new Yaml().load(Repository.text(workflow));
    }
}
