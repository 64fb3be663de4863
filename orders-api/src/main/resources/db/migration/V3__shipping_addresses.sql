-- The limits of the API, once more where nothing gets past them.
UPDATE orders SET country = upper(btrim(country))
 WHERE country <> upper(btrim(country)) AND btrim(country) ~ '^[A-Za-z]{2}$';

ALTER TABLE orders
    ADD CHECK (length(name) BETWEEN 1 AND 100),
    ADD CHECK (length(street) BETWEEN 1 AND 200),
    ADD CHECK (length(postal_code) BETWEEN 1 AND 20),
    ADD CHECK (length(city) BETWEEN 1 AND 100),
    ADD CHECK (length(country) BETWEEN 1 AND 60);

-- Orders from before may name their country in whatever words their customers chose; nobody rewrites an address.
DO $$
BEGIN
    EXECUTE format(
        'ALTER TABLE orders ADD CONSTRAINT orders_country_is_a_code CHECK (country ~ ''^[A-Z]{2}$'' OR created_at < %L)', now());
END $$;
