package io.cloudshop.manifests;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The quota has room for every service at its autoscaler's maximum while all of them are rolled at once. */
final class QuotaAdmits implements Check {

    @Override
    public List<String> problems(Manifests manifests) {
        Map<String, Quantity> hard =
                manifests.get(ResourceQuota.class, "cloudshop").getSpec().getHard();
        return sum(manifests).entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(Need.amount(hard.get(entry.getKey()))) > 0)
                .map(entry -> "ResourceQuota/cloudshop: %s is %s, needed are %s"
                        .formatted(entry.getKey(), hard.get(entry.getKey()), entry.getValue()))
                .sorted()
                .toList();
    }

    private static Map<String, BigDecimal> sum(Manifests manifests) {
        List<PodSet> sets = manifests.podSets();
        Need need = sets.stream().map(pods -> pods.need().times(pods.most())).reduce(Need.NOTHING, Need::plus);
        Map<String, BigDecimal> sum = new HashMap<>(need.byQuotaName());
        sum.put("pods", BigDecimal.valueOf(sets.stream().mapToLong(PodSet::most).sum()));
        sets.forEach(pods -> {
            sum.merge(
                    "persistentvolumeclaims",
                    BigDecimal.valueOf((long) pods.most() * pods.volumes().size()),
                    BigDecimal::add);
            pods.volumes()
                    .forEach(size -> sum.merge(
                            "requests.storage",
                            Need.amount(size).multiply(BigDecimal.valueOf(pods.most())),
                            BigDecimal::add));
        });
        manifests.all(PersistentVolumeClaim.class).forEach(claim -> {
            sum.merge("persistentvolumeclaims", BigDecimal.ONE, BigDecimal::add);
            sum.merge("requests.storage", Need.amount(PodSet.size(claim)), BigDecimal::add);
        });
        return sum;
    }
}
