package io.cloudshop.system.consistency;

/** The promise of docs/consistency.md with one replica of each service: whoever dies has to come back. */
class OneReplicaIT extends ConsistencyIT implements LastUnit, CrashMatrix, Replays, NetworkFaults {

    OneReplicaIT() {
        super(1);
    }
}
