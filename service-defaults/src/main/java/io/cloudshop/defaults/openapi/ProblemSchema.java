package io.cloudshop.defaults.openapi;

import static io.cloudshop.defaults.openapi.Schemas.list;
import static io.cloudshop.defaults.openapi.Schemas.number;
import static io.cloudshop.defaults.openapi.Schemas.object;
import static io.cloudshop.defaults.openapi.Schemas.text;

import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The shape of a problem, one for all services: what every problem has. What some types add their service knows, see
 * {@link ProblemMembers}.
 */
final class ProblemSchema {

    private ProblemSchema() {}

    static Schema problem() {
        return object("What went wrong (RFC 9457)")
                .addProperty("type", text("Which kind of error, a stable URI").format("uri"))
                .addProperty("title", text("The kind of error in a few words"))
                .addProperty("status", number("The HTTP status", "int32"))
                .addProperty("detail", text("What went wrong this time and what to do about it"))
                .addProperty("instance", text("The address that was called"))
                .addProperty("violations", list("With status 422: the fields that are not acceptable", violation()))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    private static Schema violation() {
        return object("A value that is not acceptable")
                .addProperty("field", text("The field of the body, or the parameter"))
                .addProperty("message", text("What is wrong with it"))
                .required(List.of("field", "message"));
    }
}
