package io.cloudshop.frontend;

import com.tngtech.archunit.core.domain.JavaClass;
import io.cloudshop.testing.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {

    /** Files from memory are handed to the connection itself: there is nothing to wait for. */
    @Override
    protected boolean mayBeReactive(JavaClass type) {
        return type.getPackageName().equals("io.cloudshop.frontend.delivery");
    }
}
