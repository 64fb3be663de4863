-- Customers who have deleted their account: ids that lead to nobody any more. Orders of theirs that are finished say neither who
-- nor where; those on their way say so until they are, or nobody could deliver them. The rule is the table's, so that it holds
-- for whatever finishes an order, also one that was being placed when the account was deleted.
CREATE TABLE erased_customer (
    user_id   uuid        PRIMARY KEY,
    erased_at timestamptz NOT NULL
);

ALTER TABLE orders
    ALTER COLUMN name DROP NOT NULL,
    ALTER COLUMN street DROP NOT NULL,
    ALTER COLUMN postal_code DROP NOT NULL,
    ALTER COLUMN city DROP NOT NULL,
    ALTER COLUMN country DROP NOT NULL,
    ALTER COLUMN payment_token DROP NOT NULL,
    ADD CONSTRAINT orders_address_is_whole CHECK (num_nulls(name, street, postal_code, city, country, payment_token) IN (0, 6)),
    ADD CONSTRAINT orders_address_until_done CHECK (name IS NOT NULL OR status IN ('DELIVERED', 'CANCELLED', 'REJECTED'));

CREATE FUNCTION forget_erased_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM erased_customer WHERE user_id = NEW.user_id) THEN
        NEW.name := NULL;
        NEW.street := NULL;
        NEW.postal_code := NULL;
        NEW.city := NULL;
        NEW.country := NULL;
        NEW.payment_token := NULL;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER orders_forget_erased_customer BEFORE UPDATE ON orders
    FOR EACH ROW WHEN (NEW.status IN ('DELIVERED', 'CANCELLED', 'REJECTED'))
    EXECUTE FUNCTION forget_erased_customer();
