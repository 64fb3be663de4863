package io.cloudshop.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevSettingsTest {

    @TempDir
    private Path root;

    @Test
    void only_dev_mode_and_only_the_owner_see_them() throws IOException {
        Path file = root.resolve(".env");
        Files.writeString(file, "_DEV_OLD=1");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        DevSettings.write(
                root, Map.of("QUARKUS_PROFILE", "local", "QUARKUS_DATASOURCE_PASSWORD", "secret", "CLOUDSHOP_A", "b"));

        assertThat(file)
                .content()
                .endsWith("shop, for dev mode.\n_DEV_CLOUDSHOP_A=b\n_DEV_QUARKUS_DATASOURCE_PASSWORD=secret\n");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_module_that_is_not_there_gets_none() {
        DevSettings.write(root.resolve("absent"), Map.of());

        assertThat(root.resolve("absent")).doesNotExist();
    }

    @Test
    void the_stores_and_peers_of_the_shop_are_in_them() throws IOException {
        Files.createDirectory(root.resolve("orders-api"));

        new Shop(Installation.at(root), new PortPlan(100)).describeToDevMode();

        assertThat(root.resolve("orders-api/.env"))
                .content()
                .contains(
                        "_DEV_QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:5532/orders\n",
                        "_DEV_QUARKUS_REDIS_HOSTS=redis://127.0.0.1:6479\n",
                        "_DEV_CLOUDSHOP_PRODUCTS_URL=http://127.0.0.1:8182\n",
                        "_DEV_QUARKUS_HTTP_PORT=8183\n");
    }

    @Test
    void another_home_leaves_the_checkout_alone() throws IOException {
        Files.createDirectory(root.resolve("orders-api"));

        new Shop(Installation.at(root, root.resolve("elsewhere")), new PortPlan(0)).describeToDevMode();

        assertThat(root.resolve("orders-api/.env")).doesNotExist();
    }
}
