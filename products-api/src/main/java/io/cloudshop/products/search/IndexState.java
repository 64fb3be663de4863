package io.cloudshop.products.search;

/** What is behind the aliases of the search index. */
enum IndexState {
    GOOD("it is as it should be"),
    MISSING("there is no index behind its aliases"),
    FOREIGN("what is behind its aliases was not made by this service"),
    OF_ANOTHER_VERSION("it is of another version of this service");

    private final String description;

    IndexState(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
