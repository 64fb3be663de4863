package io.cloudshop.products.search;

/** What has become of a rebuild. One that failed has changed nothing: the index before it is still searched. */
public enum RebuildStatus {
    RUNNING,
    COMPLETED,
    FAILED
}
