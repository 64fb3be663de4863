package io.cloudshop.defaults.edge;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemBody;
import io.cloudshop.defaults.request.RequestId;
import io.micrometer.core.instrument.Metrics;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InjectableInstance;
import io.vertx.core.MultiMap;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The answer to a request that the decoder did not accept: a problem (RFC 9457), or a page where the service has one. */
final class Refusal {

    private static final Logger LOG = Logger.getLogger(Refusal.class);

    private Refusal() {}

    static FullHttpResponse of(HttpRequest request, Throwable reason) {
        MultiMap asked = (HeadersMultiMap) request.headers();
        DomainException problem = problem(reason);
        HeadersMultiMap headers = HeadersMultiMap.httpHeaders();
        String id = RequestId.takenOverOrMade(asked.get(RequestId.HEADER));
        headers.set(RequestId.HEADER, id);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        headers.set("Connection", "close");
        byte[] content = content(problem, request.uri(), asked, headers);
        headers.set("Content-Length", Integer.toString(content.length));
        Metrics.counter(
                        "http.server.refused",
                        "status",
                        Integer.toString(problem.type().status()))
                .increment();
        LOG.debugf(reason, "Refused request %s: %s", id, problem.getMessage());
        return answer(problem.type().status(), request.method() == HttpMethod.HEAD ? new byte[0] : content, headers);
    }

    private static FullHttpResponse answer(int status, byte[] content, HeadersMultiMap headers) {
        ByteBuf body = Unpooled.wrappedBuffer(content);
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), body, headers, EmptyHttpHeaders.INSTANCE);
    }

    private static byte[] content(DomainException problem, String target, MultiMap asked, MultiMap headers) {
        Optional<String> page = customized(problem, asked, headers);
        headers.set("Content-Type", page.isPresent() ? "text/html; charset=utf-8" : ProblemBody.MEDIA_TYPE);
        return page.map(html -> html.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> ProblemBody.of(problem, target).toBuffer().getBytes());
    }

    private static Optional<String> customized(DomainException problem, MultiMap asked, MultiMap headers) {
        ArcContainer beans = Arc.container();
        if (beans == null || !beans.isRunning()) {
            return Optional.empty();
        }
        InjectableInstance<RefusalCustomizer> customizer = beans.select(RefusalCustomizer.class);
        if (customizer.isUnsatisfied()) {
            return Optional.empty();
        }
        customizer.get().complete(headers, asked);
        return customizer.get().page(problem, asked);
    }

    private static DomainException problem(Throwable reason) {
        return switch (reason) {
            case DomainException problem -> problem;
            case TooLongHttpLineException tooLong ->
                new DomainException(CommonProblems.URI_TOO_LONG, "The address is too long.", tooLong);
            case TooLongHttpHeaderException tooLarge ->
                new DomainException(
                        CommonProblems.HEADERS_TOO_LARGE, "The headers are too large; cookies count.", tooLarge);
            default -> new DomainException(CommonProblems.MALFORMED, "The request is not well-formed HTTP.", reason);
        };
    }
}
