package io.cloudshop.defaults.edge;

import static io.cloudshop.defaults.problem.CommonProblems.EXPECTATION_FAILED;
import static io.cloudshop.defaults.problem.CommonProblems.MALFORMED;
import static io.cloudshop.defaults.problem.CommonProblems.VERSION_NOT_SUPPORTED;

import io.cloudshop.defaults.problem.DomainException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import io.vertx.core.net.HostAndPort;
import java.util.Iterator;
import java.util.Map;

/** What the head of a request must be like (RFC 9112) so that everybody who reads it understands the same. */
final class HeadRules {

    /** Clients send the same one with every request of a connection. */
    private String lastGoodHost;

    /** Throws the problem to answer. */
    void check(HttpRequest request) {
        checkVersion(request.protocolVersion());
        RequestTarget.check(request.method() == HttpMethod.OPTIONS, request.uri());
        checkHeaders(request);
    }

    private static void checkVersion(HttpVersion version) {
        // The decoder gives these two for their exact spelling, and Vert.x knows no others.
        if (version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0) {
            return;
        }
        throw version.protocolName().equals("HTTP")
                ? new DomainException(VERSION_NOT_SUPPORTED, "Only HTTP/1.1 and HTTP/1.0 are spoken here.")
                : malformed("The request line does not name a version of HTTP.");
    }

    private void checkHeaders(HttpRequest request) {
        HttpHeaders headers = request.headers();
        int hosts = 0;
        int codings = 0;
        boolean hasLength = false;
        Iterator<Map.Entry<CharSequence, CharSequence>> each = headers.iteratorCharSequence();
        while (each.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = each.next();
            CharSequence name = header.getKey();
            if (name.isEmpty()) {
                throw malformed("A header has no name.");
            } else if (AsciiString.contentEqualsIgnoreCase(HttpHeaderNames.HOST, name)) {
                hosts++;
            } else if (AsciiString.contentEqualsIgnoreCase(HttpHeaderNames.TRANSFER_ENCODING, name)) {
                codings++;
                checkCoding(header.getValue());
            } else if (AsciiString.contentEqualsIgnoreCase(HttpHeaderNames.CONTENT_LENGTH, name)) {
                hasLength = true;
            } else if (AsciiString.contentEqualsIgnoreCase(HttpHeaderNames.EXPECT, name)) {
                checkExpectation(header.getValue());
            }
        }
        checkFraming(request.protocolVersion(), codings, hasLength);
        checkHost(request.protocolVersion(), hosts, headers.get(HttpHeaderNames.HOST));
    }

    private static void checkCoding(CharSequence coding) {
        if (!AsciiString.contentEqualsIgnoreCase(HttpHeaderValues.CHUNKED, coding)) {
            throw malformed("Of the transfer codings, only chunked is understood.");
        }
    }

    private static void checkExpectation(CharSequence expectation) {
        if (!AsciiString.contentEqualsIgnoreCase(HttpHeaderValues.CONTINUE, expectation)) {
            throw new DomainException(EXPECTATION_FAILED, "Of the expectations, only 100-continue can be met.");
        }
    }

    /** Sections 6.1 and 6.3: what one reader takes for a body is the next request to another. */
    private static void checkFraming(HttpVersion version, int codings, boolean hasLength) {
        if (codings > 1 || (codings == 1 && (hasLength || version != HttpVersion.HTTP_1_1))) {
            throw malformed("The length of the body is not clear: give Content-Length or Transfer-Encoding, once.");
        }
    }

    /** Section 3.2. */
    private void checkHost(HttpVersion version, int hosts, String host) {
        if (hosts == 0 && version == HttpVersion.HTTP_1_0) {
            return;
        }
        if (hosts != 1) {
            throw malformed("A request has one Host header.");
        }
        if (!host.equals(lastGoodHost)) {
            if (host.isEmpty() || HostAndPort.parseAuthority(host, -1) == null) {
                throw malformed("The Host header does not name a host.");
            }
            lastGoodHost = host;
        }
    }

    private static DomainException malformed(String detail) {
        return new DomainException(MALFORMED, detail);
    }
}
