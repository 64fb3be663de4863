package io.cloudshop.orders;

import com.tngtech.archunit.core.domain.JavaClass;
import io.cloudshop.testing.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {

    /** What the client of Redis tells of an error is a type of Vert.x. */
    @Override
    protected boolean mayBeReactive(JavaClass type) {
        return type.getSimpleName().equals("RedisRefusal");
    }

    /** The order is the aggregate that checkout, cancellation and events are about; it guards its moves itself. */
    @Override
    protected boolean isShared(JavaClass entity) {
        return entity.getSimpleName().equals("Order");
    }
}
