package io.cloudshop.orders.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check itself: a stand-in or a client that drifts away from products-api must not go unnoticed. */
class ContractTest {

    private static final String ORDER = "01a1f8a8-650d-70d8-bd40-1798f9e9133d";
    private static final String LINE =
            "{'productId': '%s', 'sku': 'L', 'name': 'lamp', 'quantity': 1, 'unitPrice': {'amount': '1.00', 'currency': 'EUR'}}"
                    .formatted(ORDER);
    private static final String HELD =
            "{'orderId': '%s', 'status': 'HELD', 'expiresAt': '2026-01-01T00:00:00Z', 'lines': [%s]}"
                    .formatted(ORDER, LINE);

    private static final String LAMP =
            "{'orderId': '%s', 'lines': [{'productId': '%s', 'quantity': 1}]}".formatted(ORDER, ORDER);

    private final Contract contract = Contract.of("products-api");

    @Test
    void an_exchange_that_keeps_to_the_contract_is_fine() {
        assertThat(contract.breachesOf(reserve(LAMP), answer(201, HELD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'1.00'                | 1.00",
                "'HELD'                | 'KEPT'",
                "'orderId'             | 'order'",
                "2026-01-01T00:00:00Z  | tomorrow",
                "'quantity': 1         | 'quantity': '1'",
                "'sku': 'L'            | 'sku': 5",
                "'name'                | 'label'",
                "'EUR'                 | 'euro'"
            })
    void an_answer_that_drifted_is_a_breach(String kept, String drifted) {
        assertThat(HELD).contains(kept);

        assertThat(contract.breachesOf(reserve(LAMP), answer(201, HELD.replace(kept, drifted))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'orderId': 'x', 'lines': []}",
                "{'orderId': '01a1f8a8-650d-70d8-bd40-1798f9e9133d', 'lines': [{'productId': '01a1f8a8-650d-70d8-bd40-1798f9e9133d', 'quantity': 100}]}",
                "{'orderId': '01a1f8a8-650d-70d8-bd40-1798f9e9133d', 'lines': [{'productId': '01a1f8a8-650d-70d8-bd40-1798f9e9133d', 'quantity': '1'}]}"
            })
    void a_request_that_drifted_is_a_breach(String body) {
        assertThat(contract.breachesOf(reserve(body), answer(201, HELD))).isNotEmpty();
    }

    @Test
    void a_call_that_products_api_does_not_know_is_a_breach() {
        Request unknown = SimpleRequest.Builder.post("/api/v1/reservations/" + ORDER + "/sell")
                .withHeader("Authorization", "Bearer token")
                .build();

        assertThat(contract.breachesOf(unknown, answer(200, HELD))).isNotEmpty();
    }

    @Test
    void a_status_that_products_api_never_gives_without_a_problem_is_a_breach() {
        assertThat(contract.breachesOf(reserve(LAMP), answer(418, "{}"))).isNotEmpty();
    }

    private static Request reserve(String body) {
        return SimpleRequest.Builder.post("/api/v1/reservations")
                .withContentType("application/json")
                .withHeader("Authorization", "Bearer token")
                .withBody(body.replace('\'', '"'))
                .build();
    }

    private static Response answer(int status, String body) {
        return SimpleResponse.Builder.status(status)
                .withContentType("application/json")
                .withBody(body.replace('\'', '"'))
                .build();
    }
}
