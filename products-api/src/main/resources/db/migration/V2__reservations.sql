-- One row an order, whatever happens to it: a released or expired one stays, so that a late duplicate of the call that
-- made it cannot hold stock again. A release that arrives before the reservation leaves a RELEASED row without lines.
CREATE TABLE reservation (
    order_id   uuid        PRIMARY KEY,
    status     text        NOT NULL CHECK (status IN ('HELD', 'CONFIRMED', 'RELEASED', 'EXPIRED', 'RETURNED')),
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
-- What the expiry job looks for, and nothing else.
CREATE INDEX reservation_due ON reservation (expires_at) WHERE status = 'HELD';

CREATE TABLE reservation_line (
    order_id   uuid          NOT NULL REFERENCES reservation (order_id),
    product_id uuid          NOT NULL REFERENCES product (id),
    sku        text          NOT NULL,
    name       text          NOT NULL,
    quantity   integer       NOT NULL CHECK (quantity > 0),
    unit_price numeric(12,2) NOT NULL CHECK (unit_price >= 0),
    currency   text          NOT NULL,
    PRIMARY KEY (order_id, product_id)
);
CREATE INDEX reservation_line_by_product ON reservation_line (product_id);
