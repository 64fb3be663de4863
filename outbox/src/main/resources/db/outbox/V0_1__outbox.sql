-- What a transaction has to tell others, kept until it has been told. Written in the business transaction, by Outbox or
-- by a trigger; removed by OutboxRelay once the publisher has it.
CREATE TABLE outbox_event (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    aggregate_id    uuid        NOT NULL,
    type            text        NOT NULL CHECK (length(type) BETWEEN 1 AND 100),
    payload         jsonb       NOT NULL DEFAULT '{}',
    created_at      timestamptz NOT NULL DEFAULT now(),
    attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    last_error      text,
    dead_at         timestamptz
);

-- The relay asks for the oldest live event of each aggregate; dead letters are looked at by people only.
CREATE INDEX outbox_event_live ON outbox_event (aggregate_id, id) WHERE dead_at IS NULL;
CREATE INDEX outbox_event_due ON outbox_event (id) WHERE dead_at IS NULL;
CREATE INDEX outbox_event_dead ON outbox_event (id) WHERE dead_at IS NOT NULL;
