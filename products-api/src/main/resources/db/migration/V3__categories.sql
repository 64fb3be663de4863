-- How case is mapped and how letters are ordered must not depend on the locale that the cluster was made with.
CREATE COLLATION people (provider = icu, locale = 'und');

-- What people type on one line: composed (NFC), runs of white space as one blank, nothing invisible, no blanks around it.
CREATE FUNCTION one_line(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(
        regexp_replace(normalize(typed, NFC), '[\u00AD\u200B\u2060\uFEFF]', '', 'g'),
        '[\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ', 'g'));

-- Equal for two spellings of the same category: upper case first, so that STRASSE is Straße.
CREATE FUNCTION category_key(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN normalize(
        lower(upper(
            regexp_replace(normalize(one_line(typed), NFKC), '[\u200C-\u200F\uFE0E\uFE0F]', '', 'g') COLLATE people)
            COLLATE people),
        NFKC);

-- A category is spelt as it was spelt first. To spell it otherwise, update its name: its products follow.
CREATE TABLE category (
    name text PRIMARY KEY CHECK (name = one_line(name) AND length(name) BETWEEN 1 AND 60),
    key  text NOT NULL UNIQUE GENERATED ALWAYS AS (category_key(name)) STORED CHECK (key <> '')
);

-- Spellings that are there already: the oldest product on offer has the say, and caches hear of it by the version.
INSERT INTO category (name)
SELECT DISTINCT ON (category_key(category)) one_line(category)
  FROM product ORDER BY category_key(category), deleted_at IS NOT NULL, created_at, id;
UPDATE product SET category = category.name, version = version + 1, updated_at = now()
  FROM category WHERE category.key = category_key(product.category) AND category.name <> product.category;

ALTER TABLE product ADD CONSTRAINT product_category_is_known
    FOREIGN KEY (category) REFERENCES category (name) ON UPDATE CASCADE;

-- Whoever writes a product, the service, an import or a hand, it lands in the category that is there already.
CREATE FUNCTION spell_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO category (name)
    SELECT one_line(NEW.category)
     WHERE NOT EXISTS (SELECT FROM category WHERE key = category_key(NEW.category))
        ON CONFLICT DO NOTHING;
    SELECT name INTO STRICT NEW.category FROM category WHERE key = category_key(NEW.category);
    RETURN NEW;
END $$;
CREATE TRIGGER product_category_is_spelt_one_way BEFORE INSERT OR UPDATE OF category ON product
    FOR EACH ROW EXECUTE FUNCTION spell_category();
