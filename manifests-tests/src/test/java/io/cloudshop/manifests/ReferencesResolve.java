package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every ConfigMap, Secret, key, ServiceAccount, PriorityClass and volume that is named exists. */
final class ReferencesResolve implements Check {

    @Override
    public List<String> problems(Manifests manifests) {
        Stores stores = Stores.of(manifests);
        List<String> problems = new ArrayList<>();
        for (PodSet pods : manifests.podSets()) {
            pods.spec().ifPresent(spec -> problems.addAll(problems(pods.title(), spec, manifests, stores)));
        }
        manifests.custom("Cluster").forEach(cluster -> problems.addAll(problems(cluster, stores)));
        manifests.custom("ChaosEngine").forEach(engine -> problems.addAll(problems(engine, manifests)));
        manifests.custom("ObjectStore").forEach(store -> problems.addAll(objectStore(store, stores)));
        problems.addAll(certificates(manifests, stores));
        return problems;
    }

    private static List<String> problems(String title, PodSpec spec, Manifests manifests, Stores stores) {
        List<String> problems = new ArrayList<>();
        if (manifests.find(ServiceAccount.class, spec.getServiceAccountName()).isEmpty()) {
            problems.add("%s: no ServiceAccount %s".formatted(title, spec.getServiceAccountName()));
        }
        if (manifests.find(PriorityClass.class, spec.getPriorityClassName()).isEmpty()) {
            problems.add("%s: no PriorityClass %s".formatted(title, spec.getPriorityClassName()));
        }
        spec.getVolumes().forEach(volume -> problems.addAll(volume(title, volume, manifests, stores)));
        Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                .forEach(container -> problems.addAll(environment(title, container, stores)));
        return problems;
    }

