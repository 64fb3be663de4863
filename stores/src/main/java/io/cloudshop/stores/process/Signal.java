package io.cloudshop.stores.process;

import java.util.List;

/** The signals by which processes are ended. */
public enum Signal {
    TERM,
    INT,
    QUIT,
    KILL;

    /** Sends this signal; a process that is gone already is no error. */
    public void send(long pid) {
        Processes.succeeds(List.of("kill", "-" + name(), String.valueOf(pid)));
    }
}
