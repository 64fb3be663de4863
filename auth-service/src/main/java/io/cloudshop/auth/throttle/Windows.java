package io.cloudshop.auth.throttle;

import java.time.Duration;
import java.util.List;

/** Where attempts are counted. Each call is at once or not at all, whoever else calls. */
interface Windows {

    /**
     * Puts an attempt into each of some windows, or into none of them.
     *
     * @param entered what the attempt takes room in
     * @param watched what must have room, too
     * @return zero if it is admitted, else how long until there is room in all of them
     */
    Duration admit(List<Window> entered, List<Window> watched);

    /** Puts an attempt into a window, room or not. */
    void enter(Window window);

    /** Takes all attempts out. */
    void clear(List<Window> windows);
}
