package io.cloudshop.gateway.docs;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.gateway.problem.Problems;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Serves the API document at {@code /openapi} and a page to read and try it at {@code /docs}. */
@ApplicationScoped
public class Docs implements Handler<RoutingContext> {

    private static final String YAML = "application/yaml";

    private final ApiDocument document;
    private final DocsPage page;

    Docs(ApiDocument document, DocsPage page) {
        this.document = document;
        this.page = page;
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.request().path();
        if (path.equals("/openapi")) {
            answerDocument(context);
        } else {
            page.file(path).ifPresentOrElse(file -> answer(context, file.mediaType(), file.content()), () -> {
                Problems.answer(
                        context, new DomainException(CommonProblems.NOT_FOUND, "There is nothing at this address."));
            });
        }
    }

    private void answerDocument(RoutingContext context) {
        context.response().putHeader(HttpHeaders.VARY, "Accept");
        if (wantsYaml(context)) {
            answer(context, YAML, document.yaml());
        } else {
            answer(context, "application/json", document.json());
        }
    }

    private static boolean wantsYaml(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return "yaml".equals(context.request().getParam("format"))
                || (accept != null && accept.contains("yaml") && !accept.contains("json"));
    }

    private static void answer(RoutingContext context, String mediaType, Buffer content) {
        context.request().resume();
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .end(content);
    }
}
