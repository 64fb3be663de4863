package io.cloudshop.stores.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * As whom the backing stores run: PostgreSQL and OpenSearch refuse root. {@code CLOUDSHOP_RUN_AS} forces one of the
 * ways; otherwise root tries a user namespace, which plain containers refuse, and then an unprivileged user.
 */
public enum RunAs {
    /** As the calling user. */
    PLAIN,
    /** As the calling user, who looks like {@code nobody} inside a user namespace; files keep their owner. */
    UNSHARE,
    /** As {@code nobody}, who can only reach what is open to everyone. */
    SETPRIV;

    private static final String NOBODY = uidOfNobody();

    /** The way for this machine and user; probes for real, once a call. */
    public static RunAs detect() {
        String forced = System.getenv("CLOUDSHOP_RUN_AS");
        if (forced != null && !forced.isBlank()) {
            return valueOf(forced.strip().toUpperCase(Locale.ROOT));
        }
        if (!Processes.isRoot()) {
            return PLAIN;
        }
        if (UNSHARE.works()) {
            return UNSHARE;
        }
        if (SETPRIV.works()) {
            return SETPRIV;
        }
        throw new IllegalStateException("PostgreSQL and OpenSearch do not run as root, and neither unshare nor setpriv"
                + " works here: run as an ordinary user, or install util-linux.");
    }

    /** What to put in front of a command; each word replaces itself by the next, so that the process id stays. */
    List<String> prefix() {
        return switch (this) {
            case PLAIN -> List.of();
            case UNSHARE -> List.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY, "--");
            case SETPRIV -> List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
        };
    }

    /** Owner that files need so that the process may write them, or nothing if the caller's own will do. */
    Optional<String> fileOwner() {
        return switch (this) {
            case PLAIN -> Optional.empty();
            case UNSHARE -> Processes.isRoot() ? Optional.of("0:0") : Optional.empty();
            case SETPRIV -> Optional.of(NOBODY + ":" + NOBODY);
        };
    }

    boolean succeeds(String... line) {
        List<String> full = new ArrayList<>(prefix());
        full.addAll(List.of(line));
        return Processes.succeeds(full);
    }

    /** Whether this machine lets this user do that. */
    public boolean works() {
        return succeeds("true");
    }

    private static String uidOfNobody() {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.split(":"))
                    .filter(fields -> fields.length > 2 && fields[0].equals("nobody"))
                    .map(fields -> fields[2])
                    .findFirst()
                    .orElse("65534");
        } catch (IOException e) {
            return "65534";
        }
    }
}
