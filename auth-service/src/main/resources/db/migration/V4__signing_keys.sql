-- What became of each signing key. The keys are files, and nothing here could sign.
create table signing_keys (
    kid          varchar(43) not null,
    announced_at timestamptz not null,
    signs_since  timestamptz,
    retired_at   timestamptz,
    withdrawn_at timestamptz,
    successor    varchar(43),

    constraint signing_keys_pkey primary key (kid),
    constraint signing_keys_kid_check check (kid ~ '^[A-Za-z0-9_-]{43}$'),
    constraint signing_keys_successor_fkey foreign key (successor) references signing_keys (kid),
    constraint signing_keys_successor_check check (successor <> kid)
);

-- A key that was withdrawn is in the wrong hands for good.
create function signing_keys_stay_withdrawn() returns trigger language plpgsql as $$
begin
    raise exception 'a withdrawn signing key does not come back';
end
$$;

create trigger signing_keys_withdrawn_stay before update on signing_keys
    for each row when (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at)
    execute function signing_keys_stay_withdrawn();
create trigger signing_keys_withdrawn_are_kept before delete on signing_keys
    for each row when (old.withdrawn_at is not null)
    execute function signing_keys_stay_withdrawn();

alter table security_events drop constraint security_events_type_check;
alter table security_events add constraint security_events_type_check check (type in (
    'LOGIN_SUCCEEDED', 'LOGIN_FAILED', 'LOGGED_OUT', 'REFRESH_REUSED', 'PASSWORD_CHANGED', 'ROLES_CHANGED',
    'USER_ENABLED', 'USER_DISABLED', 'SIGNING_KEY_ROTATED', 'SIGNING_KEY_WITHDRAWN'
));
