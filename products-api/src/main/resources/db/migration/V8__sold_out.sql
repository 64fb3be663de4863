-- What is sold out is found without a look at all the rest, and what is not is counted in the indexes alone. A sale that leaves
-- some units changes none of these indexes, so it stays a heap-only update.
ALTER TABLE product ADD COLUMN sold_out boolean NOT NULL GENERATED ALWAYS AS (supplied - sold - held = 0) STORED;
CREATE INDEX product_sold_out_by_name ON product (sort_name, id) WHERE deleted_at IS NULL AND sold_out;
CREATE INDEX product_sold_out_by_price ON product (price, id) WHERE deleted_at IS NULL AND sold_out;
CREATE INDEX product_sold_out_by_age ON product (created_at DESC, id DESC) WHERE deleted_at IS NULL AND sold_out;

DROP INDEX product_by_name, product_by_price, product_by_age;
DROP INDEX product_by_category_and_name, product_by_category_and_price, product_by_category_and_age;
CREATE INDEX product_by_name ON product (sort_name, id) INCLUDE (sold_out) WHERE deleted_at IS NULL;
CREATE INDEX product_by_price ON product (price, id) INCLUDE (sold_out) WHERE deleted_at IS NULL;
CREATE INDEX product_by_age ON product (created_at DESC, id DESC) INCLUDE (sold_out) WHERE deleted_at IS NULL;
CREATE INDEX product_by_category_and_name ON product (category, sort_name, id) INCLUDE (sold_out) WHERE deleted_at IS NULL;
CREATE INDEX product_by_category_and_price ON product (category, price, id) INCLUDE (sold_out) WHERE deleted_at IS NULL;
CREATE INDEX product_by_category_and_age ON product (category, created_at DESC, id DESC) INCLUDE (sold_out) WHERE deleted_at IS NULL;
