package io.cloudshop.products.testing;

import io.cloudshop.stores.testing.PostgresTestResource;
import io.cloudshop.stores.testing.RedisTestResource;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the running service on a real PostgreSQL and a real OpenSearch. */
@QuarkusTest
@QuarkusTestResource(value = PostgresTestResource.class, initArgs = @ResourceArg(name = "database", value = "products"))
@QuarkusTestResource(RedisTestResource.class)
@QuarkusTestResource(SearchEngine.class)
@QuarkusTestResource(TestTokens.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProductsTest {}
