package io.cloudshop.gateway.limit;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What of an address stands for one client: all of IPv4, the first half of IPv6, since the other half is free to choose. */
final class ClientNetwork {

    private static final int HALF = 8;

    private ClientNetwork() {}

    static String of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address;
        }
        try {
            // An IPv4 address that is written as IPv6 is one.
            InetAddress parsed = InetAddress.getByAddress(bytes);
            if (parsed instanceof Inet4Address) {
                return parsed.getHostAddress();
            }
            Arrays.fill(bytes, HALF, bytes.length, (byte) 0);
            return NetUtil.toAddressString(InetAddress.getByAddress(bytes)) + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
