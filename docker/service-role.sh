#!/bin/sh
# Run once by the database's image when its data folder is empty: the role that the service connects as. It owns
# nothing; the migrations grant it what it needs.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$SERVICE_PASSWORD" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role referral_service login password :'password';
SQL
