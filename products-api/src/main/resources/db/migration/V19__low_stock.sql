-- From which threshold on a product counts as low on stock; null where it has more than the highest one. A sale changes the
-- index only where it passes a threshold, so most stay heap-only updates.
ALTER TABLE product ADD COLUMN low_at integer GENERATED ALWAYS AS (
    CASE WHEN supplied - sold - held <= 0 THEN 0
         WHEN supplied - sold - held <= 5 THEN 5
         WHEN supplied - sold - held <= 10 THEN 10
         WHEN supplied - sold - held <= 20 THEN 20
         WHEN supplied - sold - held <= 50 THEN 50 END) STORED;
CREATE INDEX product_low_on_stock ON product (low_at, id) WHERE deleted_at IS NULL AND low_at IS NOT NULL;
