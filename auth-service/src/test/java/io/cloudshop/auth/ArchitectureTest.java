package io.cloudshop.auth;

import com.tngtech.archunit.core.domain.JavaClass;
import io.cloudshop.testing.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {

    /** The answers of Redis, also to blocking calls, are types of Vert.x. */
    @Override
    protected boolean mayBeReactive(JavaClass type) {
        return type.getSimpleName().equals("SharedWindows");
    }
}
