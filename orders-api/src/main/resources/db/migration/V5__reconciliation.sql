-- What changed since the last look, in our book and in the sandbox provider's, and what has been on its way for long.
CREATE INDEX orders_by_change ON orders (updated_at);
CREATE INDEX orders_unfinished ON orders (updated_at) WHERE step <> 'DONE';
CREATE INDEX payment_by_change ON sandbox_provider.payment (updated_at);

-- Where the comparison of the books stands, for all replicas: who is at it, what was looked at, one row for ever.
CREATE TABLE reconciliation (
    one           boolean     PRIMARY KEY DEFAULT true CHECK (one),
    leased_until  timestamptz NOT NULL DEFAULT '-infinity',
    -- Changes before this moment have been looked at.
    checked_until timestamptz NOT NULL DEFAULT now(),
    -- How far the round through all orders is; null at its beginning.
    swept_until   uuid
);
INSERT INTO reconciliation DEFAULT VALUES;

-- Orders whose books did not agree when they were last looked at.
CREATE TABLE reconciliation_mismatch (
    order_id uuid        PRIMARY KEY,
    problem  text        NOT NULL,
    found_at timestamptz NOT NULL DEFAULT now()
);
