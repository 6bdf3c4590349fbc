"""What the types and tags of RIS are in CSL, by the table of EndNote and as others write them."""

from __future__ import annotations

_words = str.split

TYPES = {
    **dict.fromkeys(_words("JOUR EJOUR INPR ABST JFULL"), "article-journal"),
    **dict.fromkeys(_words("BOOK EBOOK EDBOOK SER CTLG"), "book"),
    **dict.fromkeys(_words("CHAP ECHAP"), "chapter"),
    **dict.fromkeys(_words("CONF CPAPER"), "paper-conference"),
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
    "NEWS": "article-newspaper",
    "MGZN": "article-magazine",
    "THES": "thesis",
    **dict.fromkeys(_words("RPRT GOVDOC"), "report"),
    **dict.fromkeys(_words("ELEC WEB ICOMM"), "webpage"),
    "BLOG": "post-weblog",
    **dict.fromkeys(_words("MANSCPT UNPB UNPD"), "manuscript"),
    "PAMP": "pamphlet",
    "PCOMM": "personal_communication",
    "MAP": "map",
    "ART": "graphic",
    "FIGURE": "figure",
    "SOUND": "song",
    "MUSIC": "musical_score",
    **dict.fromkeys(_words("VIDEO MPCT MULTI"), "motion_picture"),
    "SLIDE": "speech",
    **dict.fromkeys(_words("CASE LEGAL"), "legal_case"),
    **dict.fromkeys(_words("STAT"), "legislation"),
    **dict.fromkeys(_words("BILL UNBILL"), "bill"),
    "HEAR": "hearing",
    "PAT": "patent",
    "STAND": "standard",
    "COMP": "software",
    **dict.fromkeys(_words("DATA AGGR DBASE"), "dataset"),
    **dict.fromkeys(_words("ANCIENT CLSWK"), "classic"),
    "GEN": "document",
}

PLAIN = {
    "TI": "title", "T1": "title", "CT": "title", "ST": "title-short", "VL": "volume",
    "NV": "number-of-volumes", "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place",
    "ET": "edition", "UR": "URL", "DO": "DOI", "LA": "language", "CN": "call-number",
    "AB": "abstract", "N2": "abstract", "DB": "archive", "AN": "archive_location",
    "JF": "container-title", "JO": "container-title", "BT": "container-title",
    "J2": "container-title-short", "JA": "container-title-short", "SE": "section",
    "PU": "publisher", "PI": "publisher-place", "JI": "container-title-short",
}  # fmt: skip
LISTS = {"KW": ("keyword", ", "), "N1": ("note", "; ")}
NAMES = {"AU": "author", "A1": "author", "A4": "translator", "ED": "editor"}
IN_SERIES = ("chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia", "report")
PERIODICALS = ("article-journal", "article-newspaper", "article-magazine")
ATTACHMENTS = ("L1", "L2", "L3", "L4")
HOUSEKEEPING = ("DP", "Y3", "AD")
