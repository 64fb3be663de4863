package io.cloudshop.defaults.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The shape of a problem, one for all services, so that a client needs one type for it: what every problem has, and the
 * members that some types add.
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
                .addProperty(
                        "shortages",
                        list("With insufficient-stock: the products of which too few are left", shortage()))
                .addProperty(
                        "productIds", list("With unknown-product: the products that do not exist", id("A product")))
                .addProperty("lines", list("With price-changed: the order's lines as they are now", line()))
                .addProperty("total", money("With price-changed: what they cost together now"))
                .addProperty("orderId", id("With a checkout that was rejected: the order"))
                .addProperty("orderStatus", text("With not-cancellable and illegal-transition: what the order is"))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    private static Schema violation() {
        return object("A value that is not acceptable")
                .addProperty("field", text("The field of the body, or the parameter"))
                .addProperty("message", text("What is wrong with it"))
                .required(List.of("field", "message"));
    }

    private static Schema shortage() {
        return object("More units were asked for than there are")
                .addProperty("productId", id("The product"))
                .addProperty("requested", number("Units that were asked for", "int64"))
                .addProperty("available", number("Units that are left", "int64"))
                .required(List.of("productId", "requested", "available"));
    }

    private static Schema line() {
        return object("So many of one product")
                .addProperty("productId", id("The product"))
                .addProperty("sku", text("Its stock keeping unit"))
                .addProperty("name", text("Its name"))
                .addProperty("quantity", number("How many", "int32"))
                .addProperty("unitPrice", money("What one costs"))
                .addProperty("lineTotal", money("What all of them cost"))
                .required(List.of("productId", "sku", "name", "quantity", "unitPrice", "lineTotal"));
    }

    private static Schema money(String description) {
        return object(description)
                .addProperty("amount", text("At the currency's scale").pattern("\\d+(\\.\\d+)?"))
                .addProperty("currency", text("ISO 4217").pattern("[A-Z]{3}"))
                .required(List.of("amount", "currency"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema list(String description, Schema items) {
        return OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .description(description)
                .items(items);
    }

    private static Schema number(String description, String format) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format(format)
                .description(description);
    }

    private static Schema id(String description) {
        return text(description).format("uuid");
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
