package io.cloudshop.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cloudshop.gateway.routing.RoutingTable;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** The API as clients see it: the contracts that the services' builds wrote, less what the gateway does not route. */
@ApplicationScoped
class ApiDocument {

    private static final Logger LOG = Logger.getLogger(ApiDocument.class);

    /** Contract files on the class path, and the name that tells apart what two of them call the same. */
    private static final Map<String, String> CONTRACTS =
            new TreeMap<>(Map.of("auth-service", "Auth", "products-api", "Products", "orders-api", "Orders"));

    private final YAMLMapper yamlMapper = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private final Buffer json;
    private final Buffer yaml;

    ApiDocument(RoutingTable table) {
        MergedContracts contracts = new MergedContracts(table::routes);
        CONTRACTS.forEach((file, service) -> {
            JsonNode contract = read("/contracts/" + file + ".yaml");
            if (contract != null) {
                contracts.add(service, contract);
            }
        });
        this.json = written(contracts, new JsonMapper());
        this.yaml = written(contracts, yamlMapper);
    }

    Buffer json() {
        return json;
    }

    Buffer yaml() {
        return yaml;
    }

    private JsonNode read(String resource) {
        try (InputStream contract = ApiDocument.class.getResourceAsStream(resource)) {
            if (contract == null) {
                LOG.warnf("%s is missing from this build; /openapi is served without it", resource);
                return null;
            }
            return yamlMapper.readTree(contract);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Buffer written(MergedContracts contracts, ObjectMapper mapper) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(contracts.document()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
