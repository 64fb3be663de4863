package io.cloudshop.gateway;

import com.tngtech.archunit.core.domain.JavaClass;
import io.cloudshop.testing.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {

    /** It streams: a thread for each body that passes would be its limit. */
    @Override
    protected boolean mayBeReactive(JavaClass type) {
        return true;
    }
}
