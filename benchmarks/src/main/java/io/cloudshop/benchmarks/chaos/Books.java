package io.cloudshop.benchmarks.chaos;

import io.cloudshop.benchmarks.shop.Answer;
import io.cloudshop.benchmarks.shop.ShopClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the shop says of itself afterwards, compared with what customers were told. */
final class Books {

    /** An order that was answered with 202 is decided within a minute. */
    private static final Duration SETTLING = Duration.ofSeconds(90);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ShopClient admin;
    private final String product;

    Books(ShopClient admin, String product) {
        this.admin = admin;
        this.product = product;
    }

    /** Everything that is wrong, in sentences; waits until what is under way is done. */
    List<String> problems(Experiment experiment) {
        Instant begin = Instant.now();
        List<String> problems = look(experiment);
        while (!problems.isEmpty() && Duration.between(begin, Instant.now()).compareTo(SETTLING) < 0) {
            experiment.pause(BETWEEN_LOOKS);
            problems = look(experiment);
        }
        return problems;
    }

    private List<String> look(Experiment experiment) {
        List<String> problems = new ArrayList<>();
        experiment.givenUp().forEach(key -> problems.add("A customer gave up: Idempotency-Key " + key));
        Answer books = admin.get("/api/v1/admin/reconciliation");
        if (books.status() != 200) {
            problems.add("The reconciliation answers " + books.status());
        } else if (!((List<?>) books.json().get("mismatches")).isEmpty()) {
            problems.add("The books disagree: " + books.json().get("mismatches"));
        }
        Map<String, Object> stock =
                admin.get("/api/v1/products/" + product + "/stock").json();
        if (number(stock.get("sold")) != experiment.orders().size() || number(stock.get("held")) != 0) {
            problems.add(experiment.orders().size() + " orders were answered, and the stock says " + stock);
        }
        return problems;
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }
}
