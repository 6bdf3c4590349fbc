"""The tables of a compiled corpus, and the tokens by which claims are linked to what they name.

A claim's row holds the claim alone. Whom and what it refers to stands in the full-text column
`links` as one token per link: the letter of the role and the id. So a filter, a word that means a
scholar, and a word of the text are terms of one full-text query; a renamed scholar changes no
claim; and how many claims a scholar holds is the document count of one term.

Row numbers are places: the file's slot and the position in the file. Ascending row numbers are
file order, in a store that was built at once as in one that was brought up to date file by file.
"""

from __future__ import annotations

from claimcli.claim_fields import PROSE

VERSION = 1
"""Of the tables and of what is put into them; a store of another version is not read."""

LINK = "\ue001"
"""Begins the token of a link, so that none is a word of the corpus; names' keys have U+E000."""

WHOLE = "\ue005"
"""Begins the key of a person's whole name, in whatever order its parts stand."""

_HYPHEN, _SLASH, _OTHER = "\ue002", "\ue003", "\ue004"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789" + _HYPHEN + _SLASH)


class Role:
    """What a link says of its target; a claim may have several links to one target."""

    ID = "i"
    """The claim itself."""
    QUESTION = "q"
    """A question that it is on, by its file or through `answers`."""
    STANCE = "p"
    """A position, `question/stance`, its own or through `answers`."""
    ANY_STANCE = "a"
    """The same without the question."""
    SCHOLAR = "h"
    """A holder."""
    CITATION = "c"
    """The holder's own work."""
    VIA = "v"
    """A work of the chain through which it reached the recorder."""
    WITNESS = "w"
    """The text that was read."""
    BASIS = "b"
    """A work that it rests on."""
    SOURCE = "s"
    """A work in any of these roles."""
    GROUND = "g"
    """A claim that it rests on."""
    TARGET = "r"
    """What it disputes, qualifies or revises: a claim or `question/stance`."""
    RELATION = "k"
    """What it does to others: `disputes`, `qualifies`, `revises`."""
    TAG = "t"
    """A tag."""
    CERTAINTY = "y"
    """The holder's firmness."""
    FLAG = "f"
    """One of `first-hand`, `second-hand`, `unclear`."""


def link(role: str, target: str) -> str:
    """The token of a link: `link(Role.SCHOLAR, "kim")`."""
    token = target.replace("-", _HYPHEN).replace("/", _SLASH)
    if not _PLAIN.issuperset(token):
        token = "".join(c if c in _PLAIN else f"{_OTHER}{ord(c):x}{_OTHER}" for c in token)
    return f"{LINK}{role}{token}"


def target(token: str) -> str:
    """The target of a link's token."""
    parts = token[len(LINK) + 1 :].split(_OTHER)
    parts[1::2] = [chr(int(code, 16)) for code in parts[1::2]]
    return "".join(parts).replace(_HYPHEN, "-").replace(_SLASH, "/")


CLAIM_COLUMNS = (*PROSE, "other", "links", "keys")
"""The columns of `claims_fts`. `other`: id, tags, locators; `keys`: names' keys."""

ENTITY_COLUMNS = ("id", "text", "variants", "more", "keys")
"""The columns of `entities_fts`. `text`: the name, title and authors, question or label;
`variants`: other spellings; `more`: school, scope, meaning, date."""

# What is indexed is folded already, so that the tokenizer has only to split at white space.
_FTS = "tokenize='ascii', content=''"

TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE files (
    slot INTEGER PRIMARY KEY,   -- row numbers of the file's records begin at slot << 21
    path TEXT NOT NULL UNIQUE,
    seen TEXT NOT NULL,         -- size, times and inode when it was read
    left_out INTEGER NOT NULL,
    unread INTEGER NOT NULL,    -- 1 if nothing of it could be used
    info BLOB                   -- what it says of the corpus as a whole
);
CREATE TABLE claims (
    rowid INTEGER PRIMARY KEY,
    source TEXT,                -- the cited work
    earliest INTEGER,           -- first and last day of the period, as YYYYMMDD
    latest INTEGER,
    json BLOB NOT NULL
);
CREATE TABLE entities (
    rowid INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,         -- scholar, source, question, stance, name
    id TEXT NOT NULL,           -- of a stance: question/stance
    school TEXT,
    earliest INTEGER,           -- of a source: first and last day
    latest INTEGER,
    json BLOB                   -- none for a stance: it is in its question
);
CREATE INDEX entity_ids ON entities (id);
CREATE INDEX entity_kinds ON entities (kind);
CREATE TABLE spellings (entity INTEGER, folded TEXT, written TEXT, scheme TEXT);
CREATE INDEX spelling_texts ON spellings (folded);
CREATE INDEX spelling_entities ON spellings (entity);
CREATE TABLE shadowed (id TEXT, slot INTEGER);  -- left out, since a record before it has the id
CREATE VIRTUAL TABLE claims_fts USING fts5({", ".join(CLAIM_COLUMNS)}, {_FTS});
CREATE VIRTUAL TABLE entities_fts USING fts5({", ".join(ENTITY_COLUMNS)}, {_FTS});
CREATE VIRTUAL TABLE claim_words USING fts5vocab(claims_fts, row);
CREATE VIRTUAL TABLE entity_words USING fts5vocab(entities_fts, row);
"""

MANY = 50
"""Claims that a work must have part in to be prevalent, however small the corpus."""

PREVALENT = f"""
SELECT term FROM claim_words
WHERE term >= '{LINK}{Role.SOURCE}' AND term < '{LINK}{chr(ord(Role.SOURCE) + 1)}'
    AND doc >= {MANY} AND doc * 2 > (
        SELECT sum(doc) FROM claim_words
        WHERE term IN ('{link(Role.FLAG, "first-hand")}', '{link(Role.FLAG, "second-hand")}')
    )
"""
"""The links to works that more than half of the claims have; each has one of the two flags."""

SLOT_BITS = 21
"""A file has room for two million records: more than 64 MB of YAML can hold."""
SLOT_GAP = 1024
"""Between the slots of neighbours in a new store, so that files can be added between them."""

HASH_SIZE = 32 * 1024 * 1024
"""Bytes of postings that FTS5 gathers before it writes them; more makes nothing faster."""

PAGE_SIZE = 8192
"""Bytes: inserting takes a twelfth less time than with SQLite's 4096, and searching no more."""
