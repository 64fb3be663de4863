package io.cloudshop.auth.address;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;

/** A country that exists: a code of two capitals out of ISO 3166-1, as the JDK knows them. */
@Constraint(validatedBy = CountryCode.OfIso3166.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface CountryCode {

    String message() default "must be the code of a country (ISO 3166-1 alpha-2), such as FR";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is another constraint's business. */
    class OfIso3166 implements ConstraintValidator<CountryCode, String> {

        private static final Set<String> CODES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || CODES.contains(code);
        }
    }
}
