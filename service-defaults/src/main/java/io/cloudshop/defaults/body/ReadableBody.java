package io.cloudshop.defaults.body;

import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Where a body is read there must be one, and a form must be encoded as forms are: else 400, not a guess or a 500. */
@Provider
public class ReadableBody implements ReaderInterceptor {

    private final BodyLimit limit;

    ReadableBody(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        BoundedStream stream = limit.bounded(context.getInputStream());
        context.setInputStream(stream);
        Object body;
        try {
            body = read(context);
        } catch (IOException | RuntimeException failed) {
            if (stream.failure() != null) {
                throw stream.failure();
            }
            throw failed;
        }
        if (body == null) {
            throw new DomainException(CommonProblems.MALFORMED, "The body is missing.");
        }
        return body;
    }

    private static Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (WebApplicationException refused) {
            // Quarkus hides in it what a value type said about its value; there is a mapper for that.
            if (refused.getCause() instanceof ValueInstantiationException invalid) {
                throw invalid;
            }
            throw refused;
        } catch (IllegalArgumentException badEscape) {
            throw new DomainException(CommonProblems.MALFORMED, "The body cannot be decoded.", badEscape);
        }
    }
}
