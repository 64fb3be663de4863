package io.cloudshop.auth.keys;

import java.util.List;
import java.util.Optional;

/**
 * The keys of this replica at one moment.
 *
 * @param current the one that signs; none where all that there are were withdrawn
 * @param next the one that is announced, and has never signed
 * @param isAhead whether the current key is another one than the file of the signing key holds
 */
record KeyView(Optional<SigningKey> current, Optional<SigningKey> next, List<SigningKey> published, boolean isAhead) {

    static final KeyView EMPTY = new KeyView(Optional.empty(), Optional.empty(), List.of(), false);
}
