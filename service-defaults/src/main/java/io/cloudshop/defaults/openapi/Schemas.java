package io.cloudshop.defaults.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of what no class of ours stands for. */
public final class Schemas {

    private Schemas() {}

    public static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    public static Schema list(String description, Schema items) {
        return OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .description(description)
                .items(items);
    }

    /** @param format {@code int32} or {@code int64} */
    public static Schema number(String description, String format) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format(format)
                .description(description);
    }

    public static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    /** A UUID. */
    public static Schema id(String description) {
        return text(description).format("uuid");
    }

    /** An amount and its currency. */
    public static Schema money(String description) {
        return object(description)
                .addProperty("amount", text("At the currency's scale").pattern("\\d+(\\.\\d+)?"))
                .addProperty("currency", text("ISO 4217").pattern("[A-Z]{3}"))
                .required(List.of("amount", "currency"));
    }
}
