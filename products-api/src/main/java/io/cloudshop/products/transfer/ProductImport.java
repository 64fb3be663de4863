package io.cloudshop.products.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.defaults.money.ShopCurrency;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brings a file of products into the catalogue: see docs/adr/0026. Thread-safe; holds one batch of each file in memory. */
@ApplicationScoped
class ProductImport {

    private final ObjectMapper json;
    private final ShopCurrency currency;
    private final ProductCheck check;
    private final BatchWriter writer;
    private final ProductRows rows;
    private final MeterRegistry metrics;

    ProductImport(
            ObjectMapper json,
            @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency,
            ProductCheck check,
            BatchWriter writer,
            ProductRows rows,
            MeterRegistry metrics) {
        this.json = json;
        this.currency = currency;
        this.check = check;
        this.writer = writer;
        this.rows = rows;
        this.metrics = metrics;
    }

    /** @param actor who answers for what is changed */
    ImportReport read(InputStream file, TransferFormat format, String actor) {
        return run(file, format, batch -> writer.write(batch, actor), new ImportTally(metrics, false));
    }

    /** What the same file would do now. */
    ImportReport tryOut(InputStream file, TransferFormat format) {
        return run(file, format, new DryRun(rows), new ImportTally(metrics, true));
    }

    private ImportReport run(InputStream file, TransferFormat format, BatchSink sink, ImportTally tally) {
        Lines lines = new Lines(file);
        return new ImportRun(formatOf(lines, format), check, sink, tally).of(lines);
    }

    private LineFormat formatOf(Lines lines, TransferFormat format) {
        if (format == TransferFormat.NDJSON) {
            return new JsonLines(json);
        }
        CsvHeader header = CsvHeader.of(lines.next());
        lines.quoted(header.separator());
        return new CsvLines(header, currency);
    }
}
