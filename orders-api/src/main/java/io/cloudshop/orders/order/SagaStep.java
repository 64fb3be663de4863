package io.cloudshop.orders.order;

/** What has to be done next for an order. Each step is idempotent by order id, so that it may be done again. */
public enum SagaStep {
    /** Hold the stock and learn the prices. */
    RESERVE,
    /** Have the payment provider set the money aside. */
    AUTHORISE,
    /** Turn the held stock into sold stock. */
    CONFIRM,
    /** Take the money; the order is confirmed with it. */
    CAPTURE,
    /** Take what was ordered out of the cart. */
    EMPTY_CART,
    /** Undo an authorisation. */
    VOID,
    /** Give captured money back. */
    REFUND,
    /** Give the stock back, held or sold. */
    RELEASE,
    /** Nothing. */
    DONE
}
