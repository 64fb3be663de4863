package io.cloudshop.products.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.cloudshop.defaults.Ids;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NewsSenderTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final News news = News.of(ProductsChanged.stocked(Set.of(Ids.next())));

    @Test
    void while_redis_is_away_news_are_lost_and_counted_and_nobody_fails() {
        NewsSender sender = new NewsSender(new AwayStream(), metrics);

        assertThatCode(() -> sender.write(List.of(news, news))).doesNotThrowAnyException();

        assertThat(lost()).isEqualTo(2);
    }

    @Test
    @Timeout(5)
    void nobody_waits_for_a_redis_that_hangs() {
        NewsSender sender = new NewsSender(new AwayStream(), metrics);

        for (int i = 0; i < 5_000; i++) {
            sender.send(news);
        }

        assertThat(lost()).as("more than can wait").isEqualTo(4_000);
    }

    @Test
    void several_news_are_one_and_too_many_are_about_everything() {
        UUID lamp = Ids.next();
        News together = News.together(List.of(news, News.of(ProductsChanged.listed(Set.of(lamp))), news));

        assertThat(together.ids()).hasSize(2).contains(lamp);
        assertThat(together.isListed()).isTrue();
        assertThat(together.isEverything()).isFalse();
        assertThat(News.together(List.of(news)).isListed()).isFalse();
        Set<UUID> many = Stream.generate(Ids::next).limit(News.MOST_IDS + 1).collect(Collectors.toSet());
        assertThat(News.of(ProductsChanged.stocked(many))).isEqualTo(News.OF_EVERYTHING);
    }

    private double lost() {
        return metrics.get("cloudshop.catalogue.news.lost").counter().count();
    }

    private static final class AwayStream extends NewsStream {

        AwayStream() {
            super(null);
        }

        @Override
        void append(UUID sender, News news) {
            throw new IllegalStateException("away");
        }

        @Override
        List<Entry> after(String position, Duration wait) {
            throw new IllegalStateException("away");
        }
    }
}
