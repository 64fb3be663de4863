package io.cloudshop.defaults.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/**
 * Where a body is read there must be one, JSON must be JSON in UTF-8, and a form must be encoded as forms are: else 400, not
 * a guess or a 500.
 */
@Provider
public class ReadableBody implements ReaderInterceptor {

    private final BodyLimit limit;

    ReadableBody(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        BoundedStream stream = limit.bounded(context.getInputStream());
        context.setInputStream(isJson(context.getMediaType()) ? new Utf8Stream(stream) : stream);
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
            if (refused.getCause() instanceof JsonProcessingException broken) {
                throw malformed("The body is no JSON that can be read.", broken);
            }
            throw refused;
        } catch (CharacterCodingException otherEncoding) {
            throw malformed("The body is not in UTF-8.", otherEncoding);
        } catch (IllegalArgumentException badEscape) {
            throw malformed("The body cannot be decoded.", badEscape);
        }
    }

    /** Of JSON in lines one that is broken is no reason to refuse the others: who reads them looks at each. */
    private static boolean isJson(MediaType type) {
        String subtype = type == null ? "" : type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    private static DomainException malformed(String detail, Exception cause) {
        return new DomainException(CommonProblems.MALFORMED, detail, cause);
    }
}
