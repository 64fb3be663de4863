package io.cloudshop.products.demo;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.database.ScalarQuery;
import io.cloudshop.defaults.money.ShopCurrency;
import io.cloudshop.products.catalogue.Catalogue;
import io.cloudshop.products.catalogue.ProductInput;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Fills an empty catalogue with demo products, if asked to: all or none, and once however many replicas start. */
@ApplicationScoped
class DemoCatalogue {

    private static final Logger LOG = Logger.getLogger(DemoCatalogue.class);
    private static final String PRODUCTS = "/catalogue/products.ndjson";
    private static final long LOCK = 0x64656d6f;

    private final Catalogue catalogue;
    private final DemoTranslations translations;
    private final EntityManager database;
    private final ObjectMapper json;
    private final ShopCurrency currency;
    private final boolean wanted;

    /** @param wanted whether an empty catalogue is filled at start; default false */
    DemoCatalogue(
            Catalogue catalogue,
            DemoTranslations translations,
            EntityManager database,
            ObjectMapper json,
            @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency,
            @ConfigProperty(name = "cloudshop.demo-catalogue", defaultValue = "false") boolean wanted) {
        this.catalogue = catalogue;
        this.translations = translations;
        this.database = database;
        this.json = json;
        this.currency = currency;
        this.wanted = wanted;
    }

    @Transactional
    @TransactionConfiguration(timeout = 60)
    void start(@Observes StartupEvent event) {
        if (wanted) {
            fillIfEmpty();
        }
    }

    private void fillIfEmpty() {
        ScalarQuery.of(database, "SELECT pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
        if (catalogue.isEmpty()) {
            List<ProductInput> products = read();
            Map<String, UUID> ids = new HashMap<>();
            products.forEach(product -> ids.put(
                    product.sku(),
                    catalogue.create(priced(product), "demo catalogue").id()));
            translations.add(ids);
            LOG.infof("%d demo products added", products.size());
        }
    }

    /** As many coins as it costs in cents, whatever the shop's currency. */
    private ProductInput priced(ProductInput product) {
        return product.priced(
                currency.ofCoins(product.price().value().unscaledValue().longValueExact()));
    }

    private List<ProductInput> read() {
        try (InputStream file = DemoCatalogue.class.getResourceAsStream(PRODUCTS);
                MappingIterator<ProductInput> products =
                        json.readerFor(ProductInput.class).readValues(file)) {
            return products.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(PRODUCTS + " cannot be read", e);
        }
    }
}
