#!/bin/sh
# Gives each service a database, and a role that owns it and sees no other. Runs once, on an empty volume.
set -eu

provision() {
  export ROLE=$1
  # psql reads the password itself: as an argument it would stand in the list of processes.
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
\getenv role ROLE
\set password `cat "/run/secrets/postgresql/$ROLE/password"`
CREATE ROLE :"role" LOGIN PASSWORD :'password';
-- Said here once more: text must be Unicode, however the server was initialised.
CREATE DATABASE :"role" OWNER :"role" TEMPLATE template0
  ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
REVOKE CONNECT, TEMPORARY ON DATABASE :"role" FROM PUBLIC;
\connect :"role"
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS citext;
SQL
}

provision auth
provision products
provision orders
