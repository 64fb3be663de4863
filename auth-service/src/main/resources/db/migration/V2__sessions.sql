-- All sessions of a user belong to an epoch. To raise it ends every session at once, also those that are being opened.
alter table users add column session_epoch integer not null default 0;

-- A session: what a login opened, whichever of its refresh tokens is the current one.
create table refresh_token_families (
    id            uuid        not null,
    user_id       uuid        not null,
    session_epoch integer     not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,

    constraint refresh_token_families_pkey primary key (id),
    constraint refresh_token_families_user_fkey foreign key (user_id) references users (id) on delete cascade,
    constraint refresh_token_families_lifetime_check check (expires_at > created_at)
);

create index refresh_token_families_user_idx on refresh_token_families (user_id);

-- The tokens themselves are nowhere: what is here signs nobody in.
create table refresh_tokens (
    token_hash varchar(64) not null,
    family_id  uuid        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,

    constraint refresh_tokens_pkey primary key (token_hash),
    constraint refresh_tokens_family_fkey foreign key (family_id) references refresh_token_families (id) on delete cascade,
    constraint refresh_tokens_hash_check check (token_hash ~ '^[0-9a-f]{64}$'),
    constraint refresh_tokens_lifetime_check check (expires_at > issued_at)
);

create index refresh_tokens_family_idx on refresh_tokens (family_id);
create index refresh_tokens_expiry_idx on refresh_tokens (expires_at);

-- A family has one token that can be used, or none.
create unique index refresh_tokens_current_key on refresh_tokens (family_id) where used_at is null;
