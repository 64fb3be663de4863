package io.cloudshop.defaults.problem;

import io.cloudshop.defaults.body.UnreadBody;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Problem details (RFC 9457) where no exception mapper is there to write them: before a request reaches a resource. */
public final class ProblemBody {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String UNESCAPED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    private ProblemBody() {}

    /** Answers the request and leaves its connection in a state that the client can rely on. */
    public static void answer(RoutingContext context, DomainException problem) {
        HttpServerResponse response = context.response();
        response.setStatusCode(problem.type().status()).putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        UnreadBody.discard(context);
        response.end(of(problem, context.request().path()).toBuffer());
    }

    /**
     * The problem as the client reads it.
     *
     * @param target the address of the request as it came
     */
    public static JsonObject of(DomainException problem, String target) {
        ProblemType type = problem.type();
        JsonObject body = new JsonObject()
                .put("type", type.uri().toString())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", problem.getMessage())
                .put("instance", instance(target));
        problem.members().forEach(body::put);
        return body;
    }

    /** The path of the address as a valid URI reference, also where the request's was not; a slash where it had none. */
    private static String instance(String target) {
        int query = target == null ? -1 : target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (path == null || !path.startsWith("/") || path.equals("//")) {
            return "/";
        }
        StringBuilder instance = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean escape =
                    c == '%' && ESCAPE.matcher(path).region(i, path.length()).lookingAt();
            if (escape || UNESCAPED.indexOf(c) >= 0) {
                instance.append(c);
            } else {
                // The decoder gives bytes as characters.
                instance.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            }
        }
        return instance.toString();
    }
}
