package io.cloudshop.system.consistency;

/** The same with two replicas of orders-api and products-api: whoever is left goes on. */
class TwoReplicasIT extends ConsistencyIT implements LastUnit, CrashMatrix, Replays, NetworkFaults {

    TwoReplicasIT() {
        super(2);
    }
}
