package io.cloudshop.system.consistency;

/** The same with two replicas of orders-api and products-api, who must not get into each other's way. */
class TwoReplicasIT extends ConsistencyIT implements LastUnit, Replays, CartClaims, NetworkFaults {

    TwoReplicasIT() {
        super(2, USUAL_LEASE);
    }
}
