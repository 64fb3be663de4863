package io.cloudshop.frontend;

import com.tngtech.archunit.core.domain.JavaClass;
import io.cloudshop.testing.ArchitectureContract;
import java.util.List;

class ArchitectureTest extends ArchitectureContract {

    /** Files from memory are handed to the connection itself, and what is said of a product comes on the same thread. */
    @Override
    protected boolean mayBeReactive(JavaClass type) {
        return List.of("io.cloudshop.frontend.delivery", "io.cloudshop.frontend.seo")
                .contains(type.getPackageName());
    }
}
