package io.cloudshop.orders.catalogue;

import io.cloudshop.defaults.request.RequestId;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Hands the request id on, so that one id leads through both services' logs. */
public class CallContext implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext call) {
        String id = RequestId.current();
        if (id != null) {
            call.getHeaders().putSingle(RequestId.HEADER, id);
        }
    }
}
