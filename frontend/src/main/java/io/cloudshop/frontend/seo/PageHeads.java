package io.cloudshop.frontend.seo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Which head the page has at an address of the shop. Thread-safe; never blocks and never fails. */
@ApplicationScoped
public class PageHeads {

    private static final Logger LOG = Logger.getLogger(PageHeads.class);
    private static final Pattern PRODUCT = Pattern.compile("/products/([-0-9A-Fa-f]{36})/?");
    private static final Pattern CATALOGUE = Pattern.compile("/products/?");
    private static final int LONGEST_DESCRIPTION = 160;

    private final CatalogueClient catalogue;
    private final ShopOrigin shop;

    PageHeads(CatalogueClient catalogue, ShopOrigin shop) {
        this.catalogue = catalogue;
        this.shop = shop;
    }

    /** @param isKnown whether the page has something to show there */
    public Future<PageHead> of(RoutingContext context, boolean isKnown) {
        Language language = Language.of(context);
        String path = context.normalizedPath();
        Matcher product = PRODUCT.matcher(path);
        if (isKnown && product.matches()) {
            return ofProduct(product.group(1), context, language);
        }
        return Future.succeededFuture(isKnown ? ofPage(path, context, language) : PageHead.ofNoIndex(404, language));
    }

    /** The page with a head in place of its own. */
    public String write(PageHead head, String page) {
        return head.in(page, shop);
    }

    /** Customers see the page also while nobody knows what is on it, and search engines do not forget it. */
    private Future<PageHead> ofProduct(String id, RoutingContext context, Language language) {
        return catalogue
                .product(id, language)
                .map(found -> found.map(product -> ofProduct(product, context, language))
                        .orElseGet(() -> PageHead.ofNoIndex(404, language)))
                .otherwise(failure -> {
                    LOG.debugf("Nothing to say of product %s: %s", id, failure);
                    return ofPage("CloudShop", "/products/" + id, context, language);
                });
    }

    private PageHead ofProduct(Product product, RoutingContext context, Language language) {
        return new PageHead(
                200,
                language,
                Language.asked(context).orElse(null),
                product.name() + " – CloudShop",
                product.description().isBlank() ? product.name() : shortened(product.description()),
                "/products/" + product.id(),
                product.imageUrl(),
                facts(product));
    }

    private static PageHead ofPage(String path, RoutingContext context, Language language) {
        if (path.equals("/")) {
            return ofPage("CloudShop", path, context, language);
        }
        return CATALOGUE.matcher(path).matches()
                ? ofPage(language.catalogueTitle() + " – CloudShop", "/products", context, language)
                : PageHead.ofNoIndex(200, language);
    }

    private static PageHead ofPage(String title, String path, RoutingContext context, Language language) {
        Language asked = Language.asked(context).orElse(null);
        return new PageHead(200, language, asked, title, language.claim(), path, null, null);
    }

    private JsonObject facts(Product product) {
        String address = shop.address("/products/" + product.id());
        JsonObject facts = new JsonObject()
                .put("@context", "https://schema.org")
                .put("@type", "Product")
                .put("name", product.name())
                .put("sku", product.sku())
                .put("category", product.category())
                .put("url", address)
                .put(
                        "offers",
                        new JsonObject()
                                .put("@type", "Offer")
                                .put("price", product.price())
                                .put("priceCurrency", product.currency())
                                .put(
                                        "availability",
                                        "https://schema.org/" + (product.isInStock() ? "InStock" : "OutOfStock"))
                                .put("url", address));
        if (!product.description().isBlank()) {
            facts.put("description", product.description());
        }
        if (product.imageUrl() != null) {
            facts.put("image", shop.address(product.imageUrl()));
        }
        return facts;
    }

    /** At the end of a word. */
    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_DESCRIPTION) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST_DESCRIPTION - 1);
        return line.substring(0, end < LONGEST_DESCRIPTION / 2 ? wholeCharacters(line) : end) + "…";
    }

    private static int wholeCharacters(String line) {
        return Character.isHighSurrogate(line.charAt(LONGEST_DESCRIPTION - 2))
                ? LONGEST_DESCRIPTION - 2
                : LONGEST_DESCRIPTION - 1;
    }
}
