package io.cloudshop.orders;

import com.tngtech.archunit.core.domain.JavaClass;
import io.cloudshop.testing.ArchitectureContract;
import java.util.Set;

class ArchitectureTest extends ArchitectureContract {

    /** The answers of Redis, also to blocking calls, are types of Vert.x. */
    @Override
    protected boolean mayBeReactive(JavaClass type) {
        return Set.of("Carts", "RedisRefusal").contains(type.getSimpleName());
    }

    /** The order is the aggregate that checkout, cancellation and events are about; it guards its moves itself. */
    @Override
    protected boolean isShared(JavaClass entity) {
        return entity.getSimpleName().equals("Order");
    }
}
