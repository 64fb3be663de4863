package io.cloudshop.system.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the packaged shop, which its constructor is given. All of these run one after the other before any other
 * test, so that the shop is started once and is gone when the machine is needed for other things.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedShop.class)
@Order(LocalShopNeeded.FIRST)
@interface LocalShopNeeded {

    int FIRST = 1;

    /** For the tests that stop the shop. */
    int LAST = 2;
}
