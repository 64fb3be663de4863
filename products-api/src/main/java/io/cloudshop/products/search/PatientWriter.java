package io.cloudshop.products.search;

import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Writes what is made anew, and gives the engine time when that is more than it can take: its memory is small. */
@ApplicationScoped
class PatientWriter {

    private final IndexWriter writer;

    PatientWriter(IndexWriter writer) {
        this.writer = writer;
    }

    @Retry(maxRetries = 6, delay = 500, jitter = 250)
    @ExponentialBackoff
    @RetryWhen(exception = IsTooMuch.class)
    void write(Collection<StagedProduct> live, Collection<UUID> gone) {
        writer.write(StagedProduct.class, live, gone);
    }

    /** Whether the engine says that it has too much to do. One that is away is not waited for. */
    public static final class IsTooMuch implements Predicate<Throwable> {

        /** Public, like the class: the retry makes one by reflection. */
        public IsTooMuch() {}

        @Override
        public boolean test(Throwable failure) {
            return EngineFailure.isOverload(failure);
        }
    }
}
