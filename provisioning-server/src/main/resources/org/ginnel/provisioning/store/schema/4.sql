CREATE TABLE gateway_state (
    server_id TEXT PRIMARY KEY,
    applied_revision INTEGER NOT NULL,
    heard_at INTEGER NOT NULL
) STRICT;
