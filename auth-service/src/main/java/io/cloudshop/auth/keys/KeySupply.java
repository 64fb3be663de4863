package io.cloudshop.auth.keys;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the files hold.
 *
 * @param signing from {@code signing-key-file}
 * @param next from {@code next-signing-key-file}, if there is one
 */
record KeySupply(SigningKey signing, Optional<SigningKey> next) {

    Stream<SigningKey> keys() {
        return Stream.concat(Stream.of(signing), next.stream());
    }
}
