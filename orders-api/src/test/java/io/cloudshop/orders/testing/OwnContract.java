package io.cloudshop.orders.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;

/** Checks every answer of this service that a test sees against the document that its own clients are built from. */
public final class OwnContract implements Filter {

    private final Contract contract = Contract.of("orders-api");

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        if (path.startsWith("/api/")) {
            assertThat(contract.breachesOf(Method.valueOf(request.getMethod()), path, seen(answer)))
                    .as("breaches of our own contract")
                    .isEmpty();
        }
        return answer;
    }

    private static SimpleResponse seen(Response answer) {
        SimpleResponse.Builder seen = SimpleResponse.Builder.status(answer.statusCode());
        return answer.asByteArray().length == 0
                ? seen.build()
                : seen.withContentType(answer.contentType())
                        .withBody(answer.asString())
                        .build();
    }
}
