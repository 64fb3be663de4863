package io.cloudshop.manifests;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Reads manifests as strictly as the API server does with field validation: what no model knows is an error. */
final class ManifestReader {

    private static final Map<String, Class<? extends HasMetadata>> MODELS = models(List.of(
            ConfigMap.class,
            CronJob.class,
            Deployment.class,
            Gateway.class,
            HTTPRoute.class,
            HorizontalPodAutoscaler.class,
            Ingress.class,
            LimitRange.class,
            Namespace.class,
            NetworkPolicy.class,
            PersistentVolumeClaim.class,
            PodDisruptionBudget.class,
            PodMonitor.class,
            PriorityClass.class,
            PrometheusRule.class,
            ResourceQuota.class,
            Role.class,
            RoleBinding.class,
            Secret.class,
            Service.class,
            ServiceAccount.class,
            ServiceMonitor.class,
            StatefulSet.class));

    /** Operators' own kinds, for which there are no models; their selectors and references are checked all the same. */
    private static final Set<String> CUSTOM = Set.of(
            "argoproj.io/v1alpha1 AnalysisTemplate",
            "argoproj.io/v1alpha1 Rollout",
            "barmancloud.cnpg.io/v1 ObjectStore",
            "cert-manager.io/v1 Certificate",
            "cert-manager.io/v1 Issuer",
            "external-secrets.io/v1 ExternalSecret",
            "external-secrets.io/v1 SecretStore",
            "litmuschaos.io/v1alpha1 ChaosEngine",
            "litmuschaos.io/v1alpha1 ChaosExperiment",
            "policies.kyverno.io/v1 NamespacedImageValidatingPolicy",
            "policies.kyverno.io/v1 NamespacedValidatingPolicy",
            "postgresql.cnpg.io/v1 Cluster",
            "postgresql.cnpg.io/v1 Database",
            "postgresql.cnpg.io/v1 ScheduledBackup",
            "velero.io/v1 Schedule");

    private static final ObjectMapper LENIENT = new ObjectMapper();
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                /** The models would collect unknown fields quietly. */
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private ManifestReader() {}

    static Manifests read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<HasMetadata> objects = new ArrayList<>();
        for (Object document : new Yaml(options).loadAll(yaml)) {
            objects.add(read((Map<?, ?>) document));
        }
        return new Manifests(objects);
    }

    private static HasMetadata read(Map<?, ?> document) {
        String kind = document.get("apiVersion") + " " + document.get("kind");
        if (MODELS.containsKey(kind)) {
            return STRICT.convertValue(document, MODELS.get(kind));
        }
        if (CUSTOM.contains(kind)) {
            return LENIENT.convertValue(document, GenericKubernetesResource.class);
        }
        throw new IllegalArgumentException("no model for " + kind);
    }

    private static Map<String, Class<? extends HasMetadata>> models(List<Class<? extends HasMetadata>> types) {
        Map<String, Class<? extends HasMetadata>> models = new TreeMap<>();
        types.forEach(type -> models.put(HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type), type));
        return models;
    }
}
