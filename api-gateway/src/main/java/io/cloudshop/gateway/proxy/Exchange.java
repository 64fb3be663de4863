package io.cloudshop.gateway.proxy;

import io.cloudshop.defaults.body.Framing;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.gateway.compression.Compression;
import io.cloudshop.gateway.compression.GzipBody;
import io.cloudshop.gateway.problem.Problems;
import io.cloudshop.gateway.routing.Route;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import org.jboss.logging.Logger;

/** One request on its way to an upstream and back. Lives on the event loop of its connection. */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final RoutingContext context;
    private final HttpServerRequest incoming;
    private final ProxyRequest outgoing;
    private final Route route;
    private final Upstreams upstreams;
    private final RequestBody body;
    private final Observation observation;
    private final Watchdog patience;
    private final Watchdog silence;

    private final long began = System.nanoTime();

    private HttpClientRequest upstream;
    private DomainException verdict;

    Exchange(
            RoutingContext context,
            Route route,
            Upstreams upstreams,
            Circuit.Permit permit,
            UpstreamMetrics metrics,
            Duration silenceTimeout) {
        this.context = context;
        this.incoming = context.request();
        this.outgoing = ProxyRequest.reverseProxy(new AbortableRequest(incoming));
        this.route = route;
        this.upstreams = upstreams;
        this.patience = new Watchdog(context.vertx(), route.patience(), () -> abort(UpstreamProblems.timeout()));
        this.body = Framing.declaredLength(incoming) == 0
                ? null
                : new RequestBody(incoming, route.bodyLimit(), patience, () -> abort(tooLarge(route)));
        this.observation = new Observation(route, permit, metrics, this::upstreamsTime);
        this.silence = new Watchdog(context.vertx(), silenceTimeout, () -> abort(UpstreamProblems.timeout()));
    }

    static DomainException tooLarge(Route route) {
        return new DomainException(
                CommonProblems.TOO_LARGE, "The body may have at most " + route.bodyLimit() + " bytes here.");
    }

    /**
     * @param client the address that the request came from
     * @return complete when the answer is through, or will not be
     */
    Future<Void> run(String client) {
        RequestHeaders.rewrite(outgoing.headers(), incoming, client);
        if (body != null) {
            outgoing.setBody(Body.body(body, Framing.declaredLength(incoming)));
        } else {
            outgoing.setBody(null);
            incoming.resume();
        }
        return upstreams
                .request(route)
                .compose(this::send)
                .recover(this::sendAgainIfSafe)
                .compose(this::relay)
                .onFailure(this::giveUp);
    }

    private Future<ProxyResponse> send(HttpClientRequest request) {
        upstream = request;
        // The future of the answer tells the same failures; without a handler they would be logged as errors, too.
        request.exceptionHandler(alsoInTheFuture -> {});
        if (context.response().closed()) {
            request.reset();
            return Future.failedFuture("The client is gone");
        }
        if (Framing.awaitsContinue(incoming)) {
            incoming.response().writeContinue();
        }
        patience.start();
        return outgoing.send(request).onComplete(answered -> patience.stop());
    }

    /**
     * An upstream may close an idle connection at the moment the next request is sent on it. Only methods that change
     * nothing are sent twice (RFC 9110, section 9.2.2), once, and only before any byte of an answer.
     */
    private Future<ProxyResponse> sendAgainIfSafe(Throwable cause) {
        boolean safe = incoming.method() == HttpMethod.GET || incoming.method() == HttpMethod.HEAD;
        if (!safe || body != null || verdict != null || !UpstreamProblems.isDroppedConnection(cause)) {
            return Future.failedFuture(cause);
        }
        return upstreams.requestOnNewConnection(route).compose(this::send);
    }

    private Future<Void> relay(ProxyResponse answer) {
        observation.answered(answer.getStatusCode());
        ResponseHeaders.rewrite(answer.headers(), upstreams.origin(route));
        // The status says it all; a reason phrase of their own also hides a 304 from Vert.x, which then adds framing.
        answer.setStatusMessage(null);
        Body content = answer.getBody();
        ReadStream<Buffer> watched = new ResponseBody(content.stream(), silence);
        if (Compression.negotiate(context, answer.getStatusCode(), answer.headers(), content.length())) {
            answer.setBody(Body.body(new GzipBody(watched)));
        } else {
            answer.setBody(Body.body(watched, content.length()));
        }
        return answer.send();
    }

    /** Ends the exchange from our side; the failure that follows from it is told as this problem. */
    private void abort(DomainException problem) {
        verdict = verdict == null ? problem : verdict;
        upstream.reset();
    }

    private void giveUp(Throwable cause) {
        patience.stop();
        silence.stop();
        if (isClientGone()) {
            observation.clientLeft();
            LOG.debugf("The client left before the answer of %s was complete", route.destination());
            return;
        }
        DomainException problem = verdict != null ? verdict : problem(cause);
        observation.failed(problem, cause);
        if (problem.type().status() >= 500) {
            if (context.response().headWritten()) {
                observation.brokeOff();
            }
            LOG.warnf(
                    "No whole answer from %s: %s (%s)",
                    route.destination(), problem.type().slug(), cause.toString());
        }
        Problems.answer(context, problem);
    }

    /**
     * Also where a write told us before the connection does, and where all has been written, but not sent: whoever has all
     * bytes of an answer may close before we say that it is over.
     */
    private boolean isClientGone() {
        HttpServerResponse response = context.response();
        return response.closed()
                || response.ended()
                || !((ConnectionBase) incoming.connection()).channel().isOpen();
    }

    /** An upstream that closes in the middle of a body may have waited long enough for a client that does not go on. */
    private DomainException problem(Throwable cause) {
        boolean isClientSlow =
                body != null && body.clientsSilence() > route.patience().toNanos();
        return isClientSlow && UpstreamProblems.isDroppedConnection(cause)
                ? UpstreamProblems.bodyTooSlow()
                : UpstreamProblems.of(cause);
    }

    private long upstreamsTime() {
        return System.nanoTime() - (body == null ? began : body.wholeSince(began));
    }
}
