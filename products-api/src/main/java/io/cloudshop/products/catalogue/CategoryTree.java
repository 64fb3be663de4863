package io.cloudshop.products.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which categories lie in which: two levels, see the constraints of the table. Immutable.
 *
 * @param parents of the categories that have one, by name
 */
public record CategoryTree(Map<String, String> parents) {

    public CategoryTree {
        parents = Map.copyOf(parents);
    }

    boolean isFlat() {
        return parents.isEmpty();
    }

    /** Null for one at the top. */
    public String parentOf(String category) {
        return parents.get(category);
    }

    /** In the order of their names. */
    List<String> childrenOf(String category) {
        return parents.entrySet().stream()
                .filter(entry -> entry.getValue().equals(category))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What is counted in a category counts in its parent, too. */
    public Map<String, Long> rolledUp(Map<String, Long> counts) {
        Map<String, Long> sums = new HashMap<>(counts);
        counts.forEach((category, count) -> {
            if (parents.containsKey(category)) {
                sums.merge(parents.get(category), count, Long::sum);
            }
        });
        return sums;
    }
}
