package io.cloudshop.products.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;

/** The cells of one record of CSV (RFC 4180), and the record of cells. */
final class CsvCells {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final ObjectReader reader;
    private final ObjectWriter writer;

    CsvCells(char separator) {
        CsvSchema schema =
                CsvSchema.emptySchema().withColumnSeparator(separator).withLineSeparator("\r\n");
        this.reader = CSV.readerFor(String[].class).with(schema);
        this.writer = CSV.writerFor(String[].class).with(schema);
    }

    /** @throws LineRejectedException where the text is not one record */
    String[] of(String text) {
        try (MappingIterator<String[]> records = reader.readValues(text)) {
            String[] cells = records.hasNextValue() ? records.nextValue() : new String[0];
            if (records.hasNextValue()) {
                throw new LineRejectedException("has a line break outside of quotes");
            }
            return cells;
        } catch (IOException e) {
            throw new LineRejectedException("is not CSV: check its quotes");
        }
    }

    /** With the line break that ends it. */
    byte[] record(String[] cells) throws JsonProcessingException {
        return writer.writeValueAsBytes(cells);
    }
}
