package io.cloudshop.orders.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our token at products-api is refused before it has expired, as when the key that signed it was withdrawn. */
@QuarkusTest
class ServiceTokenTest extends OrdersTest {

    private static final int CALLS = 5;
    private static final int RUSH = 20;

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 50);

    private int tokensBefore;

    @BeforeEach
    void givenATokenThatIsKept() {
        productsApi().giveLastingTokens();
        tokensBefore = requests(Call.TOKEN);
        givenOrder(alice, Basket.of(lamp, 1));
        givenOrder(alice, Basket.of(lamp, 1));
        assertThat(tokensAskedFor()).isOne();
    }

    /** Other tests count on a client that keeps no token. */
    @AfterEach
    void noTokenIsKept() {
        productsApi().recover();
        productsApi().withdrawTokens();
        givenOrder(alice, Basket.of(lamp, 1));
        givenTheMinutesComparisonIs("'-infinity'");
    }

    @Test
    void a_token_that_was_withdrawn_is_replaced_and_the_checkout_goes_on_at_once() {
        productsApi().withdrawTokens();

        Response order = whenCheckingOut(alice, Basket.of(lamp, 2));

        order.then().statusCode(201);
        assertThat(productsApi().calls(Call.RESERVE, idOf(order))).isEqualTo(2);
        assertThat(productsApi().calls(Call.CONFIRM, idOf(order))).isOne();
        assertThat(tokensAskedFor()).isEqualTo(2);
    }

    @Test
    void a_rush_with_a_token_that_was_withdrawn_is_served_with_at_most_one_more_each() {
        productsApi().withdrawTokens();

        inParallel(RUSH, () -> whenCheckingOut(Customer.isNew(), Basket.of(lamp, 1)))
                .forEach(answer -> answer.then().statusCode(201));

        assertThat(tokensAskedFor()).isBetween(2, 1 + RUSH);
    }

    @Test
    void while_every_token_is_refused_a_call_asks_for_one_more_and_not_again() {
        givenTheMinutesComparisonIs("now() + interval '1 hour'");
        productsApi().refuse(Call.LIST_RESERVATIONS, 401, "unauthorized");
        int before = requests(Call.LIST_RESERVATIONS);

        for (int i = 0; i < CALLS; i++) {
            thenProblem(as(Customer.admin()).get("/api/v1/admin/reconciliation"), 503, "catalogue-unavailable");
        }

        assertThat(requests(Call.LIST_RESERVATIONS) - before).isEqualTo(2 * CALLS);
        assertThat(tokensAskedFor()).isEqualTo(1 + CALLS);
    }

    /** It calls products-api too, whenever its minute is over. */
    private void givenTheMinutesComparisonIs(String leasedUntil) {
        database.execute("UPDATE reconciliation SET leased_until = " + leasedUntil);
    }

    private int tokensAskedFor() {
        return requests(Call.TOKEN) - tokensBefore;
    }

    private static int requests(Call call) {
        return productsApi().urlsOf(call).size();
    }
}
