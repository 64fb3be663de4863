package io.cloudshop.system.consistency;

/** The promise of docs/consistency.md with one replica of each service. */
class OneReplicaIT extends ConsistencyIT implements LastUnit, Replays, CartClaims, NetworkFaults {

    OneReplicaIT() {
        super(1, USUAL_LEASE);
    }
}
