package io.cloudshop.products.transfer;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.products.catalogue.PriceRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;

/** Whether a line would do as a single product, and its translations one by one. */
@ApplicationScoped
class ProductCheck {

    private final Validator validator;
    private final PriceRule prices;

    ProductCheck(Validator validator, PriceRule prices) {
        this.validator = validator;
        this.prices = prices;
    }

    /** @throws LineRejectedException with every reason why not */
    void require(ProductLine line) {
        List<String> violations = new ArrayList<>(violations("", line.product()));
        if (line.translations() != null) {
            line.translations()
                    .forEach((language, texts) ->
                            violations.addAll(violations("translations." + language.tag() + ".", texts)));
        }
        if (!violations.isEmpty()) {
            throw LineRejectedException.of(violations);
        }
        try {
            prices.require(line.product().price());
        } catch (DomainException refused) {
            throw LineRejectedException.of(refused);
        }
    }

    private List<String> violations(String path, Object input) {
        return validator.validate(input).stream()
                .map(violation -> path + violation.getPropertyPath() + " " + violation.getMessage())
                .toList();
    }
}
