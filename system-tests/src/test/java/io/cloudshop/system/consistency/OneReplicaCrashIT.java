package io.cloudshop.system.consistency;

/** Everybody dies at every step: with one replica of each service, whoever died has to come back. */
class OneReplicaCrashIT extends ConsistencyIT implements CrashMatrix {

    OneReplicaCrashIT() {
        super(1, SHORT_LEASE);
    }
}
