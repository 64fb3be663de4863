package io.cloudshop.launcher.supervisor;

import java.time.Duration;

/** What happens to components after the start; implementations are called from several threads. */
public interface Events {

    /** A component ended by itself and is started again after the delay. */
    void died(String component, String how, Duration delay);

    /** A developer runs it in dev mode from now on. */
    void standsAside(String component);

    /** It answers again. */
    void isBack(String component, Duration after);
}
