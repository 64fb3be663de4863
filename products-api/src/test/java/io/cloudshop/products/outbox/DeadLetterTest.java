package io.cloudshop.products.outbox;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.Searching.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.products.testing.ProductsTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ProductsTest
class DeadLetterTest {

    private static final String DEAD_LETTERS = "/api/v1/admin/products/outbox/dead-letters";

    @Inject
    AgroalDataSource database;

    @Test
    void a_change_that_the_index_did_not_take_is_listed_and_reaches_it_when_an_admin_says_so() throws SQLException {
        UUID product = aProduct().named("Lamp").create();
        int id = givenDeadLetter(product);

        asAdmin()
                .queryParam("after", id - 1)
                .get(DEAD_LETTERS)
                .then()
                .statusCode(200)
                .body("items[0].aggregateId", equalTo(product.toString()))
                .body("items[0].type", equalTo("ProductChanged"))
                .body("items[0].lastError", equalTo("no such thing"));
        asAdmin().post(DEAD_LETTERS + "/" + id + "/replay").then().statusCode(204);

        eventually(
                () -> asAdmin().post(DEAD_LETTERS + "/" + id + "/replay").then().statusCode(404));
        asAdmin().get(DEAD_LETTERS).then().body("items.id", not(hasItem(id)));
    }

    @Test
    void a_dead_letter_that_an_admin_drops_is_gone() throws SQLException {
        int id = givenDeadLetter(UUID.randomUUID());

        asAdmin().delete(DEAD_LETTERS + "/" + id).then().statusCode(204);

        asAdmin().delete(DEAD_LETTERS + "/" + id).then().statusCode(404);
        asAdmin().get(DEAD_LETTERS).then().body("items.id", not(hasItem(id)));
    }

    @ParameterizedTest
    @CsvSource({"size, 0, 422", "size, 101, 422", "after, -1, 422", "after, last, 400"})
    void a_parameter_that_makes_no_sense_is_refused(String name, String value, int status) {
        asAdmin().queryParam(name, value).get(DEAD_LETTERS).then().statusCode(status);
    }

    private int givenDeadLetter(UUID product) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        INSERT INTO outbox_event (aggregate_id, type, attempts, last_error, dead_at)
                        VALUES (?, 'ProductChanged', 8, 'no such thing', now()) RETURNING id""")) {
            statement.setObject(1, product);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
