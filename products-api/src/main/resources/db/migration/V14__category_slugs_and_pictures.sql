-- How a category stands in an address: letters without accents and digits, small, and hyphens for all else.
CREATE FUNCTION slug_of(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(left(btrim(regexp_replace(
        lower(without_accents(name) COLLATE people), '[^[:alnum:]]+', '-', 'g'), '-'), 60), '-');

-- For a name of nothing but signs, and for one whose slug another category has.
CREATE FUNCTION own_slug_of(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(slug_of(name) || '-' || left(md5(category_key(name)), 8), '-');

ALTER TABLE category ADD COLUMN slug text,
    -- Null: that of its first product
    ADD COLUMN image_url text CHECK (length(image_url) <= 500);
UPDATE category SET slug = CASE WHEN place = 1 AND slug_of(category.name) <> '' THEN slug_of(category.name)
                                ELSE own_slug_of(category.name) END
  FROM (SELECT name, row_number() OVER (PARTITION BY slug_of(name) ORDER BY name) AS place FROM category) placed
 WHERE placed.name = category.name;
-- It stays when the name changes, so that addresses do.
ALTER TABLE category ALTER COLUMN slug SET NOT NULL,
    ADD CONSTRAINT category_slug_is_its_own UNIQUE (slug),
    ADD CONSTRAINT category_slug_is_written_one_way CHECK (slug <> '' AND slug = slug_of(slug));

CREATE FUNCTION give_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.slug := slug_of(NEW.name);
    IF NEW.slug = '' OR EXISTS (SELECT FROM category WHERE slug = NEW.slug) THEN
        NEW.slug := own_slug_of(NEW.name);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER category_has_a_slug BEFORE INSERT ON category
    FOR EACH ROW EXECUTE FUNCTION give_slug();

CREATE OR REPLACE FUNCTION spell_category() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    spelt text;
BEGIN
    PERFORM FROM category WHERE name = NEW.category;
    IF FOUND THEN
        RETURN NEW;
    END IF;
    SELECT name INTO spelt FROM category WHERE key = category_key(NEW.category);
    IF NOT FOUND THEN
        -- Nothing is added where somebody else has just added it, or another name of the same slug; that one is seen now.
        FOR attempt IN 1..2 LOOP
            INSERT INTO category (name)
            SELECT one_line(NEW.category)
             WHERE NOT EXISTS (SELECT FROM category WHERE key = category_key(NEW.category))
                ON CONFLICT DO NOTHING;
        END LOOP;
        SELECT name INTO STRICT spelt FROM category WHERE key = category_key(NEW.category);
    END IF;
    NEW.category := spelt;
    RETURN NEW;
END $$;
