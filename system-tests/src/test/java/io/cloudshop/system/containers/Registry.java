package io.cloudshop.system.containers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The registry on this machine that images are pushed to. */
final class Registry {

    static final String ADDRESS = System.getProperty("containers.registry");

    private static final int CONNECT_MILLIS = 2_000;

    private Registry() {}

    static boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://" + ADDRESS + "/v2/").toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            return connection.getResponseCode() < 500;
        } catch (IOException e) {
            return false;
        }
    }
}
