package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.List;
import java.util.stream.Stream;

/** A job runs alone, starts late rather than piling up, has an end, and leaves the log of its failure. */
final class JobsEnd implements Check {

    @Override
    public List<String> problems(Manifests manifests) {
        return manifests.all(CronJob.class).stream()
                .flatMap(job -> problems(job.getSpec()).map(problem -> Manifests.title(job) + ": " + problem))
                .toList();
    }

    private static Stream<String> problems(CronJobSpec spec) {
        JobSpec job = spec.getJobTemplate().getSpec();
        return Stream.of(
                        when(!"Forbid".equals(spec.getConcurrencyPolicy()), "may run twice at once"),
                        when(spec.getStartingDeadlineSeconds() == null, "no deadline to start"),
                        when(job.getActiveDeadlineSeconds() == null, "no deadline to end"),
                        when(job.getBackoffLimit() == null, "no limit to its attempts"),
                        when(
                                !"Never".equals(job.getTemplate().getSpec().getRestartPolicy()),
                                "restarts over the log of what failed"))
                .flatMap(problems -> problems);
    }

    private static Stream<String> when(boolean isWrong, String problem) {
        return isWrong ? Stream.of(problem) : Stream.empty();
    }
}
