-- Two levels of categories: one that has a parent is no parent itself. The foreign key wants a parent of the first level, and
-- passes on when it leaves that level, which the check on its subcategories then refuses.
ALTER TABLE category
    ADD COLUMN parent text,
    ADD COLUMN parent_level smallint NOT NULL DEFAULT 1,
    ADD COLUMN level smallint NOT NULL GENERATED ALWAYS AS (CASE WHEN parent IS NULL THEN 1 ELSE 2 END) STORED,
    ADD CONSTRAINT category_name_has_one_level UNIQUE (name, level),
    ADD CONSTRAINT category_has_two_levels CHECK (parent_level = 1),
    ADD CONSTRAINT category_parent_is_at_the_top
        FOREIGN KEY (parent, parent_level) REFERENCES category (name, level) ON UPDATE CASCADE;
CREATE INDEX category_by_parent ON category (parent) WHERE parent IS NOT NULL;

-- How the category of this name is spelt; a new one is added.
CREATE FUNCTION category_called(typed text) RETURNS text LANGUAGE plpgsql STRICT AS $$
DECLARE
    spelt text;
BEGIN
    SELECT name INTO spelt FROM category WHERE key = category_key(typed);
    IF NOT FOUND THEN
        -- Nothing is added where somebody else has just added it, or another name of the same slug; that one is seen now.
        FOR attempt IN 1..2 LOOP
            INSERT INTO category (name)
            SELECT one_line(typed)
             WHERE NOT EXISTS (SELECT FROM category WHERE key = category_key(typed))
                ON CONFLICT DO NOTHING;
        END LOOP;
        SELECT name INTO STRICT spelt FROM category WHERE key = category_key(typed);
    END IF;
    RETURN spelt;
END $$;

CREATE OR REPLACE FUNCTION spell_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM category WHERE name = NEW.category;
    IF NOT FOUND THEN
        NEW.category := category_called(NEW.category);
    END IF;
    RETURN NEW;
END $$;
