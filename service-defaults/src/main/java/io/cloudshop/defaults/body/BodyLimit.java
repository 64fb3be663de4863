package io.cloudshop.defaults.body;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemBody;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The limit of a body, refused with a problem where Quarkus would close the connection without a word: by its announced
 * length before it is read, or else while it is read. Quarkus' own limit stays behind it for what is read otherwise.
 */
@ApplicationScoped
public class BodyLimit {

    /** Quarkus' own check runs at -2. */
    private static final int BEFORE_QUARKUS = 3;

    private static final int AFTER_QUARKUS = 1;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseAnnounced, BEFORE_QUARKUS);
        filters.register(this::leaveTheRestToTheReader, AFTER_QUARKUS);
    }

    private void refuseAnnounced(RoutingContext context) {
        if (Framing.declaredLength(context.request()) > limit) {
            ProblemBody.answer(context, tooLarge());
        } else {
            context.next();
        }
    }

    private void leaveTheRestToTheReader(RoutingContext context) {
        // Set where the length is not announced; over HTTP/2 nothing else tells.
        if (context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2 * limit);
        }
        if (Framing.declaredLength(context.request()) == Framing.UNKNOWN_LENGTH) {
            context.addHeadersEndHandler(answering -> UnreadBody.discard(context));
        }
        context.next();
    }

    BoundedStream bounded(InputStream body) {
        return new BoundedStream(body, limit, this::tooLarge);
    }

    private DomainException tooLarge() {
        return new DomainException(CommonProblems.TOO_LARGE, "The body may have at most " + limit + " bytes here.");
    }
}
