package io.cloudshop.orders.catalogue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.client.OidcClientException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is retried and counted by circuits, {@link NoAnswerException}, and what is not. */
class CatalogueCallsTest {

    private static final String PROBLEM = "application/problem+json";

    private final UUID order = UUID.randomUUID();

    @Test
    void a_token_that_auth_service_refuses_says_nothing_of_products_api() {
        assertThatThrownBy(() -> failing(new OidcClientException("401")).confirm(order))
                .isExactlyInstanceOf(CatalogueUnavailableException.class);
    }

    @Test
    void nobody_there_is_no_answer() {
        assertThatThrownBy(() -> failing(new ConnectException("refused")).confirm(order))
                .isExactlyInstanceOf(NoAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_failure_of_theirs_is_no_answer(int status) {
        assertThatThrownBy(() -> answering(status, "text/html").confirm(order))
                .isExactlyInstanceOf(NoAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422})
    void a_4xx_that_is_no_problem_is_of_somebody_in_between_and_decides_nothing(int status) {
        assertThatThrownBy(() -> answering(status, "text/html").confirm(order))
                .isExactlyInstanceOf(CatalogueUnavailableException.class);
    }

    @Test
    void a_token_that_products_api_refuses_is_worth_another_one() {
        assertThatThrownBy(() -> answering(401, PROBLEM).confirm(order))
                .isExactlyInstanceOf(TokenRefusedException.class);
    }

    @Test
    void a_call_without_a_token_is_not_refused_for_it() {
        assertThatThrownBy(() -> answering(401, PROBLEM).products(List.of(order), null))
                .isExactlyInstanceOf(CatalogueUnavailableException.class);
    }

    private static CatalogueCalls failing(Exception cause) {
        return calls(() -> {
            throw new ProcessingException(cause);
        });
    }

    private static CatalogueCalls answering(int status, String mediaType) {
        return calls(() -> Response.status(status).type(mediaType).build());
    }

    /** No class of ours: one with the client's annotations would become part of the service's own API document. */
    private static CatalogueCalls calls(Supplier<Response> answer) {
        Object reservations = Proxy.newProxyInstance(
                ReservationsClient.class.getClassLoader(),
                new Class<?>[] {ReservationsClient.class},
                (client, call, arguments) -> answer.get());
        return new CatalogueCalls((ids, size, languages) -> answer.get(), (ReservationsClient) reservations);
    }
}
