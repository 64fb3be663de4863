-- A link to set a new password, one a user: a newer one takes its place, and its use or any new password takes it away. The
-- token itself is nowhere: what is here opens nothing.
create table password_reset_tokens (
    user_id    uuid        not null,
    token_hash varchar(64) not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,

    constraint password_reset_tokens_pkey primary key (user_id),
    constraint password_reset_tokens_user_fkey foreign key (user_id) references users (id) on delete cascade,
    constraint password_reset_tokens_hash_key unique (token_hash),
    constraint password_reset_tokens_hash_check check (token_hash ~ '^[0-9a-f]{64}$'),
    constraint password_reset_tokens_lifetime_check check (
        expires_at > issued_at and expires_at <= issued_at + interval '1 day'
    )
);

create index password_reset_tokens_expiry_idx on password_reset_tokens (expires_at);

alter table security_events drop constraint security_events_type_check;
alter table security_events add constraint security_events_type_check check (type in (
    'LOGIN_SUCCEEDED', 'LOGIN_FAILED', 'LOGGED_OUT', 'REFRESH_REUSED', 'PASSWORD_CHANGED', 'ROLES_CHANGED',
    'USER_ENABLED', 'USER_DISABLED', 'SIGNING_KEY_ROTATED', 'SIGNING_KEY_WITHDRAWN', 'PASSWORD_RESET_LINK_SENT',
    'PASSWORD_RESET', 'PASSWORD_RESET_REFUSED'
));
