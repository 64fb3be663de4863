package io.cloudshop.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.stores.postgres.PostgresServer;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Every PostgreSQL, however it is started, has the same encoding and locale, whatever its image or machine would choose. */
class DatabaseLocaleTest {

    @Test
    void in_a_cluster() {
        String arguments = ManifestTree.manifests(Variation.DEV)
                .get(StatefulSet.class, "postgresql")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getEnv()
                .stream()
                .filter(variable -> variable.getName().equals("POSTGRES_INITDB_ARGS"))
                .findFirst()
                .orElseThrow()
                .getValue();

        assertThat(arguments.split(" ")).containsAll(PostgresServer.LOCALE);
    }

    @Test
    void in_compose() {
        Map<String, Map<String, Map<String, Map<String, String>>>> compose =
                new Yaml().load(Repository.text("docker-compose.yml"));
        String arguments =
                compose.get("services").get("postgresql").get("environment").get("POSTGRES_INITDB_ARGS");

        assertThat(arguments.split(" ")).containsAll(PostgresServer.LOCALE);
    }

    /** A server that was made by other hands, or by an image that ignores the arguments, may have another default. */
    @ParameterizedTest
    @ValueSource(strings = {"k8s/base/postgresql/10-databases.sh", "k8s/components/backup/restore.sh"})
    void of_each_database_whatever_the_servers_is(String script) {
        assertThat(Repository.text(script))
                .contains("ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'");
    }

    @Test
    void run_by_an_operator() {
        Map<String, Object> initdb = ManifestTree.manifests(Variation.PROD)
                .custom("Cluster")
                .getFirst()
                .get("spec", "bootstrap", "initdb");

        assertThat(PostgresServer.LOCALE)
                .isEqualTo(List.of(
                        "--encoding=" + initdb.get("encoding"),
                        "--locale-provider=" + initdb.get("localeProvider"),
                        "--builtin-locale=" + initdb.get("builtinLocale"),
                        "--locale=" + initdb.get("locale")));
    }
}
