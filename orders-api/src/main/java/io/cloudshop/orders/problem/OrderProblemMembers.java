package io.cloudshop.orders.problem;

import static io.cloudshop.defaults.openapi.Schemas.id;
import static io.cloudshop.defaults.openapi.Schemas.list;
import static io.cloudshop.defaults.openapi.Schemas.money;
import static io.cloudshop.defaults.openapi.Schemas.number;
import static io.cloudshop.defaults.openapi.Schemas.object;
import static io.cloudshop.defaults.openapi.Schemas.text;

import io.cloudshop.defaults.openapi.ProblemMembers;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What some problems about orders say beyond what all problems say. */
@OpenApiFilter(stages = RunStage.BUILD, priority = ProblemMembers.AFTER_THE_OTHERS)
public class OrderProblemMembers extends ProblemMembers implements OASFilter {

    @Override
    protected void addTo(Schema problem) {
        problem.addProperty(
                        "shortages",
                        list("With insufficient-stock: the products of which too few are left", shortage()))
                .addProperty("lines", list("With price-changed: the order's lines as they are now", line()))
                .addProperty("total", money("With price-changed: what they cost together now"))
                .addProperty("orderId", id("With a checkout that was rejected: the order"))
                .addProperty("orderStatus", text("With not-cancellable and illegal-transition: what the order is"));
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
}
