package io.cloudshop.defaults.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who decides that a request is recorded. */
class RequestSamplerTest {

    /** The lowest there is: a sampler that goes by the id takes it at any ratio. */
    private static final String TRACE = "00000000000000010000000000000001";

    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void a_request_of_one_of_ours_is_recorded_when_its_caller_is() {
        RequestSampler nobody = sampler(0, true);
        RequestSampler everybody = sampler(1, true);

        assertThat(isRecorded(nobody, remote(true), SpanKind.SERVER)).isTrue();
        assertThat(isRecorded(everybody, remote(false), SpanKind.SERVER)).isFalse();
    }

    @Test
    void a_stranger_neither_has_a_request_recorded_nor_hides_it() {
        RequestSampler nobody = sampler(0, false);
        RequestSampler everybody = sampler(1, false);

        assertThat(isRecorded(nobody, remote(true), SpanKind.SERVER)).isFalse();
        assertThat(isRecorded(everybody, remote(false), SpanKind.SERVER)).isTrue();
    }

    @Test
    void a_stranger_gets_no_further_by_the_id_it_chooses() {
        RequestSampler sampler = sampler(0.05, false);

        long recorded = IntStream.range(0, 10_000)
                .filter(request -> isRecorded(sampler, remote(true), SpanKind.SERVER))
                .count();

        // Ten standard deviations to either side
        assertThat(recorded).isBetween(280L, 720L);
    }

    @Test
    void what_a_request_does_is_recorded_with_it() {
        RequestSampler nobody = sampler(0, false);
        RequestSampler everybody = sampler(1, false);

        assertThat(isRecorded(nobody, local(true), SpanKind.CLIENT)).isTrue();
        assertThat(isRecorded(everybody, local(false), SpanKind.CLIENT)).isFalse();
    }

    @Test
    void what_a_service_does_by_itself_is_no_trace() {
        RequestSampler everybody = sampler(1, true);

        assertThat(isRecorded(everybody, SpanContext.getInvalid(), SpanKind.SERVER))
                .isTrue();
        assertThat(isRecorded(everybody, SpanContext.getInvalid(), SpanKind.CLIENT))
                .isFalse();
        assertThat(isRecorded(everybody, SpanContext.getInvalid(), SpanKind.CONSUMER))
                .isFalse();
    }

    private static boolean isRecorded(RequestSampler sampler, SpanContext parent, SpanKind kind) {
        Context context = Context.root().with(Span.wrap(parent));
        return sampler.shouldSample(context, TRACE, "GET", kind, Attributes.empty(), List.of())
                        .getDecision()
                == SamplingDecision.RECORD_AND_SAMPLE;
    }

    private static SpanContext remote(boolean sampled) {
        return SpanContext.createFromRemoteParent(TRACE, SPAN, flags(sampled), TraceState.getDefault());
    }

    private static SpanContext local(boolean sampled) {
        return SpanContext.create(TRACE, SPAN, flags(sampled), TraceState.getDefault());
    }

    private static TraceFlags flags(boolean sampled) {
        return sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
    }

    private static RequestSampler sampler(double ratio, boolean trustsCallers) {
        return new RequestSampler(new Settings(ratio, trustsCallers));
    }

    private record Settings(double ratio, boolean trustCallers) implements TraceSettings {

        @Override
        public Optional<String> endpoint() {
            return Optional.empty();
        }

        @Override
        public boolean enabled() {
            return true;
        }
    }
}
