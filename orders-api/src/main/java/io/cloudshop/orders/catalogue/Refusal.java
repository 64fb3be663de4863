package io.cloudshop.orders.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What matters in a problem body of products-api, and what an answer that is no success means. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Refusal(String type, List<Map<String, Object>> shortages) {

    /** Said of our credentials or of the moment, not of what was asked: it may be another answer later. */
    private static final Set<Integer> NOT_NOW = Set.of(401, 403, 405, 408, 425, 429);

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    /** A definite no where products-api itself has said so; everything else may be asked again later. */
    static RuntimeException of(Response answer) {
        boolean isDefinite = isAnswer(answer)
                && !NOT_NOW.contains(answer.getStatus())
                && PROBLEM.isCompatible(answer.getMediaType());
        return isDefinite ? read(answer).asException() : notNow(answer);
    }

    static CatalogueUnavailableException notNow(Response answer) {
        String message = "products-api answered " + answer.getStatus();
        return isAnswer(answer) ? new CatalogueUnavailableException(message) : new NoAnswerException(message);
    }

    private static boolean isAnswer(Response answer) {
        return answer.getStatus() >= 400 && answer.getStatus() < 500;
    }

    private static Refusal read(Response answer) {
        try {
            return answer.readEntity(Refusal.class);
        } catch (RuntimeException brokenOff) {
            throw new NoAnswerException("The answer of products-api cannot be read", brokenOff);
        }
    }

    private ReservationRefusedException asException() {
        String slug = type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
        return new ReservationRefusedException(slug, shortages == null ? List.of() : shortages);
    }
}
