package io.cloudshop.products.problem;

import static io.cloudshop.defaults.openapi.Schemas.id;
import static io.cloudshop.defaults.openapi.Schemas.list;
import static io.cloudshop.defaults.openapi.Schemas.number;
import static io.cloudshop.defaults.openapi.Schemas.object;

import io.cloudshop.defaults.openapi.ProblemMembers;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What some problems about products and stock say beyond what all problems say. */
@OpenApiFilter(stages = RunStage.BUILD, priority = ProblemMembers.AFTER_THE_OTHERS)
public class ProductProblemMembers extends ProblemMembers implements OASFilter {

    @Override
    protected void addTo(Schema problem) {
        problem.addProperty(
                        "shortages",
                        list("With insufficient-stock: the products of which too few are left", shortage()))
                .addProperty(
                        "productIds", list("With unknown-product: the products that do not exist", id("A product")))
                .addProperty("imported", reportOfImport());
    }

    private static Schema shortage() {
        return object("More units were asked for than there are")
                .addProperty("productId", id("The product"))
                .addProperty("requested", number("Units that were asked for", "int64"))
                .addProperty("available", number("Units that are left", "int64"))
                .required(List.of("productId", "requested", "available"));
    }

    private static Schema reportOfImport() {
        return OASFactory.createSchema().ref("ImportReport");
    }
}
