CREATE TABLE server (
    id TEXT PRIMARY KEY,
    ipv4 TEXT NOT NULL,
    ipv6 TEXT NOT NULL,
    public_key BLOB,
    revision INTEGER NOT NULL DEFAULT 0,
    last_slot INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE lease (
    client_name TEXT PRIMARY KEY,
    server_id TEXT NOT NULL REFERENCES server (id),
    user_id TEXT NOT NULL,
    device TEXT NOT NULL,
    device_name TEXT,
    slot INTEGER,
    public_key BLOB,
    preshared_key BLOB,
    revision INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    UNIQUE (server_id, slot),
    UNIQUE (server_id, public_key),
    CHECK ((revoked_at IS NULL) = (slot IS NOT NULL)),
    CHECK ((revoked_at IS NULL) = (public_key IS NOT NULL)),
    CHECK ((revoked_at IS NULL) = (preshared_key IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX lease_of_device ON lease (user_id, server_id, device) WHERE revoked_at IS NULL;
CREATE INDEX lease_revoked ON lease (revoked_at) WHERE revoked_at IS NOT NULL;
