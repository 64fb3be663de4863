package io.cloudshop.products.transfer;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.products.problem.ProductsProblems;
import org.jboss.logging.Logger;

/** One file on its way into the catalogue, a line at a time and a batch at a time. Belongs to one thread. */
final class ImportRun {

    static final int MOST_LINES = 100_000;

    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int LINES_BETWEEN_LOGS = 10_000;

    private final LineFormat format;
    private final ProductCheck check;
    private final BatchSink sink;
    private final ImportTally tally;

    private ImportBatch batch = new ImportBatch();
    private int lines;

    ImportRun(LineFormat format, ProductCheck check, BatchSink sink, ImportTally tally) {
        this.format = format;
        this.check = check;
        this.sink = sink;
        this.tally = tally;
    }

    /** What ends it early is told with what was imported until then; the batch that was being read is not. */
    ImportReport of(Lines file) {
        try {
            for (Line line = file.next(); line != null; line = file.next()) {
                take(line);
            }
            write();
            LOG.infof("Import: %s", summary());
            return tally.report();
        } catch (DomainException problem) {
            LOG.infof("Import ended early (%s): %s", problem.type().slug(), summary());
            throw problem.with("imported", tally.report());
        } catch (RuntimeException failed) {
            LOG.infof("Import failed: %s", summary());
            throw failed;
        }
    }

    private void take(Line line) {
        if (lines == MOST_LINES) {
            write();
            throw new DomainException(
                    ProductsProblems.TOO_MANY_LINES,
                    "An import may have " + MOST_LINES + " lines. The rest, from line " + line.number()
                            + ", was not looked at; send it as another import.");
        }
        lines++;
        read(line);
        if (batch.isFull()) {
            write();
        }
        if (lines % LINES_BETWEEN_LOGS == 0) {
            LOG.infof("Import at line %d", line.number());
        }
    }

    private void read(Line line) {
        try {
            if (line.text() == null) {
                throw new LineRejectedException(line.fault());
            }
            ProductLine product = format.read(line.text());
            check.require(product);
            batch.add(product, line.number(), line.text().length());
        } catch (LineRejectedException rejected) {
            tally.reject(line.number(), rejected.getMessage());
        }
    }

    private void write() {
        if (!batch.isEmpty()) {
            tally.add(sink.write(batch));
            batch = new ImportBatch();
        }
    }

    private String summary() {
        ImportReport report = tally.report();
        return lines + " lines read, " + report.created() + " created, " + report.updated() + " updated, "
                + report.rejectedCount() + " rejected";
    }
}
