package io.cloudshop.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the build put into this artifact. */
public final class Versions {

    public static final String CLOUDSHOP;
    public static final String POSTGRESQL;
    public static final String OPENSEARCH;

    static {
        Properties versions = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CLOUDSHOP = versions.getProperty("cloudshop");
        POSTGRESQL = versions.getProperty("postgresql");
        OPENSEARCH = versions.getProperty("opensearch");
    }

    private Versions() {}
}
