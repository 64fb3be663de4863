package io.cloudshop.products.transfer;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.cloudshop.defaults.problem.UnreadableJson;

/** A line as the JSON object that also adds a single product, with its translations. */
final class JsonLines implements LineFormat {

    private final ObjectReader json;

    JsonLines(ObjectMapper json) {
        this.json = json.readerFor(JsonProduct.class);
    }

    @Override
    public ProductLine read(String line) {
        try {
            JsonProduct product = json.readValue(line);
            if (product == null) {
                throw noObject();
            }
            return product.line();
        } catch (JsonMappingException e) {
            throw rejected(e);
        } catch (JsonProcessingException e) {
            throw noJson();
        }
    }

    /** What is no JSON inside of an object is told as a problem of one of its fields. */
    private static LineRejectedException rejected(JsonMappingException mismatch) {
        if (mismatch.getCause() instanceof JsonParseException) {
            return noJson();
        }
        return mismatch.getPath().isEmpty() ? noObject() : LineRejectedException.of(UnreadableJson.of(mismatch));
    }

    private static LineRejectedException noJson() {
        return new LineRejectedException("is not JSON");
    }

    private static LineRejectedException noObject() {
        return new LineRejectedException("is not one JSON object");
    }
}
