package io.cloudshop.products;

import static io.cloudshop.products.testing.Api.asAnyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.Searching;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class OperationsTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/started"})
    void probes_answer_on_the_management_port_only(String path) {
        asAnyone().port(managementPort).get(path).then().statusCode(200).body("status", equalTo("UP"));
        asAnyone().get(path).then().statusCode(404);
    }

    @Test
    void metrics_tell_who_answers_searches_and_how_far_the_outbox_is_behind() {
        Searching.search("q", "lamp").then().statusCode(200);

        asAnyone()
                .port(managementPort)
                .get("/metrics")
                .then()
                .statusCode(200)
                .body(containsString("cloudshop_search_queries_total{source="))
                .body(containsString("cloudshop_outbox_pending"))
                .body(containsString("cloudshop_outbox_dead_letters_total{action=\"dropped\""));
        asAnyone().get("/metrics").then().statusCode(404);
    }

    @Test
    void no_statement_may_run_for_long() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet timeout = statement.executeQuery("SHOW statement_timeout")) {
            timeout.next();
            assertThat(timeout.getString(1)).isEqualTo("10s");
        }
    }
}
