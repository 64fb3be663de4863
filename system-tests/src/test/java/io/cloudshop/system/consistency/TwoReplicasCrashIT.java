package io.cloudshop.system.consistency;

/** The same with two replicas of orders-api and products-api: whoever is left goes on. */
class TwoReplicasCrashIT extends ConsistencyIT implements CrashMatrix {

    TwoReplicasCrashIT() {
        super(2, SHORT_LEASE);
    }
}
