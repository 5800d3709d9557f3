-- The whole record of an article, as JSON, and what it is looked up by. The other tables are views of the
-- same record, written and deleted with it: nothing in them is not in `record`.

CREATE TABLE articles (
    id                    TEXT PRIMARY KEY,
    source_id             TEXT,
    uri                   TEXT,
    publisher             TEXT,
    fetched               TEXT,
    content_hash          TEXT NOT NULL,
    title                 TEXT,
    byline                TEXT,
    section               TEXT,
    language              TEXT,
    published             TEXT,
    published_precision   TEXT,
    published_from        TEXT,
    published_confidence  REAL,
    made_by               TEXT NOT NULL,
    record                TEXT NOT NULL
);
CREATE INDEX articles_by_published ON articles (published);
CREATE INDEX articles_by_uri ON articles (uri);

CREATE TABLE actors (
    article   TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    id        TEXT NOT NULL,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    country   TEXT,
    sector    TEXT,
    role      TEXT,
    wikidata  TEXT,
    mentions  INTEGER NOT NULL,
    PRIMARY KEY (article, id)
) WITHOUT ROWID;
CREATE INDEX actors_by_name ON actors (name);
CREATE INDEX actors_by_country ON actors (country, sector);

CREATE TABLE places (
    article     TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    id          TEXT NOT NULL,
    name        TEXT NOT NULL,
    country     TEXT,
    admin1      TEXT,
    lat         REAL,
    lon         REAL,
    geonames    INTEGER,
    precision   TEXT,
    confidence  REAL NOT NULL,
    PRIMARY KEY (article, id)
) WITHOUT ROWID;
CREATE INDEX places_by_name ON places (name);
CREATE INDEX places_by_geonames ON places (geonames);

CREATE TABLE quotes (
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    speaker  TEXT,
    text     TEXT NOT NULL,
    PRIMARY KEY (article, id)
) WITHOUT ROWID;

CREATE TABLE events (
    article         TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    id              TEXT NOT NULL,
    type            TEXT NOT NULL,
    mode            TEXT,
    aux             TEXT NOT NULL,
    contexts        TEXT NOT NULL,
    quad            INTEGER NOT NULL,
    score           REAL NOT NULL,
    cameo           TEXT NOT NULL,
    date            TEXT,
    date_precision  TEXT,
    date_from       TEXT,
    place           TEXT,
    speaker         TEXT,
    trigger         TEXT NOT NULL,
    sentence        TEXT NOT NULL,
    confidence      REAL NOT NULL,
    why             TEXT NOT NULL,
    PRIMARY KEY (article, id)
) WITHOUT ROWID;
CREATE INDEX events_by_type ON events (type, mode);
CREATE INDEX events_by_date ON events (date);

-- `position` keeps the order of the record's lists; `role` is actor or recipient.
CREATE TABLE parties (
    article   TEXT NOT NULL,
    event     TEXT NOT NULL,
    role      TEXT NOT NULL,
    position  INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (article, event, role, position),
    FOREIGN KEY (article, event) REFERENCES events (article, id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX parties_by_actor ON parties (article, actor);
