package io.cloudshop.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final SigningKey FIRST = newKey();
    private static final SigningKey SECOND = newKey();
    private static final SigningKey THIRD = newKey();

    private final Map<String, KeyState> ledger = new HashMap<>();
    private final KeyRing ring = new KeyRing(Duration.ofMinutes(5));

    @Test
    void a_key_that_was_announced_signs_as_soon_as_it_is_the_one_of_the_signing_key_file() {
        look(FIRST, null, 0);
        look(FIRST, SECOND, 0);
        assertThat(ring.view().published()).containsExactly(FIRST, SECOND);
        thenSigns(FIRST);

        assertThat(look(SECOND, FIRST, 300)).isTrue();

        thenSigns(SECOND);
    }

    @Test
    void a_key_that_nobody_knows_yet_is_published_first_and_signs_later() {
        look(FIRST, null, 0);

        assertThat(look(SECOND, null, 10)).isFalse();
        assertThat(ring.view().published()).containsExactly(FIRST, SECOND);
        thenSigns(FIRST);

        look(SECOND, null, 309);
        thenSigns(FIRST);
        look(SECOND, null, 310);
        thenSigns(SECOND);
    }

    @Test
    void a_key_that_signed_is_published_until_its_last_token_is_dead() {
        look(FIRST, null, 0);
        look(SECOND, null, 0);
        look(SECOND, null, 300);

        look(SECOND, null, 300 + 20 * 60);
        assertThat(ring.view().published()).containsExactly(FIRST, SECOND);
        look(SECOND, null, 301 + 20 * 60);
        assertThat(ring.view().published()).containsExactly(SECOND);
    }

    @Test
    void a_key_that_never_signed_is_published_no_more_once_its_file_is_gone() {
        look(FIRST, SECOND, 0);

        look(FIRST, null, 1);

        assertThat(ring.view().published()).containsExactly(FIRST);
    }

    @Test
    void a_key_that_an_administrator_put_in_the_files_key_s_place_signs_while_the_files_stay_as_they_are() {
        look(FIRST, SECOND, 0);
        givenSuccessor(FIRST, SECOND, 300);

        assertThat(look(FIRST, SECOND, 300)).isTrue();

        thenSigns(SECOND);
        assertThat(ring.view().isAhead()).isTrue();
        assertThat(ring.view().next()).isEmpty();
        thenSigns(SECOND, afterRestart(FIRST, SECOND, 400));
    }

    @Test
    void such_a_key_waits_for_its_lead_too_on_a_replica_that_got_its_file_late() {
        look(FIRST, null, 0);
        look(FIRST, SECOND, 100);
        givenSuccessor(FIRST, SECOND, 301);

        look(FIRST, SECOND, 301);
        thenSigns(FIRST);

        look(FIRST, SECOND, 400);
        thenSigns(SECOND);
    }

    @Test
    void files_that_are_newer_than_the_decision_count_again() {
        look(FIRST, SECOND, 0);
        givenSuccessor(FIRST, SECOND, 300);
        look(FIRST, SECOND, 300);

        look(THIRD, SECOND, 301);
        thenSigns(SECOND);
        look(THIRD, SECOND, 601);

        thenSigns(THIRD);
    }

    @Test
    void decisions_follow_one_another_although_the_signing_key_file_stays_behind() {
        look(FIRST, SECOND, 0);
        givenSuccessor(FIRST, SECOND, 300);
        look(FIRST, SECOND, 300);
        look(FIRST, THIRD, 301);
        givenSuccessor(SECOND, THIRD, 601);

        look(FIRST, THIRD, 601);

        thenSigns(THIRD);
        thenSigns(THIRD, afterRestart(FIRST, THIRD, 700));
        thenSigns(THIRD, afterRestart(SECOND, THIRD, 700));
    }

    @Test
    void a_key_that_was_withdrawn_is_neither_published_nor_signs_from_then_on_and_the_next_one_does_not_wait() {
        look(FIRST, SECOND, 0);
        givenSuccessor(FIRST, SECOND, 1);
        givenWithdrawn(FIRST, 1);

        look(FIRST, SECOND, 1);

        thenSigns(SECOND);
        assertThat(ring.view().published()).containsExactly(SECOND);
        KeyRing restarted = afterRestart(FIRST, SECOND, 2);
        thenSigns(SECOND, restarted);
        assertThat(restarted.view().published()).extracting(SigningKey::id).containsExactly(SECOND.id());
    }

    @Test
    void a_replica_that_still_had_a_former_key_takes_whatever_is_good_when_that_is_withdrawn() {
        look(FIRST, SECOND, 0);
        givenWithdrawn(FIRST, 1);

        look(FIRST, SECOND, 1);

        thenSigns(SECOND);
    }

    @Test
    void a_replica_signs_with_nothing_where_all_it_has_was_withdrawn_until_it_has_something() {
        look(FIRST, null, 0);
        givenWithdrawn(FIRST, 1);

        look(FIRST, null, 1);
        assertThat(ring.view().current()).isEmpty();
        assertThat(ring.view().published()).isEmpty();
        look(FIRST, SECOND, 2);

        thenSigns(SECOND);
    }

    @Test
    void a_replica_that_starts_goes_on_with_the_key_that_signed_before_while_another_one_is_unknown() {
        look(FIRST, null, 0);

        KeyRing restarted = afterRestart(SECOND, FIRST, 10);

        thenSigns(FIRST, restarted);
        look(restarted, SECOND, FIRST, 310);
        thenSigns(SECOND, restarted);
    }

    @Test
    void a_replica_that_starts_knows_since_when_the_others_have_published_a_key() {
        look(FIRST, SECOND, 0);

        KeyRing restarted = afterRestart(FIRST, SECOND, 200);

        assertThat(restarted.untilItMaySign(SECOND, at(200))).hasSeconds(100);
        assertThat(restarted.untilItMaySign(SECOND, at(300))).isZero();
    }

    @Test
    void a_key_that_signed_before_is_nobodys_next_one() {
        look(FIRST, SECOND, 0);
        assertThat(ring.view().next()).contains(SECOND);

        look(SECOND, FIRST, 300);

        assertThat(ring.view().next()).isEmpty();
    }

    private boolean look(SigningKey signing, SigningKey next, int second) {
        return look(ring, signing, next, second);
    }

    private KeyRing afterRestart(SigningKey signing, SigningKey next, int second) {
        KeyRing restarted = new KeyRing(Duration.ofMinutes(5));
        look(restarted, signing, next, second);
        return restarted;
    }

    /** As SigningKeys looks, with a map for a table. */
    private boolean look(KeyRing replica, SigningKey signing, SigningKey next, int second) {
        KeySupply supply = new KeySupply(signing, Optional.ofNullable(next));
        supply.keys().forEach(key -> ledger.putIfAbsent(key.id(), announced(key, second)));
        boolean isAnother = replica.update(supply, new KeyLedger(ledger.values()), at(second));
        if (isAnother) {
            ledger.computeIfPresent(
                    replica.view().current().orElseThrow().id(), (id, state) -> signing(state, at(second)));
        }
        return isAnother;
    }

    private void givenSuccessor(SigningKey key, SigningKey successor, int second) {
        ledger.computeIfPresent(
                key.id(),
                (id, state) -> new KeyState(
                        id, state.announcedAt(), state.signsSince(), at(second), state.withdrawnAt(), successor.id()));
        ledger.computeIfPresent(successor.id(), (id, state) -> signing(state, at(second)));
    }

    private void givenWithdrawn(SigningKey key, int second) {
        ledger.computeIfPresent(
                key.id(),
                (id, state) -> new KeyState(
                        id, state.announcedAt(), state.signsSince(), state.retiredAt(), at(second), state.successor()));
    }

    private static KeyState announced(SigningKey key, int second) {
        return new KeyState(key.id(), at(second), null, null, null, null);
    }

    private static KeyState signing(KeyState state, Instant now) {
        return new KeyState(state.keyId(), state.announcedAt(), now, null, state.withdrawnAt(), state.successor());
    }

    private void thenSigns(SigningKey key) {
        thenSigns(key, ring);
    }

    private static void thenSigns(SigningKey key, KeyRing replica) {
        assertThat(replica.view().current().map(SigningKey::id)).contains(key.id());
    }

    private static Instant at(int seconds) {
        return Instant.EPOCH.plusSeconds(seconds);
    }

    private static SigningKey newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return SigningKey.fromPem(SigningKey.toPem(
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
