-- What products and categories are called in other languages than English, which is the catalogue's own. What is not here is
-- shown in English. Only texts differ by language: a category's name in English stays what filters go by.
CREATE SEQUENCE translation_revision;

-- Without what stands above and below letters: people leave it out when they type.
CREATE FUNCTION without_accents(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(normalize(typed, NFKD), '[\u0300-\u036F]', '', 'g');

CREATE TABLE product_translation (
    product_id  uuid   NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    lang        text   NOT NULL CHECK (lang IN ('fr')),
    name        text   NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    description text   NOT NULL DEFAULT '' CHECK (length(description) <= 5000),
    -- Another one with each change: caches hear of it by the entity tag.
    revision    bigint NOT NULL DEFAULT nextval('translation_revision'),
    sort_name   text   COLLATE "C" NOT NULL,
    -- For the search that works without the search index.
    search_text tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('french', without_accents(name)), 'A')
        || setweight(to_tsvector('french', without_accents(description)), 'C')) STORED,
    PRIMARY KEY (product_id, lang)
);
CREATE INDEX product_translation_by_text ON product_translation USING gin (search_text);
CREATE INDEX product_translation_by_similar_name ON product_translation USING gin (name gin_trgm_ops);

CREATE TABLE category_translation (
    category text NOT NULL REFERENCES category (name) ON UPDATE CASCADE ON DELETE CASCADE,
    lang     text NOT NULL CHECK (lang IN ('fr')),
    name     text NOT NULL CHECK (name = one_line(name) AND length(name) BETWEEN 1 AND 60),
    PRIMARY KEY (category, lang)
);

CREATE FUNCTION place_translated_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.sort_name := sort_key(NEW.name);
    IF TG_OP = 'UPDATE' THEN
        NEW.revision := nextval('translation_revision');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER product_translation_has_its_place BEFORE INSERT OR UPDATE ON product_translation
    FOR EACH ROW EXECUTE FUNCTION place_translated_name();

-- The search index holds translations, too.
CREATE FUNCTION announce_translation_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox_event (aggregate_id, type)
    VALUES (CASE TG_OP WHEN 'DELETE' THEN OLD.product_id ELSE NEW.product_id END, 'ProductChanged');
    RETURN NULL;
END $$;
CREATE TRIGGER product_translation_changed AFTER INSERT OR UPDATE OR DELETE ON product_translation
    FOR EACH ROW EXECUTE FUNCTION announce_translation_change();

CREATE FUNCTION announce_category_translation_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outbox_event (aggregate_id, type)
    SELECT id, 'ProductChanged' FROM product
     WHERE deleted_at IS NULL AND category = CASE TG_OP WHEN 'DELETE' THEN OLD.category ELSE NEW.category END;
    RETURN NULL;
END $$;
CREATE TRIGGER category_translation_changed AFTER INSERT OR UPDATE OR DELETE ON category_translation
    FOR EACH ROW EXECUTE FUNCTION announce_category_translation_change();
