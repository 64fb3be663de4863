CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A product and its stock in one row, so that one conditional update decides who gets the last unit.
--   supplied   every unit ever put on the shelf less those adjusted away
--   sold       units of confirmed reservations
--   held       units of reservations that are not confirmed yet
--   available  what can still be sold; on hand is available + held
CREATE TABLE product (
    id          uuid          PRIMARY KEY,
    sku         text          NOT NULL CHECK (sku ~ '^[A-Z0-9-]{3,32}$'),
    name        text          NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    description text          NOT NULL DEFAULT '' CHECK (length(description) <= 5000),
    category    text          NOT NULL CHECK (length(category) BETWEEN 1 AND 60),
    price       numeric(12,2) NOT NULL CHECK (price >= 0),
    currency    text          NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    image_url   text          CHECK (length(image_url) <= 500),
    supplied    bigint        NOT NULL DEFAULT 0,
    sold        bigint        NOT NULL DEFAULT 0 CHECK (sold >= 0),
    held        bigint        NOT NULL DEFAULT 0 CHECK (held >= 0),
    available   bigint        NOT NULL GENERATED ALWAYS AS (supplied - sold - held) STORED,
    version     integer       NOT NULL DEFAULT 0,
    created_at  timestamptz   NOT NULL DEFAULT now(),
    updated_at  timestamptz   NOT NULL DEFAULT now(),
    deleted_at  timestamptz,
    -- Order of names as people expect it, the same on every machine and in the search index.
    sort_name   text          COLLATE "C" NOT NULL GENERATED ALWAYS AS (lower(name)) STORED,
    -- For the search that works without the search index.
    search_text tsvector      NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('english', name), 'A')
        || setweight(to_tsvector('english', category), 'B')
        || setweight(to_tsvector('english', description), 'C')) STORED,
    CONSTRAINT product_not_oversold CHECK (supplied - sold - held >= 0)
) WITH (fillfactor = 80); -- stock changes often: leave room for updates in the same page

-- The sku of a deleted product may be used again.
CREATE UNIQUE INDEX product_sku_is_unique ON product (sku) WHERE deleted_at IS NULL;

-- One index for each order of the list, with and without a category. None on the stock columns: their updates stay
-- index-free (heap-only).
CREATE INDEX product_by_name ON product (sort_name, id) WHERE deleted_at IS NULL;
CREATE INDEX product_by_price ON product (price, id) WHERE deleted_at IS NULL;
CREATE INDEX product_by_age ON product (created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX product_by_category_and_name ON product (category, sort_name, id) WHERE deleted_at IS NULL;
CREATE INDEX product_by_category_and_price ON product (category, price, id) WHERE deleted_at IS NULL;
CREATE INDEX product_by_category_and_age ON product (category, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX product_by_text ON product USING gin (search_text) WHERE deleted_at IS NULL;
CREATE INDEX product_by_similar_name ON product USING gin (name gin_trgm_ops) WHERE deleted_at IS NULL;

-- Every change of what is on hand, for ever: the sum of a product's rows is its supplied - sold.
CREATE TABLE stock_movement (
    id         uuid        PRIMARY KEY,
    product_id uuid        NOT NULL REFERENCES product (id),
    kind       text        NOT NULL CHECK (kind IN ('INITIAL', 'ADJUSTMENT', 'SALE', 'RETURN')),
    delta      bigint      NOT NULL CHECK (delta <> 0),
    reason     text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    actor      text        NOT NULL,
    order_id   uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((kind IN ('SALE', 'RETURN')) = (order_id IS NOT NULL))
);
CREATE INDEX stock_movement_by_product ON stock_movement (product_id, created_at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER stock_movement_is_append_only BEFORE UPDATE OR DELETE ON stock_movement
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Whoever changes what search knows of a product tells the search index: the service, an import, a hand-written UPDATE.
-- A sale does so only when it takes the last unit or brings the first one back.
CREATE FUNCTION announce_product_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox_event (aggregate_id, type) VALUES (coalesce(NEW.id, OLD.id), 'ProductChanged');
    RETURN NULL;
END $$;
CREATE TRIGGER product_added_or_removed AFTER INSERT OR DELETE ON product
    FOR EACH ROW EXECUTE FUNCTION announce_product_change();
CREATE TRIGGER product_changed AFTER UPDATE ON product
    FOR EACH ROW WHEN (
        (OLD.sku, OLD.name, OLD.description, OLD.category, OLD.price, OLD.created_at, OLD.deleted_at, OLD.available > 0)
        IS DISTINCT FROM
        (NEW.sku, NEW.name, NEW.description, NEW.category, NEW.price, NEW.created_at, NEW.deleted_at, NEW.available > 0))
    EXECUTE FUNCTION announce_product_change();
