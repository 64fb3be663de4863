package io.cloudshop.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.cloudshop.auth.password.PasswordPolicy;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FirstAdminTest extends AuthTest {

    private static final String LOCAL_EMAIL = "admin@cloudshop.local";

    @Inject
    Accounts accounts;

    @Inject
    UserRepository users;

    @Inject
    PasswordPolicy policy;

    @Inject
    Database database;

    @Test
    void the_local_shop_has_an_administrator_from_the_start() {
        String token = login(LOCAL_EMAIL, FirstAdmin.LOCAL_PASSWORD).path("accessToken");

        bearer(token).get("/api/v1/auth/me").then().statusCode(200).body("roles", contains("customer", "admin"));
    }

    @Test
    void an_administrator_is_created_once_although_replicas_start_together() throws Exception {
        String email = newEmail();
        FirstAdmin admin = inProduction(email, PASSWORD);

        Callable<Void> start = () -> {
            admin.ensure();
            return null;
        };

        List<Future<Void>> starts;
        try (var replicas = Executors.newFixedThreadPool(4)) {
            starts = replicas.invokeAll(Collections.nCopies(4, start));
        }
        admin.ensure();

        assertThat(starts).extracting(Future::state).containsOnly(Future.State.SUCCESS);
        assertThat(database.text("select count(*) from users where email = ?", email))
                .isEqualTo("1");
    }

    @Test
    void an_administrator_who_exists_keeps_the_changed_password() {
        String email = newEmail();
        inProduction(email, PASSWORD).ensure();

        inProduction(email.toUpperCase(Locale.ROOT), "another long password here")
                .ensure();

        login(email, PASSWORD).then().statusCode(200);
    }

    @Test
    void production_does_not_start_with_the_local_password() {
        assertThatThrownBy(() ->
                        inProduction(LOCAL_EMAIL, FirstAdmin.LOCAL_PASSWORD).ensure())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CLOUDSHOP_ADMIN_PASSWORD is the local default");
    }

    @Test
    void nothing_starts_with_a_weak_password_or_half_of_the_two() {
        assertThatThrownBy(() -> inProduction(newEmail(), "password1234").ensure())
                .hasMessageContaining("CLOUDSHOP_ADMIN_PASSWORD is one of");
        assertThatThrownBy(() -> inProduction(newEmail(), null).ensure())
                .hasMessageContaining("CLOUDSHOP_ADMIN_PASSWORD is not set");
        assertThatThrownBy(() -> inProduction(null, PASSWORD).ensure())
                .hasMessageContaining("CLOUDSHOP_ADMIN_EMAIL is not set");
    }

    @Test
    void production_starts_without_the_two_only_where_there_is_an_administrator_already() {
        FirstAdmin unconfigured = inProduction(null, null);

        unconfigured.ensure();

        database.execute("update users set enabled = false where 'admin' = any(roles)");
        try {
            assertThatThrownBy(unconfigured::ensure).hasMessageContaining("there is no administrator yet");
        } finally {
            database.execute("update users set enabled = true where 'admin' = any(roles)");
        }
    }

    private FirstAdmin inProduction(String email, String password) {
        var config = new FirstAdminConfig() {
            @Override
            public Optional<String> email() {
                return Optional.ofNullable(email);
            }

            @Override
            public Optional<String> password() {
                return Optional.ofNullable(password);
            }
        };
        return new FirstAdmin(config, accounts, users, policy, false);
    }
}
