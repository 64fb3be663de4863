package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Pictures of pages as a desktop and as a phone show them, in {@code target/screenshots}. */
final class Screenshots {

    /** A screen, in CSS pixels. */
    record Screen(String name, int width, int height) {}

    static final Screen DESKTOP = new Screen("desktop", 1440, 900);
    static final Screen PHONE = new Screen("phone", 390, 844);

    private static final Path FOLDER = LocalShop.ROOT.resolve("system-tests/target/screenshots");
    private static final String IS_LOADED = """
            () => !document.querySelector('[aria-busy=true], main [role=status].visually-hidden, [class*=skeleton]')
                && document.getAnimations().every(({ playState }) => playState === 'finished')
            """;
    private static final String ARE_DECODED = """
            () => Promise.all([...document.images]
                .filter((image) => image.getBoundingClientRect().top < innerHeight)
                .map((image) => image.decode()))
            """;

    private static final Pattern A_SHEET = Pattern.compile("/Type\\s*/Page\\b");

    private Screenshots() {}

    /** Until all is there that is on its way. */
    static void awaitWhole(Page page) {
        page.waitForFunction(IS_LOADED);
        page.evaluate(ARE_DECODED);
    }

    /** As a printer would, in the same folder; returns how many sheets that are. */
    static long print(Page page, String name) {
        awaitWhole(page);
        byte[] document = page.pdf(new Page.PdfOptions().setFormat("A4").setPath(FOLDER.resolve(name + ".pdf")));
        return A_SHEET.matcher(new String(document, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    /** On both screens, of which the desktop stays. Nothing may stick out of a screen. */
    static void take(Page page, String name) {
        for (Screen screen : List.of(PHONE, DESKTOP)) {
            page.setViewportSize(screen.width(), screen.height());
            page.evaluate("() => scrollTo(0, 0)");
            page.mouse().move(0, 0);
            awaitWhole(page);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(FOLDER.resolve(name + "-" + screen.name() + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("width of %s on a %s", name, screen.name())
                    .isEqualTo(screen.width());
        }
    }
}
