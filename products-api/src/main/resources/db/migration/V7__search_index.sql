-- Making the search index anew, one row each time: by an administrator, or because the index was lost. The one that runs
-- belongs to the worker that claimed it for as long as it renews its lease; when it does not, it has failed.
CREATE TABLE search_rebuild (
    id          uuid        PRIMARY KEY,
    status      text        NOT NULL DEFAULT 'RUNNING' CHECK (status IN ('RUNNING', 'COMPLETED', 'FAILED')),
    reason      text        NOT NULL CHECK (length(reason) <= 500),
    worker      uuid,
    lease_until timestamptz NOT NULL,
    indexed     bigint      NOT NULL DEFAULT 0,
    total       bigint      NOT NULL DEFAULT 0,
    started_at  timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    failure     text        CHECK (length(failure) <= 500),
    CHECK ((status = 'RUNNING') = (finished_at IS NULL))
);
CREATE UNIQUE INDEX search_rebuild_runs_once ON search_rebuild (status) WHERE status = 'RUNNING';
CREATE INDEX search_rebuild_by_age ON search_rebuild (started_at);

-- Products whose changes were brought into the published index while the next one is made: it needs them too. Without a
-- key, so that whoever adds never waits for whoever takes.
CREATE TABLE search_rebuild_change (product_id uuid NOT NULL);

-- How far the comparison of table and index is, and what it found last. One row.
CREATE TABLE search_drift (
    only_row   boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    checked_at timestamptz NOT NULL DEFAULT 'epoch',
    position   uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    drift      bigint      NOT NULL DEFAULT 0
);
INSERT INTO search_drift DEFAULT VALUES;
