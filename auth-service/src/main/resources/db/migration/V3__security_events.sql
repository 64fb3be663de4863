-- What happened to accounts and sessions, and who did it. No foreign keys: it outlasts the users it tells of.
create table security_events (
    id          uuid        not null,
    type        varchar(40) not null,
    user_id     uuid,
    actor_id    uuid,
    detail      varchar(100),
    request_id  varchar(64),
    occurred_at timestamptz not null,

    constraint security_events_pkey primary key (id),
    constraint security_events_type_check check (type in (
        'LOGIN_SUCCEEDED', 'LOGIN_FAILED', 'LOGGED_OUT', 'REFRESH_REUSED', 'PASSWORD_CHANGED', 'ROLES_CHANGED',
        'USER_ENABLED', 'USER_DISABLED'
    ))
);

create index security_events_time_idx on security_events (occurred_at);

-- Whoever finds a way to write here can add, but neither change nor hide what is younger than any retention.
create function security_events_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.occurred_at < now() - interval '7 days' then
        return old;
    end if;
    raise exception 'security events are append only';
end
$$;

create trigger security_events_rows_append_only before update or delete on security_events
    for each row execute function security_events_append_only();
create trigger security_events_table_append_only before truncate on security_events
    for each statement execute function security_events_append_only();
