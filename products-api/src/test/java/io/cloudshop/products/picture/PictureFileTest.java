package io.cloudshop.products.picture;

import static io.cloudshop.products.testing.PictureFiles.BLUE;
import static io.cloudshop.products.testing.PictureFiles.RED;
import static io.cloudshop.products.testing.PictureFiles.animatedPng;
import static io.cloudshop.products.testing.PictureFiles.exif;
import static io.cloudshop.products.testing.PictureFiles.halves;
import static io.cloudshop.products.testing.PictureFiles.jpeg;
import static io.cloudshop.products.testing.PictureFiles.jpegWith;
import static io.cloudshop.products.testing.PictureFiles.png;
import static io.cloudshop.products.testing.PictureFiles.pngOfSize;
import static io.cloudshop.products.testing.PictureFiles.resource;
import static io.cloudshop.products.testing.PictureFiles.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.products.testing.PictureFiles;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a file, whatever it is. */
class PictureFileTest {

    private static final int MOST_SIDE = 1_600;
    private static final byte[] SECRET = "48.8584 N 2.2945 E".getBytes(StandardCharsets.ISO_8859_1);
    private static final int COMMENT = 0xFE;
    private static final int APPLICATION = 0xE1;

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp"})
    void a_webp_is_read(String name) {
        assertShowsHalves(made(resource(name)), Picture.JPEG);
    }

    @Test
    void a_png_and_a_jpeg_are_read() {
        assertShowsHalves(made(png(halves(40, 20, RED))), Picture.JPEG);
        assertShowsHalves(made(jpeg(halves(40, 20, RED))), Picture.JPEG);
    }

    @Test
    void what_is_transparent_stays_so() {
        for (byte[] file : new byte[][] {png(halves(40, 20, 0x40FF0000)), resource("transparent.webp")}) {
            Picture picture = made(file);

            assertThat(picture.mediaType()).isEqualTo(Picture.PNG);
            assertThat(picture.address()).endsWith(".png");
            assertThat(shown(picture.content()).getRGB(5, 10) >>> 24).isEqualTo(0x40);
            assertThat(shown(picture.content()).getRGB(35, 10) >>> 24).isEqualTo(0xFF);
        }
    }

    @Test
    void grey_and_indexed_and_deep_pictures_are_read() {
        for (int type : new int[] {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_BYTE_INDEXED
        }) {
            assertThat(made(png(new BufferedImage(30, 20, type))).width()).isEqualTo(30);
        }
    }

    @Test
    void a_large_picture_becomes_smaller() {
        Picture picture = made(jpeg(halves(4_000, 200, RED)));

        assertThat(picture.width()).isEqualTo(MOST_SIDE);
        assertThat(picture.height()).isEqualTo(80);
        assertColour(shown(picture.content()).getRGB(400, 40), RED);
    }

