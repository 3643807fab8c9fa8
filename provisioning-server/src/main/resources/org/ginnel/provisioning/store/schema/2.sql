CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;
INSERT INTO counter (name, value) SELECT 'revision', coalesce(sum(revision), 0) FROM server;
CREATE INDEX lease_pending ON lease (server_id) WHERE confirmed = 0;
CREATE INDEX lease_of_key ON lease (public_key) WHERE public_key IS NOT NULL;
CREATE TABLE peer (
    scope TEXT NOT NULL,
    public_key BLOB NOT NULL,
    preshared_key BLOB,
    allowed_ips TEXT,
    owner TEXT NOT NULL,
    revision INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (scope, public_key)
) STRICT;
CREATE UNIQUE INDEX peer_revision ON peer (revision);
CREATE INDEX peer_gone ON peer (changed_at) WHERE allowed_ips IS NULL;
CREATE TABLE device (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    tier TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX device_of_user ON device (user_id);
CREATE TABLE device_key (
    device_id TEXT NOT NULL REFERENCES device (id),
    public_key BLOB NOT NULL UNIQUE,
    preshared_key BLOB,
    slot INTEGER NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    valid_until INTEGER
) STRICT;
CREATE INDEX device_key_of_device ON device_key (device_id);
CREATE INDEX device_key_ending ON device_key (valid_until) WHERE valid_until IS NOT NULL;
CREATE TABLE token (
    id TEXT PRIMARY KEY,
    secret_hash BLOB NOT NULL,
    user_id TEXT NOT NULL,
    tier TEXT NOT NULL,
    scopes TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER,
    revoked_at INTEGER,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX token_revision ON token (revision);
CREATE INDEX token_of_user ON token (user_id);
