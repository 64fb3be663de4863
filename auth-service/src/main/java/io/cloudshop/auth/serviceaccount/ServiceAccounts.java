package io.cloudshop.auth.serviceaccount;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudshop.defaults.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Map;
import java.util.stream.Collectors;

/** The services that may ask for a token, and the check of their secrets in constant time. */
@ApplicationScoped
class ServiceAccounts {

    private final Map<String, String> secrets;
    private final String secretOfNobody = Ids.next().toString();

    ServiceAccounts(ServiceAccountConfig config) {
        this.secrets = config.byName().entrySet().stream()
                .filter(account -> account.getValue().secret().isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        account -> account.getValue().secret().get()));
    }

    boolean knows(ClientCredentials client) {
        String secret = secrets.getOrDefault(client.id(), secretOfNobody);
        return client.mayMean(candidate -> MessageDigest.isEqual(candidate.getBytes(UTF_8), secret.getBytes(UTF_8)))
                && secrets.containsKey(client.id());
    }
}
