package io.cloudshop.gateway;

import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.HangUpContract;
import io.cloudshop.testing.TestTokens;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@GatewayTest
class HangUpTest extends HangUpContract {

    @BeforeEach
    void theUpstreamReads() {
        Upstreams.ORDERS.does(connection -> connection.readToEnd());
    }

    @AfterEach
    void theUpstreamAnswers() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
    }

    @Override
    protected List<String> heads() {
        String headers = " HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + TestTokens.admin() + "\r\n";
        return List.of("POST /api/v1/orders" + headers);
    }
}
