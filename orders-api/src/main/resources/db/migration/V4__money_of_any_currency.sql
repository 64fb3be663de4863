-- Amounts at their currency's own scale, and totals above the limit of a price. No row is rewritten.
ALTER TABLE orders ALTER COLUMN total TYPE numeric;
ALTER TABLE order_line ALTER COLUMN unit_price TYPE numeric;
ALTER TABLE sandbox_provider.payment ALTER COLUMN amount TYPE numeric;
