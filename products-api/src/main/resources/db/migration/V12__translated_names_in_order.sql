-- The place of a product among French names: that of its translation, else its own. In the product's row, so that a list in
-- French reads an index, too.
ALTER TABLE product ADD COLUMN sort_name_fr text COLLATE "C";

CREATE OR REPLACE FUNCTION place_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.sort_name := sort_key(NEW.name);
    NEW.sort_name_fr := coalesce(
        (SELECT sort_name FROM product_translation WHERE product_id = NEW.id AND lang = 'fr'), NEW.sort_name);
    RETURN NEW;
END $$;

UPDATE product SET sort_name_fr = coalesce(
    (SELECT sort_name FROM product_translation WHERE product_id = product.id AND lang = 'fr'), sort_name);
ALTER TABLE product ALTER COLUMN sort_name_fr SET NOT NULL;
CREATE INDEX product_by_french_name ON product (sort_name_fr, id) WHERE deleted_at IS NULL;
CREATE INDEX product_by_category_and_french_name ON product (category, sort_name_fr, id) WHERE deleted_at IS NULL;
CREATE INDEX product_sold_out_by_french_name ON product (sort_name_fr, id) WHERE deleted_at IS NULL AND sold_out;

CREATE OR REPLACE FUNCTION announce_translation_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    translated uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.product_id ELSE NEW.product_id END;
BEGIN
    -- Has the trigger find the product's place anew.
    UPDATE product SET sort_name = sort_name WHERE id = translated;
    INSERT INTO outbox_event (aggregate_id, type) VALUES (translated, 'ProductChanged');
    RETURN NULL;
END $$;
