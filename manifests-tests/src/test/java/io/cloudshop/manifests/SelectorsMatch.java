package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every selector selects something, and what selects for one workload (a Service, a PodDisruptionBudget, a monitor, a
 * policy named after a workload, a pod's own spreading) selects that one only.
 */
final class SelectorsMatch implements Check {

    /** Policies for all pods, for several, and for pods that only live while cert-manager answers a challenge. */
    private static final Map<String, Set<String>> SHARED_POLICIES = Map.ofEntries(
            Map.entry("default-deny", Set.of("*")),
            Map.entry("allow-dns", Set.of("*")),
            Map.entry("sentinel-clients", Set.of("api-gateway", "auth-service", "products-api", "orders-api")),
            Map.entry("postgresql-ha", Set.of("postgresql")),
            Map.entry("auth-service-smtp", Set.of("auth-service")),
            Map.entry("redis-ha", Set.of("redis-ha")),
            Map.entry("postgresql-backup", Set.of("postgresql-backup", "postgresql-restore")),
            Map.entry("postgresql-from-backup", Set.of("postgresql")),
            Map.entry(
                    "chaos",
                    Set.of("api-gateway-pod-delete", "orders-api-pod-delete", "products-api-pod-delete", "pod-delete")),
            Map.entry("chaos-probes", Set.of("api-gateway", "orders-api")),
            Map.entry("acme-solver", Set.of()));

    @Override
    public List<String> problems(Manifests manifests) {
        List<String> problems = new ArrayList<>();
        manifests.all(Service.class).forEach(service -> problems.addAll(service(service, manifests)));
        manifests.all(NetworkPolicy.class).forEach(policy -> problems.addAll(policy(policy, manifests)));
        manifests
                .all(PodDisruptionBudget.class)
                .forEach(budget -> problems.addAll(
                        exactly(budget, budget.getSpec().getSelector(), Set.of(Manifests.nameOf(budget)), manifests)));
        manifests
                .all(PodMonitor.class)
                .forEach(monitor -> problems.addAll(exactly(
                        monitor, monitor.getSpec().getSelector(), Set.of(Manifests.nameOf(monitor)), manifests)));
        manifests.all(ServiceMonitor.class).forEach(monitor -> problems.addAll(serviceMonitor(monitor, manifests)));
        manifests.all(HorizontalPodAutoscaler.class).forEach(scaler -> problems.addAll(autoscaler(scaler, manifests)));
        manifests
                .all(Deployment.class)
                .forEach(it -> problems.addAll(
                        exactly(it, it.getSpec().getSelector(), Set.of(Manifests.nameOf(it)), manifests)));
        manifests
                .all(StatefulSet.class)
                .forEach(it -> problems.addAll(
                        exactly(it, it.getSpec().getSelector(), Set.of(Manifests.nameOf(it)), manifests)));
        manifests.podSets().forEach(pods -> problems.addAll(spreading(pods, manifests)));
        manifests.custom("ChaosEngine").forEach(engine -> problems.addAll(chaos(engine, manifests)));
        return problems;
    }

    private static List<String> service(Service service, Manifests manifests) {
        Map<String, String> selector = service.getSpec().getSelector();
        return compare(
                Manifests.title(service),
                Set.of(Manifests.nameOf(service)),
                names(manifests, pods -> Selectors.matches(selector, pods.labels())));
    }

    private static List<String> policy(NetworkPolicy policy, Manifests manifests) {
        String name = Manifests.nameOf(policy);
        Set<String> intended = SHARED_POLICIES.getOrDefault(name, Set.of(name));
        LabelSelector selector = policy.getSpec().getPodSelector();
        return intended.contains("*")
                ? compare(Manifests.title(policy), names(manifests, pods -> true), selected(selector, manifests))
                : Stream.concat(
                                exactly(policy, selector, intended, manifests).stream(),
                                peers(policy)
                                        .filter(peer -> selectsNobody(peer, manifests))
                                        .map(peer -> "%s: the peer %s is no pod"
                                                .formatted(Manifests.title(policy), peer.getPodSelector())))
                        .toList();
    }

    private static Stream<NetworkPolicyPeer> peers(NetworkPolicy policy) {
        return Stream.concat(
                policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
    }

    /** Of our own namespace: what others' pods are labelled is not known here, see {@link Network}. */
    private static boolean selectsNobody(NetworkPolicyPeer peer, Manifests manifests) {
        return peer.getNamespaceSelector() == null
                && peer.getPodSelector() != null
                && selected(peer.getPodSelector(), manifests).isEmpty();
    }

    private static List<String> serviceMonitor(ServiceMonitor monitor, Manifests manifests) {
        Set<String> services = manifests.all(Service.class).stream()
                .filter(service -> Selectors.matches(
                        monitor.getSpec().getSelector(), service.getMetadata().getLabels()))
                .map(Manifests::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
        return compare(Manifests.title(monitor), Set.of(Manifests.nameOf(monitor)), services);
    }

    private static List<String> autoscaler(HorizontalPodAutoscaler autoscaler, Manifests manifests) {
        var target = autoscaler.getSpec().getScaleTargetRef();
        boolean exists = manifests.podSets().stream()
                .anyMatch(pods -> pods.title().equals(target.getKind() + "/" + target.getName()));
        return exists
                ? List.of()
                : List.of("%s: there is no %s/%s"
                        .formatted(Manifests.title(autoscaler), target.getKind(), target.getName()));
    }

    /** Litmus kills what has the label, if its owner is of the kind, and says nothing where that is nobody. */
    private static List<String> chaos(GenericKubernetesResource engine, Manifests manifests) {
        String kind = engine.get("spec", "appinfo", "appkind");
        String[] label = engine.<String>get("spec", "appinfo", "applabel").split("=");
        Set<String> targets = manifests.podSets().stream()
                .filter(pods -> Selectors.matches(Map.of(label[0], label[1]), pods.labels()))
                .filter(pods -> pods.title().toLowerCase(Locale.ROOT).startsWith(kind + "/"))
                .map(PodSet::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return compare(Manifests.title(engine), Set.of(Manifests.nameOf(engine).replace("-pod-delete", "")), targets);
    }

    private static List<String> spreading(PodSet pods, Manifests manifests) {
        return pods.spec().stream()
                .flatMap(SelectorsMatch::ownSelectors)
                .flatMap(selector ->
                        compare(pods.title() + " spreads", Set.of(pods.name()), selected(selector, manifests)).stream())
                .toList();
    }

    private static Stream<LabelSelector> ownSelectors(io.fabric8.kubernetes.api.model.PodSpec spec) {
        Stream<LabelSelector> spread =
                spec.getTopologySpreadConstraints().stream().map(constraint -> constraint.getLabelSelector());
        if (spec.getAffinity() == null || spec.getAffinity().getPodAntiAffinity() == null) {
            return spread;
        }
        var affinity = spec.getAffinity().getPodAntiAffinity();
        return Stream.of(
                        spread,
                        affinity.getPreferredDuringSchedulingIgnoredDuringExecution().stream()
                                .map(term -> term.getPodAffinityTerm().getLabelSelector()),
                        affinity.getRequiredDuringSchedulingIgnoredDuringExecution().stream()
                                .map(term -> term.getLabelSelector()))
                .flatMap(selectors -> selectors);
    }

    private static List<String> exactly(
            HasMetadata object, LabelSelector selector, Set<String> intended, Manifests manifests) {
        return compare(Manifests.title(object), intended, selected(selector, manifests));
    }

    private static List<String> compare(String title, Set<String> intended, Set<String> selected) {
        return selected.equals(intended)
                ? List.of()
                : List.of("%s: selects %s instead of %s".formatted(title, selected, new TreeSet<>(intended)));
    }

    private static Set<String> selected(LabelSelector selector, Manifests manifests) {
        return names(manifests, pods -> Selectors.matches(selector, pods.labels()));
    }

    private static Set<String> names(Manifests manifests, Predicate<PodSet> predicate) {
        return manifests.podSets().stream()
                .filter(predicate)
                .map(PodSet::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
