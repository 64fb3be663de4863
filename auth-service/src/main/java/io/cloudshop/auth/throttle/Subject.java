package io.cloudshop.auth.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who is counted, as a hash: the addresses of people are in the database and nowhere else. */
final class Subject {

    private static final int NETWORK_BYTES = 8;
    private static final int HASH_BYTES = 16;

    private Subject() {}

    /** Equal for the email addresses that the database takes for equal: its lower() maps character by character, too. */
    static String ofEmail(String email) {
        int[] lower = email.codePoints().map(Character::toLowerCase).toArray();
        return hash("email:" + new String(lower, 0, lower.length));
    }

    /** Of IPv6 the network (/64), since that is what one client has; what is no IP address stands for itself. */
    static String ofClient(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return hash("client:"
                    + (parsed instanceof Inet6Address
                            ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                            : parsed.getHostAddress()));
        } catch (IllegalArgumentException noIpAddress) {
            return hash("client:" + address);
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
