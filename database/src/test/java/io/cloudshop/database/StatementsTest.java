package io.cloudshop.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.stores.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = "migrations"))
class StatementsTest {

    @Inject
    Statements statements;

    @Inject
    UserTransaction transaction;

    @BeforeEach
    void givenAnEmptyTable() {
        statements.update("CREATE TABLE IF NOT EXISTS word (id uuid PRIMARY KEY, text text)");
        statements.update("DELETE FROM word");
    }

    @Test
    void values_of_every_kind_go_in_and_come_out() {
        UUID id = UUID.randomUUID();
        Instant now = Instant.parse("2026-02-03T04:05:06.123456Z");
        byte[] bytes = {1, 2, 3};

        statements.query(
                "SELECT ?::uuid AS id, ?::timestamptz AS at, ?::bytea AS bytes, ?::text AS unit, ?::text AS nothing,"
                        + " ?::jsonb AS json, ?::int AS count",
                row -> {
                    assertThat(row.get("id", UUID.class)).isEqualTo(id);
                    assertThat(row.get("at", Instant.class)).isEqualTo(now);
                    assertThat(row.get("bytes", byte[].class)).isEqualTo(bytes);
                    assertThat(row.get("unit", String.class)).isEqualTo("DAYS");
                    assertThat(row.get("nothing", String.class)).isNull();
                    assertThat(row.get("json", String.class)).isEqualTo("{}");
                    assertThat(row.get("count", Integer.class)).isEqualTo(7);
                    return row;
                },
                id,
                now,
                bytes,
                TimeUnit.DAYS,
                null,
                "{}",
                7);
    }

    @Test
    void arrays_are_rows_of_a_statement() {
        UUID[] ids = {UUID.randomUUID(), UUID.randomUUID()};

        List<String> rows = statements.query(
                "SELECT concat_ws(' ', id, text, number, price) AS line"
                        + " FROM unnest(?::uuid[], ?, ?, ?) AS given (id, text, number, price)",
                row -> row.get("line", String.class),
                ids,
                new String[] {"one", null},
                new Long[] {1L, 2L},
                new BigDecimal[] {new BigDecimal("1.50"), null});

        assertThat(rows).containsExactly(ids[0] + " one 1 1.50", ids[1] + " 2");
    }

    @Test
    void a_statement_alone_is_kept_and_one_in_a_transaction_goes_with_it() throws Exception {
        transaction.begin();
        insert("taken back");
        transaction.rollback();
        insert("kept");

        assertThat(words()).containsExactly("kept");
    }

    @Test
    void a_refusal_names_its_cause() {
        assertThatThrownBy(() -> statements.update("UPDATE nothing SET id = 1"))
                .isInstanceOf(StatementFailedException.class)
                .hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> statements.query("SELECT 1 AS one", row -> row.get("two", Integer.class)))
                .isInstanceOf(StatementFailedException.class);
    }

    private void insert(String text) {
        statements.update("INSERT INTO word VALUES (?, ?)", UUID.randomUUID(), text);
    }

    private List<String> words() {
        return statements.query("SELECT text FROM word", row -> row.get("text", String.class));
    }
}
