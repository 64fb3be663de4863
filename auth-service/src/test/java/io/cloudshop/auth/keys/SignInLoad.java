package io.cloudshop.auth.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Four clients who sign in and look at their profiles, again and again until it is over. */
public final class SignInLoad implements AutoCloseable {

    private static final int CLIENTS = 4;

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Supplier<Response> login;

    public SignInLoad(Supplier<Response> login) {
        this.login = login;
        for (int i = 0; i < CLIENTS; i++) {
            clients.submit(this::signInAndLook);
        }
    }

    /** Some more requests, all of which begin from now on but for those under way. */
    public void goOn() {
        int before = answers.size();
        await().until(() -> answers.size() > before + 20);
    }

    @Override
    public void close() {
        isOver.set(true);
        clients.close();
    }

    /** To be asked when it is over. */
    public void thenNothingFailed() {
        assertThat(answers).containsOnly(200);
    }

    public void thenSignedBy(String... keyIds) {
        assertThat(tokens.stream().map(KeyFolder::keyOf).distinct()).containsExactlyInAnyOrder(keyIds);
    }

    /** @param keySet what verifiers have fetched before the rotation */
    public void thenGoodFor(String keySet) throws JoseException, InvalidJwtException {
        JwtConsumer verifier = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keySet).getJsonWebKeys()))
                .setSkipDefaultAudienceValidation()
                .build();
        for (String token : tokens) {
            verifier.process(token);
        }
    }

    private void signInAndLook() {
        while (!isOver.get()) {
            Response answer = login.get();
            answers.add(answer.statusCode());
            String token = answer.path("accessToken");
            tokens.add(token);
            answers.add(given().header("Authorization", "Bearer " + token)
                    .get("/api/v1/auth/me")
                    .statusCode());
        }
    }
}
