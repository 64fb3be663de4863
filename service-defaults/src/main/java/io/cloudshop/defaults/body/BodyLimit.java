package io.cloudshop.defaults.body;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemBody;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The limit of a body, refused with a problem where Quarkus would close the connection without a word: by its announced
 * length before it is read, or else while it is read. Quarkus' own limit stays behind it for what is read otherwise.
 */
@ApplicationScoped
public class BodyLimit {

    /** Quarkus' own check runs at -2. */
    private static final int BEFORE_QUARKUS = 3;

    private static final int AFTER_QUARKUS = 1;

    private final BodySettings settings;
    private final CurrentVertxRequest current;
    private final Map<Pattern, Long> larger;

    BodyLimit(BodySettings settings, CurrentVertxRequest current) {
        this.settings = settings;
        this.current = current;
        this.larger = settings.larger().entrySet().stream()
                .collect(Collectors.toMap(
                        path -> pattern(path.getKey()), path -> path.getValue().asLongValue()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseAnnounced, BEFORE_QUARKUS);
        filters.register(this::leaveTheRestToTheReader, AFTER_QUARKUS);
    }

    private void refuseAnnounced(RoutingContext context) {
        long limit = limitOf(context);
        if (Framing.declaredLength(context.request()) > limit) {
            ProblemBody.answer(context, tooLarge(limit));
        } else {
            context.next();
        }
    }

    private void leaveTheRestToTheReader(RoutingContext context) {
        // Set where the length is not announced; over HTTP/2 nothing else tells.
        if (context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2 * limitOf(context));
        }
        if (Framing.declaredLength(context.request()) == Framing.UNKNOWN_LENGTH) {
            context.addHeadersEndHandler(answering -> UnreadBody.discard(context));
        }
        context.next();
    }

    /** The body of the current request, or of another service's answer, which may come without a request of ours. */
    BoundedStream bounded(InputStream body) {
        boolean hasRequest = Arc.container().requestContext().isActive() && current.getCurrent() != null;
        long limit =
                hasRequest ? limitOf(current.getCurrent()) : settings.limit().asLongValue();
        return new BoundedStream(body, limit, () -> tooLarge(limit));
    }

    private long limitOf(RoutingContext context) {
        String path = context.normalizedPath();
        return larger.entrySet().stream()
                .filter(one -> one.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> settings.limit().asLongValue());
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(
                Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
    }

    private static DomainException tooLarge(long limit) {
        return new DomainException(CommonProblems.TOO_LARGE, "The body may have at most " + limit + " bytes here.");
    }
}
