package io.cloudshop.gateway.compression;

import io.cloudshop.gateway.routing.Destination;
import io.cloudshop.gateway.routing.Route;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides which answers of services are sent as gzip: JSON that is worth it, to clients that take it (RFC 9110, section
 * 12.5.3). Quarkus' own compression would put {@code Content-Encoding: identity} on every other answer.
 *
 * <p>An answer with a strong ETag stays as it is: its tag stands for those bytes, and If-Match takes no weak one. So do
 * answers about signing in, which hold tokens: their length must tell nothing (BREACH).
 */
public final class Compression {

    private static final String GZIP = "gzip";
    private static final long WORTH_IT = 1024;
    private static final Set<String> MEDIA_TYPES = Set.of("application/json", "application/problem+json");
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 206, 304);

    private Compression() {}

    /**
     * Whether the answer is to be compressed; if so, or if it only is not for this client, its headers say so from now on.
     *
     * @param length of the body, negative if nobody knows
     */
    public static boolean negotiate(RoutingContext context, int status, MultiMap answer, long length) {
        if (!isCompressible(context, status, answer, length)) {
            return false;
        }
        answer.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        boolean isWanted = context.request().method() != HttpMethod.HEAD && isAccepted(context);
        if (isWanted) {
            answer.set(HttpHeaders.CONTENT_ENCODING, GZIP);
            answer.remove(HttpHeaders.CONTENT_LENGTH);
            answer.remove(HttpHeaders.ACCEPT_RANGES);
        }
        return isWanted;
    }

    /** Whether the client takes gzip. */
    public static boolean isAccepted(RoutingContext context) {
        List<ParsedHeaderValue> accepted = List.copyOf(context.parsedHeaders().acceptEncoding());
        return accepted.stream()
                .filter(coding -> GZIP.equalsIgnoreCase(coding.value()))
                .findFirst()
                .or(() -> accepted.stream()
                        .filter(coding -> "*".equals(coding.value()))
                        .findFirst())
                .filter(coding -> coding.weight() > 0)
                .isPresent();
    }

    private static boolean isCompressible(RoutingContext context, int status, MultiMap answer, long length) {
        return context.request().version() == HttpVersion.HTTP_1_1
                && Route.of(context).destination() != Destination.AUTH
                && !WITHOUT_BODY.contains(status)
                && (length < 0 || length >= WORTH_IT)
                && MEDIA_TYPES.contains(mediaType(answer))
                && !answer.contains(HttpHeaders.CONTENT_ENCODING)
                && !hasStrongTag(answer)
                && !mustNotBeTransformed(answer);
    }

    private static String mediaType(MultiMap answer) {
        String type = answer.get(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean hasStrongTag(MultiMap answer) {
        String tag = answer.get(HttpHeaders.ETAG);
        return tag != null && !tag.startsWith("W/");
    }

    private static boolean mustNotBeTransformed(MultiMap answer) {
        return answer.getAll(HttpHeaders.CACHE_CONTROL).stream().anyMatch(said -> said.contains("no-transform"));
    }
}
