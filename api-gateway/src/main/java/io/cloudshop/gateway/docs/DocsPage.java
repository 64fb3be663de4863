package io.cloudshop.gateway.docs;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The files of the documentation page, all from the class path: it works without a network. */
@ApplicationScoped
class DocsPage {

    /** A file as it is served. */
    record File(String mediaType, Buffer content) {}

    private static final String SWAGGER_UI = "/META-INF/resources/openapi-ui/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, File> files = Map.of(
            "/docs", file(HTML, "/docs/index.html"),
            "/docs/docs.js", file(SCRIPT, "/docs/docs.js"),
            "/docs/swagger-ui-bundle.js", file(SCRIPT, SWAGGER_UI + "swagger-ui-bundle.js"),
            "/docs/swagger-ui.css", file(STYLE, SWAGGER_UI + "swagger-ui.css"));

    Optional<File> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static File file(String mediaType, String resource) {
        try (InputStream content = DocsPage.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is missing from this build");
            }
            return new File(mediaType, Buffer.buffer(content.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
