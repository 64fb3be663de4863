package io.cloudshop.products.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.products.transfer.CataloguePages.CataloguePage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the whole catalogue as an import reads it, holding one page of it in memory. Thread-safe. */
@ApplicationScoped
class ProductExport {

    private final CataloguePages pages;
    private final ObjectMapper json;

    ProductExport(CataloguePages pages, ObjectMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /** The first page, which fails while an error can still be answered. */
    CataloguePage begin() {
        return pages.after(null);
    }

    /** Each product once, as it was when its page was read. */
    void write(CataloguePage first, TransferFormat format, OutputStream out) throws IOException {
        ProductWriter writer = format == TransferFormat.CSV ? new ProductWriter.Csv() : new ProductWriter.Json(json);
        out.write(writer.head());
        for (CataloguePage page = first; page.last() != null; page = pages.after(page.last())) {
            for (ProductLine product : page.products()) {
                out.write(writer.line(product));
            }
        }
    }
}