    @Test
    void no_picture_needs_more_than_half_a_mebibyte() {
        BufferedImage noise = new BufferedImage(500, 500, BufferedImage.TYPE_INT_ARGB);
        Random random = new Random(1);
        noise.setRGB(0, 0, 500, 500, random.ints(250_000).toArray(), 0, 500);

        Picture picture = made(png(noise));

        assertThat(picture.content()).hasSizeLessThanOrEqualTo(Picture.MOST_BYTES);
        assertThat(picture.width()).isLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 10", "2, 30, 10", "3, 30, 10", "4, 10, 10",
        "5, 10, 10", "6, 10, 10", "7, 10, 30", "8, 10, 30"
    })
    void a_photograph_stands_upright_however_the_camera_was_held(int orientation, int redX, int redY) {
        Picture picture = made(jpegWith(halves(40, 20, RED), APPLICATION, exif(orientation)));

        BufferedImage shown = shown(picture.content());
        assertThat(shown.getWidth()).isEqualTo(orientation < 5 ? 40 : 20);
        assertThat(shown.getHeight()).isEqualTo(orientation < 5 ? 20 : 40);
        assertColour(shown.getRGB(redX, redY), RED);
    }

    @Test
    void what_a_camera_says_that_makes_no_sense_is_passed_over() {
        byte[] exif = exif(6);
        ByteBuffer.wrap(exif).putInt(10, Integer.MAX_VALUE);

        assertShowsHalves(made(jpegWith(halves(40, 20, RED), APPLICATION, exif)), Picture.JPEG);
    }

    @Test
    void nothing_is_kept_that_the_file_says_beside_the_picture() {
        byte[] file = jpegWith(halves(40, 20, RED), COMMENT, SECRET);
        assertThat(text(file)).contains(text(SECRET));

        assertThat(text(made(file).content())).doesNotContain(text(SECRET));
    }

    @Test
    void the_same_file_gives_the_same_address() {
        byte[] file = png(halves(40, 20, RED));

        assertThat(made(file).address()).isEqualTo(made(file).address());
        assertThat(made(png(halves(42, 20, RED))).address())
                .isNotEqualTo(made(file).address());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void what_is_no_good_is_refused(String reason, byte[] file) {
        assertThatThrownBy(() -> made(file)).isInstanceOfSatisfying(DomainException.class, refused -> {
            assertThat(refused.type()).isEqualTo(CommonProblems.INVALID);
            assertThat(refused).hasMessageContaining(reason);
        });
    }

    static Stream<Arguments> badFiles() {
        byte[] png = png(halves(400, 200, RED));
        byte[] jpeg = jpeg(halves(400, 200, RED));
        return Stream.of(
                Arguments.of("must be a PNG, JPEG or WebP", new byte[0]),
                Arguments.of("must be a PNG, JPEG or WebP", PictureFiles.SVG),
                Arguments.of("must be a PNG, JPEG or WebP", "GIF89a".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("ends before it is complete", half(png)),
                Arguments.of("ends before it is complete", half(jpeg)),
                Arguments.of("ends before it is complete", half(resource("lossy.webp"))),
                Arguments.of("ends before it is complete", Arrays.copyOf(png, 12)),
                Arguments.of("cannot be read as PNG", damaged(png)),
                Arguments.of("cannot be read as WEBP", webpOfAnotherKind()),
                Arguments.of("sides of at most 10000 pixels", pngOfSize(50_000, 50_000)),
                Arguments.of("sides of at most 10000 pixels", pngOfSize(10_001, 1)),
                Arguments.of("at most 25 megapixels", pngOfSize(9_000, 9_000)),
                Arguments.of("sides of at most 10000 pixels", jpegOfSize(65_000, 65_000)),
                Arguments.of("at most 4 megapixels", webpOfSize("lossless.webp", 4_000, 4_000)),
                Arguments.of("of another size than it says", webpOfSize("transparent.webp", 10, 10)),
                Arguments.of("must be a single picture", withAnotherFrame()),
                Arguments.of("must not be animated", animatedPng()),
                Arguments.of("must not be animated", resource("animated.webp")),
                Arguments.of("too many scans", withScans(jpeg, 200)));
    }

    @Test
    @Timeout(20)
    void a_decoder_that_finds_no_end_is_stopped() {
        assertThatThrownBy(() -> made(resource("endless.webp")))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("ends before it is complete");
    }

    private static Picture made(byte[] file) {
        return PictureEncoder.encode(PictureDecoder.decode(file, MOST_SIDE));
    }

    private static void assertShowsHalves(Picture picture, String mediaType) {
        assertThat(picture.mediaType()).isEqualTo(mediaType);
        BufferedImage shown = shown(picture.content());
        assertThat(shown.getWidth()).isEqualTo(picture.width()).isEqualTo(40);
        assertThat(shown.getHeight()).isEqualTo(picture.height()).isEqualTo(20);
        assertColour(shown.getRGB(5, 10), RED);
        assertColour(shown.getRGB(35, 10), BLUE);
    }

    private static void assertColour(int actual, int expected) {
        for (int shift = 0; shift < 32; shift += 8) {
            assertThat(actual >>> shift & 0xFF)
                    .as("%08x", actual)
                    .isBetween((expected >>> shift & 0xFF) - 24, (expected >>> shift & 0xFF) + 24);
        }
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] damaged(byte[] png) {
        byte[] file = png.clone();
        Arrays.fill(file, 45, file.length - 16, (byte) 0x55);
        return file;
    }

    /** With a frame of a film in it. */
    private static byte[] webpOfAnotherKind() {
        byte[] file = resource("lossy.webp");
        file[20] |= 1;
        return file;
    }

    private static byte[] jpegOfSize(int width, int height) {
        byte[] file = jpeg(halves(40, 20, RED));
        int frame = text(file).indexOf("\u00FF\u00C0");
        ByteBuffer.wrap(file).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return file;
    }

    /** The size that comes first in the file: in an extended one that of the canvas. */
    private static byte[] webpOfSize(String name, int width, int height) {
        byte[] file = resource(name);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (text(file).contains("VP8X")) {
            bytes.putInt(24, width - 1).putShort(27, (short) (height - 1));
        } else {
            bytes.putInt(21, (width - 1) | (height - 1) << 14);
        }
        return file;
    }

    private static byte[] withAnotherFrame() {
        byte[] file = resource("lossy.webp");
        ByteBuffer twice = ByteBuffer.allocate(2 * file.length - 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(file)
                .put(file, 12, file.length - 12);
        return twice.putInt(4, twice.capacity() - 8).array();
    }

    private static byte[] withScans(byte[] jpeg, int scans) {
        byte[] file = text(jpeg)
                .replaceFirst("\u00FF\u00DA", "\u00FF\u00DA".repeat(scans))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(file).hasSize(jpeg.length + 2 * (scans - 1));
        return file;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
