-- Where customers have things sent. Every user has 20 places (slot), which is how nobody has more, and one default or none.
create table addresses (
    id          uuid         not null,
    user_id     uuid         not null,
    slot        smallint     not null,
    name        varchar(100) not null,
    street      varchar(200) not null,
    postal_code varchar(20)  not null,
    city        varchar(100) not null,
    country     varchar(2)   not null,
    is_default  boolean      not null,
    created_at  timestamptz  not null,

    constraint addresses_pkey primary key (id),
    constraint addresses_user_fkey foreign key (user_id) references users (id) on delete cascade,
    constraint addresses_slot_key unique (user_id, slot),
    constraint addresses_slot_check check (slot between 1 and 20),
    constraint addresses_text_check check (name <> '' and street <> '' and postal_code <> '' and city <> ''),
    constraint addresses_country_check check (country ~ '^[A-Z]{2}$')
);

create unique index addresses_default_key on addresses (user_id) where is_default;

-- Users who were deleted here and whom orders-api is to forget; a row goes when it has. An id that leads to nobody is all.
create table erasures (
    user_id      uuid        not null,
    requested_at timestamptz not null,

    constraint erasures_pkey primary key (user_id)
);

create index erasures_age_idx on erasures (requested_at, user_id);

alter table security_events drop constraint security_events_type_check;
alter table security_events add constraint security_events_type_check check (type in (
    'LOGIN_SUCCEEDED', 'LOGIN_FAILED', 'LOGGED_OUT', 'REFRESH_REUSED', 'PASSWORD_CHANGED', 'ROLES_CHANGED',
    'USER_ENABLED', 'USER_DISABLED', 'SIGNING_KEY_ROTATED', 'SIGNING_KEY_WITHDRAWN', 'PASSWORD_RESET_LINK_SENT',
    'PASSWORD_RESET', 'PASSWORD_RESET_REFUSED', 'ACCOUNT_DELETED'
));
