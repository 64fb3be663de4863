package io.cloudshop.defaults.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;

/** JSON can spell two kinds of text that UTF-8 or PostgreSQL cannot keep: U+0000 and half a surrogate pair. */
class StorableText extends StringDeserializer {

    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (text != null && text.codePoints().anyMatch(StorableText::cannotBeStored)) {
            throw ValueInstantiationException.from(
                    parser,
                    "text cannot be stored",
                    context.constructType(String.class),
                    new IllegalArgumentException("must not contain U+0000 or half a surrogate pair"));
        }
        return text;
    }

    private static boolean cannotBeStored(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
