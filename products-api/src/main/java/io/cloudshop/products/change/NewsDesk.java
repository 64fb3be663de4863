package io.cloudshop.products.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/**
 * Tells this replica's caches of a change as soon as it is committed and before whoever made it has an answer; the other
 * replicas hear of it moments later.
 */
@ApplicationScoped
class NewsDesk {

    private final Event<News> here;
    private final NewsSender elsewhere;

    NewsDesk(Event<News> here, NewsSender elsewhere) {
        this.here = here;
        this.elsewhere = elsewhere;
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProductsChanged change) {
        News news = News.of(change);
        here.fire(news);
        elsewhere.send(news);
    }
}
