CREATE TABLE fleet (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    revision INTEGER NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;
CREATE TABLE account (
    user_id TEXT PRIMARY KEY,
    tier TEXT NOT NULL,
    max_devices INTEGER,
    suspended INTEGER NOT NULL,
    listed INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX account_revision ON account (revision);
ALTER TABLE device_key ADD COLUMN warned_at INTEGER;
ALTER TABLE device_key ADD COLUMN ended_at INTEGER;
CREATE INDEX device_key_age ON device_key (created_at) WHERE valid_until IS NULL;
CREATE TABLE peer_use (
    server_id TEXT NOT NULL,
    public_key BLOB NOT NULL,
    received INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    handshake_at INTEGER,
    PRIMARY KEY (public_key, server_id)
) STRICT;
CREATE TABLE usage_day (
    owner TEXT NOT NULL,
    day INTEGER NOT NULL,
    received INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    handshake_at INTEGER,
    PRIMARY KEY (owner, day)
) STRICT;
CREATE INDEX usage_day_age ON usage_day (day);
DROP INDEX lease_of_key;
ALTER TABLE gateway_state ADD COLUMN load_percent INTEGER;
CREATE TABLE second_factor (
    user_id TEXT PRIMARY KEY,
    secret BLOB NOT NULL,
    last_step INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE recovery_code (
    user_id TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (user_id, hash)
) STRICT;
CREATE TABLE admin_session (
    hash BLOB PRIMARY KEY,
    token_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
