package io.cloudshop.products.picture;

import io.cloudshop.defaults.load.Slots;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/** Makes pictures of the shop out of files that administrators have: see docs/adr/0033. Thread-safe. */
@ApplicationScoped
public class Pictures {

    private final PictureStore store;
    private final PictureSettings settings;
    private final Clock clock;
    private final Slots uploads;
    private final Slots decodings;

    Pictures(PictureStore store, PictureSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.uploads = new Slots(
                settings.uploadsAtOnce(), settings.longestWait(), "Too many pictures are uploaded at once; try again.");
        this.decodings = new Slots(
                settings.decodingsAtOnce(), settings.longestWait(), "Other pictures are being read; try again.");
    }

    /**
     * A picture of the shop like that in the file: its pixels, and nothing else of it. 422 for what is none, 503 when others
     * are in the way. It computes for seconds, so not on a virtual thread, which would keep its processor from all others.
     */
    public Picture read(InputStream file) {
        return uploads.run(() -> {
            byte[] bytes = allOf(file);
            return decodings.run(() -> PictureEncoder.encode(PictureDecoder.decode(bytes, settings.mostSide())));
        });
    }

    /** Keeps it with the caller's transaction, and gives the address under which it is served. */
    public String keep(Picture picture) {
        store.keep(picture, clock.instant());
        return picture.address();
    }

    private static byte[] allOf(InputStream file) {
        try {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new DomainException(CommonProblems.MALFORMED, "The body ended before it was complete.", broken);
        }
    }
}
