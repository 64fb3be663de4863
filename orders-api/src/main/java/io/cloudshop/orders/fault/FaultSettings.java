package io.cloudshop.orders.fault;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where tests stop the process. */
@ConfigMapping(prefix = "cloudshop.faults")
public interface FaultSettings {

    /** The folder with a file for each point at which something happens. Default none; never in production. */
    Optional<Path> folder();
}
