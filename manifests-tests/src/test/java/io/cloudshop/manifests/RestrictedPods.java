package io.cloudshop.manifests;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The profile {@code restricted} of the Pod Security Standards, evaluated as the admission plugin does, and beyond it what
 * this project promises: a read-only root file system, and temporary folders with a size.
 */
final class RestrictedPods implements Check {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        for (Namespace namespace : manifests.all(Namespace.class)) {
            if (!"restricted".equals(namespace.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce"))) {
                problems.add(Manifests.title(namespace) + ": the restricted profile is not enforced");
            }
        }
        for (PodSet pods : manifests.podSets()) {
            pods.spec().ifPresent(spec -> problems(spec)
                    .map(problem -> pods.title() + ": " + problem)
                    .forEach(problems::add));
        }
        for (GenericKubernetesResource experiment : manifests.custom("ChaosExperiment")) {
            problems(chaos(experiment))
                    .map(problem -> Manifests.title(experiment) + ": " + problem)
                    .forEach(problems::add);
        }
        return problems;
    }

    /** What Litmus makes of it, for the experiment as for the runner. */
    private static PodSpec chaos(GenericKubernetesResource experiment) {
        Container container = new Container();
        container.setName(Manifests.nameOf(experiment));
        container.setSecurityContext(JSON.convertValue(
                experiment.get("spec", "definition", "securityContext", "containerSecurityContext"),
                SecurityContext.class));
        PodSpec spec = new PodSpec();
        spec.setHostPID(experiment.get("spec", "definition", "hostPID"));
        spec.setSecurityContext(JSON.convertValue(
                experiment.get("spec", "definition", "securityContext", "podSecurityContext"),
                PodSecurityContext.class));
        spec.setContainers(List.of(container));
        return spec;
    }

    private static Stream<String> problems(PodSpec spec) {
        PodSecurityContext context = Objects.requireNonNullElse(spec.getSecurityContext(), new PodSecurityContext());
        return Stream.of(
                        host(spec),
                        spec.getVolumes().stream().flatMap(RestrictedPods::volume),
                        Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                                .flatMap(container -> container(container, context)),
                        when(!context.getSysctls().isEmpty(), "sysctls"),
                        when(isRoot(context.getRunAsUser()), "runs as root"),
                        when(context.getSeLinuxOptions() != null, "SELinux options"),
                        when(context.getWindowsOptions() != null, "Windows options"))
                .flatMap(problems -> problems);
    }

    private static Stream<String> host(PodSpec spec) {
        return Stream.of(
                        when(Boolean.TRUE.equals(spec.getHostNetwork()), "the host's network"),
                        when(Boolean.TRUE.equals(spec.getHostPID()), "the host's processes"),
                        when(Boolean.TRUE.equals(spec.getHostIPC()), "the host's shared memory"))
                .flatMap(problems -> problems);
    }

    private static Stream<String> volume(Volume volume) {
        boolean isAllowed = Stream.of(
                        volume.getConfigMap(),
                        volume.getCsi(),
                        volume.getDownwardAPI(),
                        volume.getEmptyDir(),
                        volume.getEphemeral(),
                        volume.getPersistentVolumeClaim(),
                        volume.getProjected(),
                        volume.getSecret())
                .anyMatch(Objects::nonNull);
        boolean isUnbounded =
                volume.getEmptyDir() != null && volume.getEmptyDir().getSizeLimit() == null;
        return Stream.concat(
                when(!isAllowed, "a volume of a forbidden kind: " + volume.getName()),
                when(isUnbounded, "a temporary folder without a size: " + volume.getName()));
    }

    private static Stream<String> container(Container container, PodSecurityContext pod) {
        SecurityContext context = Objects.requireNonNullElse(container.getSecurityContext(), new SecurityContext());
        Capabilities capabilities = Objects.requireNonNullElse(context.getCapabilities(), new Capabilities());
        SeccompProfile seccomp =
                context.getSeccompProfile() == null ? pod.getSeccompProfile() : context.getSeccompProfile();
        Boolean nonRoot = context.getRunAsNonRoot() == null ? pod.getRunAsNonRoot() : context.getRunAsNonRoot();
        return Stream.of(
                        when(Boolean.TRUE.equals(context.getPrivileged()), "privileged"),
                        when(!Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()), "privilege escalation"),
                        when(!capabilities.getDrop().contains("ALL"), "does not drop ALL capabilities"),
                        when(!Set.of("NET_BIND_SERVICE").containsAll(capabilities.getAdd()), "adds capabilities"),
                        when(!Boolean.TRUE.equals(nonRoot), "runAsNonRoot is not true"),
                        when(isRoot(context.getRunAsUser()), "runs as root"),
                        when(seccomp == null || !SECCOMP.contains(seccomp.getType()), "no seccomp profile"),
                        when(!isDefault(context.getProcMount()), "a proc mount of its own"),
                        when(container.getPorts().stream().anyMatch(RestrictedPods::isHostPort), "a port of the host"),
                        when(!Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()), "a writable root file system"))
                .flatMap(problems -> problems)
                .map(problem -> container.getName() + ": " + problem);
    }

    private static boolean isRoot(Long user) {
        return user != null && user == 0;
    }

    private static boolean isDefault(String procMount) {
        return procMount == null || procMount.equals("Default");
    }

    private static boolean isHostPort(ContainerPort port) {
        return port.getHostPort() != null && port.getHostPort() != 0;
    }

    private static Stream<String> when(boolean isWrong, String problem) {
        return isWrong ? Stream.of(problem) : Stream.empty();
    }
}
