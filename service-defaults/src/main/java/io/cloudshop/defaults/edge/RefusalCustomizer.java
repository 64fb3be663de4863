package io.cloudshop.defaults.edge;

import io.cloudshop.defaults.problem.DomainException;
import io.vertx.core.MultiMap;
import java.util.Optional;

/**
 * What a service does with all its answers and so with those to refused requests, which none of its filters gets to see.
 * Implemented by beans; called on the event loop.
 */
public interface RefusalCustomizer {

    /**
     * Completes the headers of the answer.
     *
     * @param request the headers that could be read, maybe none
     */
    void complete(MultiMap answer, MultiMap request);

    /** The answer as a page (HTML), where the client is a browser that shows it to a person. */
    default Optional<String> page(DomainException problem, MultiMap request) {
        return Optional.empty();
    }
}
