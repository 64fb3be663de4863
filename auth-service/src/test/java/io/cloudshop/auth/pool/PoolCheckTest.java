package io.cloudshop.auth.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.testing.PoolContract;
import io.quarkus.runtime.Startup;
import io.smallrye.config.SmallRyeConfig;

class PoolCheckTest extends PoolContract {

    PoolCheckTest() {
        super("auth-service");
    }

    @Override
    protected void mustFit(SmallRyeConfig settings, int poolSize) {
        PoolCheck.shares().mustFit(poolSize);
    }

    @Override
    protected void start(SmallRyeConfig settings) {
        assertThat(PoolCheck.class).hasAnnotation(Startup.class);
        new PoolCheck();
    }
}
