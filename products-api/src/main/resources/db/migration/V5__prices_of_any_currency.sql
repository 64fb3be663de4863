-- Digits after the point as the JDK has them (ISO 4217): what a price may have, and what the service can read again.
CREATE FUNCTION currency_decimals(currency text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 3
        WHEN currency IN ('ADP', 'BEF', 'BIF', 'BYB', 'BYR', 'CLP', 'DJF', 'ESP', 'GNF', 'GRD', 'ISK', 'ITL', 'JPY', 'KMF', 'KRW',
                          'LUF', 'MGF', 'PTE', 'PYG', 'ROL', 'RWF', 'TPE', 'TRL', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF',
                          'XPF') THEN 0
        WHEN currency = 'CLF' THEN 4
        ELSE 2
    END;

-- A number without a scale of its own: no row is rewritten.
DROP TRIGGER product_changed ON product;
ALTER TABLE product
    ALTER COLUMN price TYPE numeric,
    ADD CONSTRAINT product_price_is_money
        CHECK (price < 10000000000 AND scale(trim_scale(price)) <= currency_decimals(currency));
CREATE TRIGGER product_changed AFTER UPDATE ON product
    FOR EACH ROW WHEN (
        (OLD.sku, OLD.name, OLD.description, OLD.category, OLD.price, OLD.created_at, OLD.deleted_at, OLD.available > 0)
        IS DISTINCT FROM
        (NEW.sku, NEW.name, NEW.description, NEW.category, NEW.price, NEW.created_at, NEW.deleted_at, NEW.available > 0))
    EXECUTE FUNCTION announce_product_change();
ALTER TABLE reservation_line ALTER COLUMN unit_price TYPE numeric;
