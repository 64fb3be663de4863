-- What the customer was told that it costs; null where they did not say. An order at another total is rejected.
ALTER TABLE orders
    ADD COLUMN expected_total    numeric CHECK (expected_total >= 0),
    ADD COLUMN expected_currency text CHECK (expected_currency ~ '^[A-Z]{3}$'),
    ADD CHECK ((expected_total IS NULL) = (expected_currency IS NULL));

-- The edit of the cart that put the line there, which is the order's claim on it: a line of a cart is ordered once. An
-- order that is rejected or cancelled gives its claims up.
ALTER TABLE order_line ADD COLUMN cart_edit uuid;
CREATE UNIQUE INDEX order_line_ordered_once ON order_line (cart_edit, product_id) WHERE cart_edit IS NOT NULL;
