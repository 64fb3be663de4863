package io.cloudshop.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the images' JDK has of java.desktop: without its native code there is no picture, with all of it are fonts and screens. */
class LinkedJdkTest {

    private static final String LIBRARIES = "/java.desktop/lib/";

    @Test
    void it_can_decode_and_draw_pictures_and_no_more() throws IOException {
        Pattern leftOut = leftOut();

        for (String needed : new String[] {"awt", "awt_headless", "javajpeg", "lcms", "mlib_image"}) {
            assertThat(LIBRARIES + "lib" + needed + ".so").doesNotMatch(leftOut);
        }
        for (String other : new String[] {"awt_xawt", "fontmanager", "freetype", "jsound", "splashscreen"}) {
            assertThat(LIBRARIES + "lib" + other + ".so").matches(leftOut);
        }
    }

    private static Pattern leftOut() throws IOException {
        return Pattern.compile(Pattern.compile("--exclude-files regex:(.*)")
                .matcher(Files.readString(Path.of("jdk/jlink.options")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));
    }
}
