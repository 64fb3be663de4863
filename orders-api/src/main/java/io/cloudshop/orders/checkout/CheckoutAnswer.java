package io.cloudshop.orders.checkout;

import jakarta.ws.rs.core.Response;

/** The answer to a checkout, as it is stored and sent: the first time and every time after. */
record CheckoutAnswer(int status, String mediaType, String location, String body) {

    Response toResponse(boolean replayed) {
        Response.ResponseBuilder response =
                Response.status(status).type(mediaType).entity(body);
        if (location != null) {
            response.header("Location", location);
        }
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }
}
