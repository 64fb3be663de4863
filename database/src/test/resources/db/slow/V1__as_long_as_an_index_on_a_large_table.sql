CREATE TABLE large (id bigint);
SELECT pg_sleep(2.5);
CREATE INDEX large_by_id ON large (id);
