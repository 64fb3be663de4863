package io.cloudshop.frontend.telemetry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * What a page in a browser says of itself when it is left. Nothing of it is about the person: no address but the route's, no
 * text but the names below.
 *
 * @param route as the router has it, such as {@code /products/:id}
 */
public record PageReport(
        @NotNull @Size(max = 60) String route,
        @Size(max = 10) List<@Valid @NotNull Vital> vitals,
        @Size(max = 10) List<@Valid @NotNull ScriptError> errors) {

    public PageReport {
        vitals = Objects.requireNonNullElse(vitals, List.of());
        errors = Objects.requireNonNullElse(errors, List.of());
    }

    /**
     * One of the web vitals (web.dev/vitals).
     *
     * @param value milliseconds, or for CLS a score without a unit
     */
    public record Vital(
            @NotNull @Pattern(regexp = "LCP|INP|CLS|FCP|TTFB", message = "must be LCP, INP, CLS, FCP or TTFB")
            String name,

            @DecimalMin("0") @DecimalMax("600000") double value) {}

    /**
     * An error that nobody caught.
     *
     * @param name of its type, such as TypeError
     * @param at where it was thrown: a file of the page, its line and its column
     */
    public record ScriptError(
            @NotNull @Pattern(regexp = "[A-Za-z]{1,40}") String name,

            @Pattern(regexp = "/[-A-Za-z0-9_./]{1,120}:\\d{1,7}:\\d{1,7}")
            String at) {}
}
