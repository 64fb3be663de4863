package io.cloudshop.gateway.client;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells whose a request is: the other end of its connection, or, where that is a proxy we trust, the last address of
 * {@code X-Forwarded-For} that is none. Whatever stands further left the client may have written itself.
 *
 * <p>The settings are Quarkus' own ({@code quarkus.http.proxy.*}); what it makes of them is the first address of the
 * header, which is right only behind a proxy that replaces it. Without a list nobody is trusted.
 */
@ApplicationScoped
public class TrustedProxies {

    private static final String HEADER = "X-Forwarded-For";
    private static final String UNKNOWN = "unknown";

    private final List<IpSubnetFilterRule> trusted;

    TrustedProxies(
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding") boolean isForwarding,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> addresses) {
        this.trusted = isForwarding
                ? addresses.orElse(List.of()).stream()
                        .map(String::strip)
                        .map(TrustedProxies::rule)
                        .toList()
                : List.of();
    }

    /** The client's address, without a port; {@code unknown} if the connection is gone already. */
    public String client(HttpServerRequest request) {
        SocketAddress remote = request.connection().remoteAddress();
        String caller = remote == null || remote.hostAddress() == null ? UNKNOWN : remote.hostAddress();
        return trusted.isEmpty() ? caller : client(caller, request.headers().getAll(HEADER));
    }

    /** Goes back from the caller through the proxies as far as we can trust what they say. */
    String client(String caller, List<String> headers) {
        String client = caller;
        for (String said : hops(headers)) {
            String address = withoutPort(said);
            if (!isTrusted(client) || !isAddress(address)) {
                return client;
            }
            client = address;
        }
        return client;
    }

    /** What proxies say they were called by, the nearest first. */
    private static List<String> hops(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .toList()
                .reversed();
    }

    private boolean isTrusted(String address) {
        InetAddress parsed = NetUtil.createInetAddressFromIpAddressString(address);
        return parsed != null && trusted.stream().anyMatch(rule -> rule.matches(new InetSocketAddress(parsed, 0)));
    }

    private static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }

    /** Some proxies add the port: {@code 192.0.2.7:4711}, {@code [2001:db8::7]:4711}. */
    private static String withoutPort(String text) {
        String hop = text.strip();
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private static IpSubnetFilterRule rule(String addresses) {
        int slash = addresses.indexOf('/');
        String address = slash < 0 ? addresses : addresses.substring(0, slash);
        if (!isAddress(address)) {
            throw new IllegalArgumentException(
                    "quarkus.http.proxy.trusted-proxies takes IP addresses and networks, not " + addresses);
        }
        int bits = NetUtil.isValidIpV4Address(address) ? Integer.SIZE : 128;
        int prefix = slash < 0 ? bits : Integer.parseInt(addresses.substring(slash + 1));
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    }
}
