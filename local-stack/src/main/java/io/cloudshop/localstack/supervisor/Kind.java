package io.cloudshop.localstack.supervisor;

/** What a component is for the shop. */
public enum Kind {
    service,
    store
}
