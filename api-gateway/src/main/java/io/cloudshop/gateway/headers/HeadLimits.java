package io.cloudshop.gateway.headers;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemType;
import io.cloudshop.gateway.problem.Problems;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * How much of a request may come before its body: what the services accept. The server itself reads four times that, since
 * what it refuses it answers without a body, before any handler.
 */
@ApplicationScoped
public class HeadLimits implements Handler<RoutingContext> {

    private static final int LONGEST_TARGET = 4_000;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int SEPARATORS = ": \r\n".length();

    private static final ProblemType TARGET_TOO_LONG = new ProblemType("uri-too-long", 414, "Address too long");
    private static final ProblemType HEADERS_TOO_LARGE =
            new ProblemType("headers-too-large", 431, "Request headers too large");

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > LONGEST_TARGET) {
            Problems.answer(
                    context,
                    new DomainException(
                            TARGET_TOO_LONG, "The address may have at most " + LONGEST_TARGET + " characters."));
        } else if (sizeOfHeaders(request) > LARGEST_HEADERS) {
            Problems.answer(
                    context,
                    new DomainException(
                            HEADERS_TOO_LARGE,
                            "The headers may have at most " + LARGEST_HEADERS + " bytes together; cookies count."));
        } else {
            context.next();
        }
    }

    private static long sizeOfHeaders(HttpServerRequest request) {
        long size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + SEPARATORS;
        }
        return size;
    }
}
