package io.cloudshop.defaults.body;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;

/**
 * A body is read as what it says it is (415 else, RFC 9110, section 15.5.16). One without a media type could come from
 * another site's page, whose browser asks nobody before it sends it. One with a content coding could become a thousand
 * times as long as its limit, so that none is read.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class DeclaredBody implements ReaderInterceptor {

    private static final String NO_CODING = "identity";

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MultivaluedMap<String, String> headers = context.getHeaders();
        if (headers.getFirst(HttpHeaders.CONTENT_TYPE) == null) {
            throw unsupported("The body has no media type; see Content-Type.");
        }
        if (!headers.getOrDefault(HttpHeaders.CONTENT_ENCODING, List.of()).stream()
                .allMatch(NO_CODING::equalsIgnoreCase)) {
            throw unsupported("The body is compressed, which no address here reads; see Content-Encoding.")
                    .header(HttpHeaders.ACCEPT_ENCODING, NO_CODING);
        }
        return context.proceed();
    }

    private static DomainException unsupported(String detail) {
        return new DomainException(CommonProblems.UNSUPPORTED_MEDIA_TYPE, detail);
    }
}
