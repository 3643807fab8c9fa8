CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE TABLE audit_checkpoint (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    seal BLOB NOT NULL
) STRICT;
CREATE TABLE webhook (
    url TEXT PRIMARY KEY,
    delivered_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE dead_letter (
    url TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (url, seq)
) STRICT;
