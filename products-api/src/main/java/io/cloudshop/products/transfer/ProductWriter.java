package io.cloudshop.products.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Writes products the way an import reads them. */
sealed interface ProductWriter {

    /** What comes before the first product. */
    byte[] head() throws JsonProcessingException;

    /** One product with the line break after it. */
    byte[] line(ProductLine product) throws JsonProcessingException;

    /** A JSON object a line. */
    record Json(ObjectWriter json) implements ProductWriter {

        Json(ObjectMapper json) {
            this(json.writerFor(JsonProduct.class));
        }

        @Override
        public byte[] head() {
            return new byte[0];
        }

        @Override
        public byte[] line(ProductLine product) throws JsonProcessingException {
            return (json.writeValueAsString(JsonProduct.of(product)) + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A row of cells, none of which a spreadsheet runs. */
    record Csv(CsvCells csv) implements ProductWriter {

        Csv() {
            this(new CsvCells(','));
        }

        @Override
        public byte[] head() throws JsonProcessingException {
            return csv.record(
                    Arrays.stream(CsvColumn.values()).map(CsvColumn::title).toArray(String[]::new));
        }

        @Override
        public byte[] line(ProductLine product) throws JsonProcessingException {
            return csv.record(Arrays.stream(CsvColumn.values())
                    .map(column -> Formulas.disarm(Objects.requireNonNullElse(column.of(product), "")))
                    .toArray(String[]::new));
        }
    }
}
