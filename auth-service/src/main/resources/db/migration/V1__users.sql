-- Who can sign in. Service accounts are not here: they come from the configuration.
create table users (
    id            uuid         not null,
    email         varchar(254) not null,
    display_name  varchar(100) not null,
    password_hash varchar(255) not null,
    roles         varchar[]    not null,
    enabled       boolean      not null default true,
    created_at    timestamptz  not null,

    constraint users_pkey primary key (id),
    constraint users_email_check check (email = btrim(email) and email like '_%@_%'),
    constraint users_display_name_check check (display_name = btrim(display_name) and display_name <> ''),
    constraint users_password_hash_check check (password_hash like '$argon2id$%'),
    constraint users_roles_check check (
        roles <@ array ['customer', 'admin']::varchar[] and cardinality(roles) between 1 and 2 and array_position(roles, null) is null
    )
);

-- One account an address, however it is spelt; also what decides between two registrations at once.
create unique index users_email_key on users (lower(email));
