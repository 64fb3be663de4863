package io.cloudshop.images.jib;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The Git commit that is built. */
final class Revision {

    private Revision() {}

    /** The commit, marked where files differ from it; nothing outside a checkout. */
    static Optional<String> of(Path checkout) {
        return git(checkout, "rev-parse", "HEAD")
                .map(commit -> git(checkout, "status", "--porcelain", "--untracked-files=no")
                                .isPresent()
                        ? commit + "-dirty"
                        : commit);
    }

    /** What git said; nothing if that is nothing, or if there is no git. */
    private static Optional<String> git(Path checkout, String... arguments) {
        try {
            ProcessBuilder builder = new ProcessBuilder("git", "-C", checkout.toString());
            builder.command().addAll(java.util.List.of(arguments));
            Process process = builder.redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !output.isEmpty() ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
