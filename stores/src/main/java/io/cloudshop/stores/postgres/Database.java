package io.cloudshop.stores.postgres;

/**
 * A database and the role of the same name that owns it.
 *
 * @param name name of both, lower-case letters
 * @param password the role's password
 */
public record Database(String name, String password) {

    public Database {
        if (!name.matches("[a-z]+")) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
    }

    @Override
    public String toString() {
        return "Database[name=" + name + "]";
    }
}
