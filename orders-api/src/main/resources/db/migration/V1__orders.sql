-- An order and where its checkout stands. The row is the saga's state: what is written here survives every crash.
CREATE SEQUENCE order_number;

CREATE TABLE orders (
    id               uuid PRIMARY KEY,
    number           bigint        NOT NULL UNIQUE DEFAULT nextval('order_number'),
    user_id          uuid          NOT NULL,
    status           text          NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REJECTED')),
    rejection_reason text          CHECK ((status = 'REJECTED') = (rejection_reason IS NOT NULL)),
    currency         text          CHECK (currency ~ '^[A-Z]{3}$'),
    total            numeric(12,2) CHECK (total >= 0),
    name             text          NOT NULL,
    street           text          NOT NULL,
    postal_code      text          NOT NULL,
    city             text          NOT NULL,
    country          text          NOT NULL,
    payment_token    text          NOT NULL,
    from_cart        boolean       NOT NULL,
    -- The saga: the step to be done next, who may do it until when, and when to give up.
    step             text          NOT NULL CHECK (step IN ('RESERVE', 'AUTHORISE', 'CONFIRM', 'CAPTURE', 'EMPTY_CART', 'VOID', 'REFUND', 'RELEASE', 'DONE')),
    attempts         integer       NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at  timestamptz   NOT NULL,
    deadline         timestamptz   NOT NULL,
    created_at       timestamptz   NOT NULL,
    updated_at       timestamptz   NOT NULL,
    version          bigint        NOT NULL DEFAULT 0,
    -- Money is known before anything is charged, and a status never outruns its step.
    CHECK ((total IS NULL) = (currency IS NULL)),
    CHECK (total IS NOT NULL OR step IN ('RESERVE', 'VOID', 'RELEASE', 'DONE')),
    CHECK (status <> 'PENDING' OR step IN ('RESERVE', 'AUTHORISE', 'CONFIRM', 'CAPTURE')),
    CHECK (status NOT IN ('CONFIRMED', 'SHIPPED', 'DELIVERED') OR (total IS NOT NULL AND step IN ('EMPTY_CART', 'DONE'))),
    CHECK (status <> 'CANCELLED' OR step IN ('REFUND', 'RELEASE', 'DONE')),
    CHECK (status <> 'REJECTED' OR step IN ('VOID', 'RELEASE', 'DONE'))
);
CREATE INDEX orders_of_user ON orders (user_id, id DESC);
CREATE INDEX orders_by_status ON orders (status, id DESC);
CREATE INDEX orders_due ON orders (next_attempt_at) WHERE step <> 'DONE';

CREATE TABLE order_line (
    order_id   uuid          NOT NULL REFERENCES orders ON DELETE CASCADE,
    position   smallint      NOT NULL,
    product_id uuid          NOT NULL,
    quantity   integer       NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    -- From the reservation, never from the client; null until there is one.
    sku        text,
    name       text,
    unit_price numeric(12,2) CHECK (unit_price >= 0),
    PRIMARY KEY (order_id, position),
    UNIQUE (order_id, product_id)
);

-- Who moved an order from where to where, when.
CREATE TABLE order_audit (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id    uuid        NOT NULL REFERENCES orders ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    actor       text        NOT NULL,
    from_status text,
    to_status   text        NOT NULL,
    reason      text
);
CREATE INDEX order_audit_of_order ON order_audit (order_id, id);

-- One row a user and Idempotency-Key: the promise that a repeated checkout is the same checkout.
CREATE TABLE idempotency_key (
    user_id     uuid        NOT NULL,
    key         text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    fingerprint bytea       NOT NULL CHECK (length(fingerprint) = 32),
    order_id    uuid        NOT NULL UNIQUE REFERENCES orders,
    created_at  timestamptz NOT NULL,
    -- The answer, null while the first request is still running.
    status      integer     CHECK (status BETWEEN 200 AND 499),
    media_type  text,
    location    text,
    body        text,
    PRIMARY KEY (user_id, key),
    CHECK ((status IS NULL) = (body IS NULL) AND (status IS NULL) = (media_type IS NULL))
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- The books of the sandbox payment provider: a company of its own that happens to live in the same database. One row an
-- order, so that nothing can be charged twice.
CREATE SCHEMA sandbox_provider;
CREATE TABLE sandbox_provider.payment (
    order_id   uuid PRIMARY KEY,
    state      text          NOT NULL CHECK (state IN ('AUTHORIZED', 'CAPTURED', 'REFUNDED', 'VOIDED', 'DECLINED')),
    amount     numeric(12,2) NOT NULL CHECK (amount >= 0),
    currency   text          NOT NULL,
    updated_at timestamptz   NOT NULL DEFAULT now()
);
