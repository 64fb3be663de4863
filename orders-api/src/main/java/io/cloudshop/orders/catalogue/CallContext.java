package io.cloudshop.orders.catalogue;

import io.cloudshop.defaults.request.RequestId;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Hands the request id on, so that one id leads through both services' logs. Before the filter that gets a token: whoever
 * waits for a token that another call is getting goes on in that call's context, and would take its id.
 */
@Priority(Priorities.AUTHENTICATION - 1)
public class CallContext implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext call) {
        String id = RequestId.current();
        if (id != null) {
            call.getHeaders().putSingle(RequestId.HEADER, id);
        }
    }
}
