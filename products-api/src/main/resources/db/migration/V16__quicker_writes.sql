-- What a product costs when it is written, most of it the place of its name: see docs/adr/0026.

-- One look-up a letter is for rare letters. Those of Europe's languages that have one rank each are replaced all at once, the
-- most frequent first, since each is looked for from the left. Both ways give the same key.
ALTER FUNCTION sort_key(text) RENAME TO sort_key_by_letter;

DO $make$
DECLARE
    known record;
BEGIN
    SELECT string_agg(letter, '' ORDER BY place, letter) AS letters, string_agg(base, '' ORDER BY place, letter) AS bases,
           string_agg(accent, '' ORDER BY place, letter) AS accents, string_agg(variant, '' ORDER BY place, letter) AS variants
      INTO STRICT known
      FROM (SELECT *, coalesce(nullif(strpos(
                ' 0eariotnslcudpmhgbfywkvxzjq123456789EARIOTNSLCUDPMHGBFYWKVXZJQ-.,éèêàç', letter), 0), 1000) AS place
              FROM letter
             WHERE letter < chr(x'180'::int) AND length(base) = 1 AND length(accent) = 1 AND length(variant) = 1) frequent;
    EXECUTE format($function$
        CREATE FUNCTION sort_key(name text) RETURNS text LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
        DECLARE
            numbered text COLLATE "C" := normalize(name, NFC);
        BEGIN
            IF numbered ~ '[0-9]' THEN
                numbered := regexp_replace(
                    regexp_replace(numbered, '([0-9]+)', '00000000000000\1', 'g'),
                    '0*([0-9]{15})(?![0-9])', '\1', 'g');
            END IF;
            IF translate(numbered, %1$L, '') <> '' THEN
                RETURN sort_key_by_letter(name);
            END IF;
            RETURN left(translate(numbered, %1$L, %2$L), 250) || chr(1)
                || left(translate(numbered, %1$L, %3$L), 100) || chr(1)
                || left(translate(numbered, %1$L, %4$L), 100);
        END $$$function$, known.letters, known.bases, known.accents, known.variants);
END $make$;

CREATE OR REPLACE FUNCTION place_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.sort_name := sort_key(NEW.name);
    NEW.sort_name_fr := NEW.sort_name;
    -- A product that is new has no translation yet.
    IF TG_OP = 'UPDATE' THEN
        NEW.sort_name_fr := coalesce(
            (SELECT sort_name FROM product_translation WHERE product_id = NEW.id AND lang = 'fr'), NEW.sort_name);
    END IF;
    RETURN NEW;
END $$;

-- Once a statement, which may add a thousand.
DROP TRIGGER product_added_or_removed ON product;
CREATE TRIGGER product_removed AFTER DELETE ON product
    FOR EACH ROW EXECUTE FUNCTION announce_product_change();

CREATE FUNCTION announce_added_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox_event (aggregate_id, type) SELECT id, 'ProductChanged' FROM added;
    RETURN NULL;
END $$;
CREATE TRIGGER products_added AFTER INSERT ON product REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION announce_added_products();
