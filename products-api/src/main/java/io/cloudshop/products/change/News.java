package io.cloudshop.products.change;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What caches have to forget, whichever replica changed it.
 *
 * @param ids of products; none means all of them where {@code isEverything}
 * @param isListed whether lists and counts are concerned
 * @param isEverything whether too much happened to name it
 */
public record News(Set<UUID> ids, boolean isListed, boolean isEverything) {

    static final int MOST_IDS = 200;

    static final News OF_EVERYTHING = new News(Set.of(), true, true);

    static News of(ProductsChanged change) {
        return of(change.ids(), change.isListed());
    }

    /** Of several changes at once. */
    static News together(List<News> news) {
        Set<UUID> ids = new HashSet<>();
        news.forEach(one -> ids.addAll(one.ids));
        return news.stream().anyMatch(News::isEverything)
                ? OF_EVERYTHING
                : of(ids, news.stream().anyMatch(News::isListed));
    }

    private static News of(Collection<UUID> ids, boolean isListed) {
        return ids.size() > MOST_IDS ? OF_EVERYTHING : new News(Set.copyOf(ids), isListed, false);
    }
}
