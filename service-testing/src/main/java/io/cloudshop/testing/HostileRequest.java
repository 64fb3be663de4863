package io.cloudshop.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request that no server may let pass, byte by byte. Its connection ends with it.
 *
 * @param path where it goes, empty if nobody could tell
 */
public record HostileRequest(String what, String bytes, String path, int status, String problem) {

    private static final String HOST = "Host: shop\r\n";
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\n" + HOST + "\r\n";

    @Override
    public String toString() {
        return what;
    }

    /** All of them, sent to an address of the service that exists. */
    public static List<HostileRequest> to(String path) {
        List<HostileRequest> all = new ArrayList<>();
        requestLines(path).forEach(all::add);
        targets(path).forEach(all::add);
        framings(path).forEach(all::add);
        hosts(path).forEach(all::add);
        headers(path).forEach(all::add);
        return all;
    }

    private static Stream<HostileRequest> requestLines(String path) {
        return Stream.of(
                unreadable("no HTTP", "garbage\r\n\r\n"),
                unreadable("a TLS handshake", "\u0016\u0003\u0001\u0000\u00a5\u0001\r\n\r\n"),
                unreadable("HTTP/0.9", "GET " + path + "\r\n\r\n"),
                unreadable("four words", "GET " + path + " x HTTP/1.1\r\n" + HOST + "\r\n"),
                unreadable("a method that is no token", "G(T " + path + " HTTP/1.1\r\n" + HOST + "\r\n"),
                unreadable("bare line feeds", "GET " + path + " HTTP/1.1\nHost: shop\n\n"),
                new HostileRequest("another protocol", line(path, "ICAP/1.0"), path, 400, "malformed"),
                version(path, "HTTP/3.0"),
                version(path, "HTTP/2.0"),
                version(path, "HTTP/1.2"),
                version(path, "HTTP/1.10"),
                new HostileRequest(
                        "the preface of HTTP/2",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
                        "*",
                        505,
                        "http-version-not-supported"),
                new HostileRequest(
                        "too long an address",
                        "GET /" + "x".repeat(100_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
                        "",
                        414,
                        "uri-too-long"));
    }

    private static Stream<HostileRequest> targets(String path) {
        return Stream.of(
                        path + "?q=100%",
                        path + "?q=%zz",
                        path + "?q=%4",
                        path + "?q={x}",
                        path + "?q=a\"b",
                        path + "?q=sch\u00f6n",
                        path + "?q=\u0001",
                        path + "#fragment",
                        "/%zz",
                        "/{id}",
                        "/a|b",
                        "/a\\b",
                        "/a[0]",
                        "/%",
                        "//",
                        "relative",
                        "*",
                        "http://",
                        "ftp://shop/x",
                        "shop:80")
                .map(target -> new HostileRequest(
                        "GET " + target, "GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n", target, 400, "malformed"));
    }

    private static Stream<HostileRequest> framings(String path) {
        return Stream.of(
                framing(path, "length and chunks", "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nX"),
                framing(path, "chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nX"),
                framing(path, "two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
                framing(path, "a length twice", "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"),
                framing(path, "a list of lengths", "Content-Length: 5, 5\r\n\r\nhello"),
                framing(path, "a signed length", "Content-Length: +5\r\n\r\nhello"),
                framing(path, "a negative length", "Content-Length: -5\r\n\r\nhello"),
                framing(path, "an empty length", "Content-Length:\r\n\r\nhello"),
                framing(path, "a length beyond numbers", "Content-Length: 99999999999999999999\r\n\r\nhello"),
                framing(path, "two codings", "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
                framing(path, "an unknown coding", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                framing(
                        path,
                        "chunked twice",
                        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                framing(path, "identity", "Transfer-Encoding: identity\r\nContent-Length: 2\r\n\r\n{}"),
                framing(path, "a folded coding", "Transfer-Encoding:\r\n chunked, identity\r\n\r\n0\r\n\r\n"),
                new HostileRequest(
                        "chunks in HTTP/1.0",
                        "POST " + path + " HTTP/1.0\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                + SMUGGLED,
                        path,
                        400,
                        "malformed"));
    }

    private static Stream<HostileRequest> hosts(String path) {
        return Stream.of(
                        "",
                        "Host: a\r\nHost: b\r\n",
                        "Host: a\r\nhost: a\r\n",
                        "Host:\r\n",
                        "Host: a b\r\n",
                        "Host: a/b\r\n",
                        "Host: u@a\r\n",
                        "Host: a:99999\r\n",
                        "Host: a:x\r\n",
                        "Host: a, b\r\n")
                .map(host -> new HostileRequest(
                        host.isEmpty() ? "no host" : host.strip().replace("\r\n", ", "),
                        "GET " + path + " HTTP/1.1\r\n" + host + "\r\n",
                        path,
                        400,
                        "malformed"));
    }

    private static Stream<HostileRequest> headers(String path) {
        return Stream.concat(
                Stream.of(
                                "X-A : 1",
                                "X A: 1",
                                "X(A: 1",
                                ": 1",
                                "X-A: a\0b",
                                "X-A: a\u0001b",
                                "X-A: a\rb",
                                "X-\u00e4: 1")
                        .map(header -> new HostileRequest(
                                "the header " + header.replaceAll("\\p{Cntrl}", "^"),
                                "GET " + path + " HTTP/1.1\r\n" + HOST + header + "\r\n\r\n",
                                path,
                                400,
                                "malformed")),
                Stream.of(
                        new HostileRequest(
                                "a strange expectation",
                                "POST " + path + " HTTP/1.1\r\n" + HOST
                                        + "Expect: 200-ok\r\nContent-Length: 2\r\n\r\n{}",
                                path,
                                417,
                                "expectation-failed"),
                        new HostileRequest(
                                "too large headers",
                                "GET " + path + " HTTP/1.1\r\n" + HOST + "X-A: " + "x".repeat(200_000) + "\r\n\r\n",
                                path,
                                431,
                                "headers-too-large")));
    }

    private static HostileRequest unreadable(String what, String bytes) {
        return new HostileRequest(what, bytes, "", 400, "malformed");
    }

    private static HostileRequest version(String path, String version) {
        return new HostileRequest(version, line(path, version), path, 505, "http-version-not-supported");
    }

    private static String line(String path, String version) {
        return "GET " + path + " " + version + "\r\n" + HOST + "\r\n";
    }

    /** What follows would be another request to whoever reads the length the other way. */
    private static HostileRequest framing(String path, String what, String rest) {
        return new HostileRequest(
                what, "POST " + path + " HTTP/1.1\r\n" + HOST + rest + SMUGGLED, path, 400, "malformed");
    }
}
