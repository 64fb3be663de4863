-- Pictures as they are served, each once, called by what is in it.
CREATE TABLE picture (
    hash         text        PRIMARY KEY,
    media_type   text        NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
    address      text        NOT NULL UNIQUE GENERATED ALWAYS AS (
        '/api/v1/pictures/' || hash || CASE media_type WHEN 'image/png' THEN '.png' ELSE '.jpg' END) STORED,
    width        integer     NOT NULL CHECK (width > 0),
    height       integer     NOT NULL CHECK (height > 0),
    content      bytea       NOT NULL CHECK (length(content) <= 524288),
    created_at   timestamptz NOT NULL DEFAULT now(),
    -- Since a product or a category gave it up; others may still show it. Null while nobody has.
    unused_since timestamptz,
    CONSTRAINT picture_is_called_by_its_content CHECK (hash = encode(sha256(content), 'hex'))
);
-- Compressed they are already.
ALTER TABLE picture ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX picture_given_up ON picture (unused_since) WHERE unused_since IS NOT NULL;

-- Who shows a picture. Not touched by a sale, and not by products whose pictures are elsewhere.
CREATE INDEX product_by_picture ON product (image_url)
    WHERE deleted_at IS NULL AND image_url LIKE '/api/v1/pictures/%';

CREATE FUNCTION take_picture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE picture SET unused_since = NULL WHERE address = NEW.image_url AND unused_since IS NOT NULL;
    RETURN NULL;
END $$;
CREATE FUNCTION give_picture_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE picture SET unused_since = now() WHERE address = OLD.image_url AND unused_since IS NULL;
    RETURN NULL;
END $$;

-- A product that goes names its picture once more.
CREATE TRIGGER product_takes_picture AFTER INSERT OR UPDATE OF image_url ON product
    FOR EACH ROW WHEN (NEW.image_url LIKE '/api/v1/pictures/%' AND NEW.deleted_at IS NULL)
    EXECUTE FUNCTION take_picture();
CREATE TRIGGER product_gives_picture_up AFTER UPDATE OF image_url, deleted_at ON product
    FOR EACH ROW WHEN (OLD.image_url LIKE '/api/v1/pictures/%'
                       AND (NEW.image_url IS DISTINCT FROM OLD.image_url OR NEW.deleted_at IS NOT NULL))
    EXECUTE FUNCTION give_picture_up();
CREATE TRIGGER category_takes_picture AFTER INSERT OR UPDATE OF image_url ON category
    FOR EACH ROW WHEN (NEW.image_url LIKE '/api/v1/pictures/%') EXECUTE FUNCTION take_picture();
CREATE TRIGGER category_gives_picture_up AFTER UPDATE OF image_url ON category
    FOR EACH ROW WHEN (OLD.image_url LIKE '/api/v1/pictures/%' AND NEW.image_url IS DISTINCT FROM OLD.image_url)
    EXECUTE FUNCTION give_picture_up();