    private static List<String> environment(String title, Container container, Stores stores) {
        List<String> problems = new ArrayList<>();
        container.getEnvFrom().stream()
                .filter(source -> source.getConfigMapRef() != null)
                .map(source -> source.getConfigMapRef().getName())
                .filter(name -> !stores.configMaps().containsKey(name))
                .forEach(name -> problems.add("%s: no ConfigMap %s".formatted(title, name)));
        container.getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef())
                .forEach(ref -> stores.requireSecret(title, ref.getName(), ref.getKey(), problems));
        return problems;
    }

    private static List<String> volume(String title, Volume volume, Manifests manifests, Stores stores) {
        List<String> problems = new ArrayList<>();
        if (volume.getPersistentVolumeClaim() != null) {
            String claim = volume.getPersistentVolumeClaim().getClaimName();
            if (manifests.find(PersistentVolumeClaim.class, claim).isEmpty()) {
                problems.add("%s: no PersistentVolumeClaim %s".formatted(title, claim));
            }
        }
        if (volume.getConfigMap() != null
                && !stores.configMaps().containsKey(volume.getConfigMap().getName())) {
            problems.add(
                    "%s: no ConfigMap %s".formatted(title, volume.getConfigMap().getName()));
        }
        if (volume.getSecret() != null
                && !Boolean.TRUE.equals(volume.getSecret().getOptional())) {
            stores.requireSecret(
                    title,
                    volume.getSecret().getSecretName(),
                    keys(volume.getSecret().getItems()),
                    problems);
        }
        if (volume.getProjected() != null) {
            volume.getProjected().getSources().stream()
                    .map(source -> source.getSecret())
                    .forEach(
                            secret -> stores.requireSecret(title, secret.getName(), keys(secret.getItems()), problems));
        }
        return problems;
    }

    private static Set<String> keys(List<KeyToPath> items) {
        return items.stream().map(KeyToPath::getKey).collect(Collectors.toSet());
    }

    private static List<String> problems(GenericKubernetesResource cluster, Stores stores) {
        List<String> problems = new ArrayList<>();
        Stream<String> roles = cluster.<List<Map<String, Map<String, String>>>>get("spec", "managed", "roles").stream()
                .map(role -> role.get("passwordSecret").get("name"));
        Stream<String> owner = Stream.of(cluster.<String>get("spec", "bootstrap", "initdb", "secret", "name"));
        Stream.concat(roles, owner)
                .forEach(name ->
                        stores.requireSecret(Manifests.title(cluster), name, Set.of("username", "password"), problems));
        return problems;
    }

    private static List<String> problems(GenericKubernetesResource engine, Manifests manifests) {
        List<String> problems = new ArrayList<>();
        String account = engine.get("spec", "chaosServiceAccount");
        if (manifests.find(ServiceAccount.class, account).isEmpty()) {
            problems.add("%s: no ServiceAccount %s".formatted(Manifests.title(engine), account));
        }
        Set<String> experiments = manifests.custom("ChaosExperiment").stream()
                .map(Manifests::nameOf)
                .collect(Collectors.toSet());
        engine.<List<Map<String, Object>>>get("spec", "experiments").stream()
                .map(experiment -> (String) experiment.get("name"))
                .filter(name -> !experiments.contains(name))
                .forEach(name -> problems.add("%s: no ChaosExperiment %s".formatted(Manifests.title(engine), name)));
        return problems;
    }

    private static List<String> objectStore(GenericKubernetesResource store, Stores stores) {
        List<String> problems = new ArrayList<>();
        Map<String, Map<String, String>> credentials = store.get("spec", "configuration", "s3Credentials");
        credentials
                .values()
                .forEach(
                        ref -> stores.requireSecret(Manifests.title(store), ref.get("name"), ref.get("key"), problems));
        return problems;
    }

    /** The edge's certificate is issued, and its issuer exists. */
    private static List<String> certificates(Manifests manifests, Stores stores) {
        List<String> problems = new ArrayList<>();
        manifests.all(Gateway.class).stream()
                .flatMap(gateway -> gateway.getSpec().getListeners().stream())
                .filter(listener -> listener.getTls() != null)
                .flatMap(listener -> listener.getTls().getCertificateRefs().stream())
                .forEach(ref -> stores.requireSecret("Gateway", ref.getName(), "tls.crt", problems));
        manifests.all(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getTls().stream())
                .forEach(tls -> stores.requireSecret("Ingress", tls.getSecretName(), "tls.crt", problems));
        Set<String> issuers =
                manifests.custom("Issuer").stream().map(Manifests::nameOf).collect(Collectors.toSet());
        manifests.custom("Certificate").stream()
                .filter(certificate -> !issuers.contains(certificate.<String>get("spec", "issuerRef", "name")))
                .forEach(certificate -> problems.add(Manifests.title(certificate) + ": its issuer does not exist"));
        return problems;
    }

    /** What there is to refer to: keys by name of the ConfigMap or Secret, whoever makes it. */
    private record Stores(Map<String, Set<String>> configMaps, Map<String, Set<String>> secrets) {

        static Stores of(Manifests manifests) {
            Map<String, Set<String>> configMaps = new HashMap<>();
            manifests
                    .all(ConfigMap.class)
                    .forEach(map ->
                            configMaps.put(Manifests.nameOf(map), map.getData().keySet()));
            Map<String, Set<String>> secrets = new HashMap<>();
            manifests
                    .all(Secret.class)
                    .forEach(secret -> secrets.put(
                            Manifests.nameOf(secret), secret.getData().keySet()));
            manifests
                    .custom("ExternalSecret")
                    .forEach(secret -> secrets.put(secret.get("spec", "target", "name"), externalKeys(secret)));
            manifests
                    .custom("Certificate")
                    .forEach(certificate ->
                            secrets.put(certificate.get("spec", "secretName"), Set.of("tls.crt", "tls.key", "ca.crt")));
            return new Stores(configMaps, secrets);
        }

        private static Set<String> externalKeys(GenericKubernetesResource secret) {
            return secret.<List<Map<String, String>>>get("spec", "data").stream()
                    .map(entry -> entry.get("secretKey"))
                    .collect(Collectors.toSet());
        }

        void requireSecret(String title, String name, String key, List<String> problems) {
            requireSecret(title, name, Set.of(key), problems);
        }

        void requireSecret(String title, String name, Set<String> keys, List<String> problems) {
            if (!secrets.containsKey(name)) {
                problems.add("%s: no Secret %s".formatted(title, name));
                return;
            }
            Set<String> missing = new HashSet<>(keys);
            missing.removeAll(secrets.get(name));
            missing.forEach(key -> problems.add("%s: Secret %s has no key %s".formatted(title, name, key)));
        }
    }
}
