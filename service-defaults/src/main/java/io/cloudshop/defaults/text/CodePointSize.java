package io.cloudshop.defaults.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;

/**
 * {@code @Size} of text counts what PostgreSQL's {@code length} and JSON Schema's {@code maxLength} count: characters of
 * Unicode, so that an emoji is one. Its own validator counts UTF-16 units.
 */
public class CodePointSize implements ConstraintValidator<Size, String> {

    private int min;
    private int max;

    @Override
    public void initialize(Size limits) {
        min = limits.min();
        max = limits.max();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int length = text.codePointCount(0, text.length());
        return min <= length && length <= max;
    }
}
