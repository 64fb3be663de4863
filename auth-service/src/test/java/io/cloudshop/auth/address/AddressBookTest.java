package io.cloudshop.auth.address;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AddressBookTest extends AuthTest {

    private static final String BOOK = "/api/v1/auth/me/addresses";

    @Inject
    Database database;

    private final String email = newEmail();

    @Test
    void a_saved_address_is_there_as_it_was_typed_and_at_its_location() {
        String token = givenSignedIn();

        Response answer = add(token, "  Ada   Lovelace ", "fr", false);

        answer.then()
                .statusCode(201)
                .body("name", equalTo("Ada Lovelace"))
                .body("street", equalTo("1 Rue de la Paix"))
                .body("postalCode", equalTo("75002"))
                .body("city", equalTo("Paris"))
                .body("country", equalTo("FR"));
        assertThat(answer.header("Location")).endsWith(BOOK + "/" + answer.path("id"));
        assertThat(bearer(token).get(BOOK + "/" + answer.path("id")).<Map<String, ?>>path("$"))
                .isEqualTo(answer.<Map<String, ?>>path("$"))
                .containsOnlyKeys("id", "name", "street", "postalCode", "city", "country", "isDefault");
    }

    @Test
    void the_first_address_is_the_default_and_a_later_one_when_it_says_so() {
        String token = givenSignedIn();
        list(token)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("items", empty());

        add(token, "One", "FR", false);
        add(token, "Two", "FR", false);
        add(token, "Three", "FR", true);

        list(token)
                .then()
                .body("items.name", contains("One", "Two", "Three"))
                .body("items.isDefault", contains(false, false, true));
    }

    @Test
    void an_address_is_changed_and_made_the_default() {
        String token = givenSignedIn();
        String first = add(token, "One", "FR", false).path("id");
        String second = add(token, "Two", "FR", false).path("id");

        replace(token, second, "Second", true)
                .then()
                .statusCode(200)
                .body("id", equalTo(second))
                .body("name", equalTo("Second"))
                .body("isDefault", equalTo(true));
        replace(token, second, "Two again", true).then().statusCode(200).body("isDefault", equalTo(true));
        list(token).then().body("items.isDefault", contains(false, true));
        replace(token, first, "First", false).then().body("isDefault", equalTo(false));
        list(token).then().body("items.name", contains("First", "Two again"));
    }

    @Test
    void an_address_that_does_not_say_is_no_default() {
        String token = givenSignedIn();
        add(token, "One", "FR", false);
        Map<String, Object> address = new HashMap<>(address("Two", "FR", false));
        address.remove("isDefault");

        post(token, address).then().statusCode(201).body("isDefault", equalTo(false));
    }

    @Test
    void a_default_stays_one_until_another_takes_its_place() {
        String token = givenSignedIn();
        String id = add(token, "One", "FR", false).path("id");

        replace(token, id, "Other", false).then().statusCode(200).body("isDefault", equalTo(true));
    }

    @Test
    void the_oldest_address_takes_the_place_of_a_default_that_is_removed() {
        String token = givenSignedIn();
        add(token, "One", "FR", false);
        add(token, "Two", "FR", false);
        String standard = add(token, "Three", "FR", true).path("id");

        bearer(token).delete(BOOK + "/" + standard).then().statusCode(204);
        bearer(token).delete(BOOK + "/" + standard).then().statusCode(204);

        list(token).then().body("items.name", contains("One", "Two")).body("items.isDefault", contains(true, false));
    }

    @Test
    void nobody_reads_changes_or_removes_the_address_of_somebody_else() {
        String token = givenSignedIn();
        String id = add(token, "One", "FR", false).path("id");
        String stranger = givenSignedInCustomer();

        bearer(stranger).get(BOOK + "/" + id).then().statusCode(404).body("type", endsWith("/not-found"));
        replace(stranger, id, "Mine", true).then().statusCode(404).body("type", endsWith("/not-found"));
        bearer(stranger).delete(BOOK + "/" + id).then().statusCode(204);

        list(stranger).then().body("items", empty());
        list(token).then().body("items.name", contains("One"));
    }

    @Test
    void a_book_has_twenty_addresses_however_many_are_added_at_once() throws Exception {
        String id = givenCustomer(email);
        String token = signIn(email);
        IntStream.range(0, 18).forEach(i -> add(token, "Address " + i, "FR", false));

        List<Integer> answers = database.whenSoManyWait(
                4, "select 1 from users where id = '" + id + "' for update", () -> addAtOnce(token, 4));

        assertThat(answers).containsExactlyInAnyOrder(201, 201, 422, 422);
        add(token, "One more", "FR", false).then().statusCode(422).body("type", endsWith("/address-book-full"));
        list(token).then().body("items", hasSize(20)).body("items.findAll { it.isDefault }", hasSize(1));
    }

    @Test
    void a_place_that_was_given_up_can_be_taken_again() {
        String token = givenSignedIn();
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> add(token, "Address " + i, "FR", false).<String>path("id"))
                .toList();
        bearer(token).delete(BOOK + "/" + ids.get(7)).then().statusCode(204);

        add(token, "Newest", "FR", false).then().statusCode(201);

        assertThat(list(token).<List<String>>path("items.name"))
                .hasSize(20)
                .last()
                .isEqualTo("Newest");
    }

    @Test
    void the_database_itself_has_one_default_and_twenty_places_a_user() {
        UUID id = UUID.fromString(givenCustomer(email));
        insert(id, 1, true);

        assertThatThrownBy(() -> insert(id, 2, true)).hasMessageContaining("addresses_default_key");
        assertThatThrownBy(() -> insert(id, 1, false)).hasMessageContaining("addresses_slot_key");
        assertThatThrownBy(() -> insert(id, 21, false)).hasMessageContaining("addresses_slot_check");
    }

    @ParameterizedTest
    @CsvSource({"name, ''", "street, ' '", "postalCode,", "city, ''", "country, XX", "country, France", "name, \u0007"})
    void an_address_that_no_order_could_go_to_is_refused(String field, String value) {
        Map<String, Object> address = new HashMap<>(address("Ada", "FR", false));
        address.put(field, value);

        bearer(givenSignedIn())
                .contentType(ContentType.JSON)
                .body(address)
                .post(BOOK)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource({"name, 100", "street, 200", "postalCode, 20", "city, 100"})
    void a_field_is_as_long_as_that_of_an_order(String field, int most) {
        String token = givenSignedIn();
        Map<String, Object> address = new HashMap<>(address("Ada", "FR", false));

        address.put(field, "x".repeat(most));
        post(token, address).then().statusCode(201);
        address.put(field, "x".repeat(most + 1));
        post(token, address).then().statusCode(422).body("violations.field", contains(field));
    }

    @Test
    void a_book_is_for_whoever_is_signed_in() {
        given().get(BOOK).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(address("Ada", "FR", false))
                .post(BOOK)
                .then()
                .statusCode(401);
    }

    private String givenSignedIn() {
        givenCustomer(email);
        return signIn(email);
    }

    private void insert(UUID userId, int slot, boolean standard) {
        database.execute("""
                insert into addresses (id, user_id, slot, name, street, postal_code, city, country, is_default, created_at)
                values (?, ?, ?, 'Ada', '1 Rue', '75002', 'Paris', 'FR', ?, now())""", UUID.randomUUID(), userId, slot, standard);
    }

    private static List<Integer> addAtOnce(String token, int count) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<Integer>> answers = IntStream.range(0, count)
                    .mapToObj(i -> threads.submit(
                            () -> add(token, "At once " + i, "FR", i % 2 == 0).statusCode()))
                    .toList();
            return answers.stream().map(AddressBookTest::resultOf).toList();
        }
    }

    private static int resultOf(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response list(String token) {
        return bearer(token).get(BOOK);
    }

    private static Response add(String token, String name, String country, boolean isDefault) {
        return post(token, address(name, country, isDefault));
    }

    private static Response post(String token, Map<String, Object> address) {
        return bearer(token).contentType(ContentType.JSON).body(address).post(BOOK);
    }

    private static Response replace(String token, String id, String name, boolean isDefault) {
        return bearer(token)
                .contentType(ContentType.JSON)
                .body(address(name, "FR", isDefault))
                .put(BOOK + "/" + id);
    }

    private static Map<String, Object> address(String name, String country, boolean isDefault) {
        return Map.of(
                "name",
                name,
                "street",
                "1 Rue de la Paix",
                "postalCode",
                "75002",
                "city",
                "Paris",
                "country",
                country,
                "isDefault",
                isDefault);
    }
}
