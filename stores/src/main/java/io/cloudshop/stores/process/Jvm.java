package io.cloudshop.stores.process;

import java.nio.file.Path;
import java.util.List;

/** How every JVM on this machine is started, whatever it is for. */
public final class Jvm {

    /**
     * The language of programs, not of people: in Turkish {@code "argon2id"} comes back from upper case with another i,
     * and libraries map case and write numbers without saying in which language.
     */
    public static final List<String> LOCALE = List.of("-Duser.language=en", "-Duser.country=US");

    private Jvm() {}

    /** The executable of the JDK that runs this. */
    public static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
