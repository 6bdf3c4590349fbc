"""What biblatex calls things (manual, ch. 2), with BibTeX's names, and what CSL calls them."""

from __future__ import annotations

_words = str.split

TYPES = {
    **dict.fromkeys(_words("article suppperiodical"), "article-journal"),
    "periodical": "periodical",
    **dict.fromkeys(
        _words(
            "book mvbook collection mvcollection proceedings mvproceedings reference mvreference "
            "manual commentary"
        ),
        "book",
    ),
    **dict.fromkeys(_words("inbook bookinbook suppbook incollection suppcollection"), "chapter"),
    **dict.fromkeys(_words("inproceedings conference"), "paper-conference"),
    "inreference": "entry-encyclopedia",
    "booklet": "pamphlet",
    **dict.fromkeys(_words("thesis phdthesis mastersthesis"), "thesis"),
    **dict.fromkeys(_words("report techreport"), "report"),
    "unpublished": "manuscript",
    **dict.fromkeys(_words("online electronic www"), "webpage"),
    "letter": "personal_communication",
    "review": "review",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    **dict.fromkeys(_words("artwork image"), "graphic"),
    **dict.fromkeys(_words("audio music"), "song"),
    **dict.fromkeys(_words("movie video"), "motion_picture"),
    "performance": "speech",
    "jurisdiction": "legal_case",
    **dict.fromkeys(_words("legislation standard"), "legislation"),
    "legal": "treaty",
    "misc": "document",
}
PERIODICALS = ("periodical", "article-journal", "article-newspaper", "article-magazine")
"""Types of CSL of what appears in numbers."""

OTHER_TYPE = "document"
"""What every other type comes to."""

GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
"""What a type says beyond its type of CSL."""

TYPE_STRINGS = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "mastersthesis": "Master's thesis",
    "bathesis": "BA thesis",
    "candthesis": "Cand. thesis",
    "techreport": "technical report",
    "resreport": "research report",
    "datacd": "data CD",
    "audiocd": "audio CD",
    "software": "software",
    **{
        f"pat{kind}{code}": f"{nation} patent{word}"
        for code, nation in zip(
            _words("de eu fr uk us"),
            ("German", "European", "French", "British", "U.S."),
            strict=True,
        )
        for kind, word in (("ent", ""), ("req", " request"))
    },
}
"""What biblatex prints for the keys that `type` may hold."""

COUNTRIES = {
    "countryde": "Germany", "countryeu": "European Union", "countryep": "European Union",
    "countryfr": "France", "countryuk": "United Kingdom", "countryus": "United States of America",
    "countrywo": "Worldwide",
}  # fmt: skip
"""What biblatex prints for its keys of countries."""

PEOPLE = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
}

ROLES = {"compiler": "compiler", "director": "director", "organizer": "organizer"}
"""What an editor is where `editortype` says that he is none, as far as CSL knows."""

DATES = {"origdate": "original-date", "urldate": "accessed", "eventdate": "event-date"}

PARTS = {
    "volume": "volume",
    "volumes": "number-of-volumes",
    "pagetotal": "number-of-pages",
    "chapter": "chapter-number",
    "edition": "edition",
    "version": "version",
    "shorttitle": "title-short",
    "shortjournal": "container-title-short",
    "shorthand": "citation-label",
    "eventtitle": "event-title",
    "venue": "event-place",
    "library": "call-number",
    "archive": "archive",
    "repository": "archive",
    "archivelocation": "archive_location",
    "archive_location": "archive_location",
    "collection": "archive_collection",
    "abstract": "abstract",
    "keywords": "keyword",
    "keyword": "keyword",
    "annotation": "annote",
    "annote": "annote",
    "pubstate": "status",
    "origtitle": "original-title",
    "origpublisher": "original-publisher",
    "origlocation": "original-publisher-place",
    "scale": "scale",
    "section": "section",
    "eid": "number",
}
"""Fields that are one variable of CSL, as text."""

VERBATIM = {
    "url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID"
}  # fmt: skip
"""Fields without LaTeX."""

HOUSEKEEPING = {
    **dict.fromkeys(_words("file localfile pdf fulltext local-url"), "a path on one computer"),
    **dict.fromkeys(
        _words(
            "timestamp date-added date-modified creationdate modificationdate owner username "
            "groups __markedentry rating read ranking priority readstatus printed citedby "
            "bibsource biburl added-at interhash intrahash"
        ),
        "what a reference manager keeps for itself",
    ),
    **dict.fromkeys(
        _words(
            "options sortkey sortname sorttitle sortyear sortshorthand presort execute label "
            "indextitle indexsorttitle hyphenation langidopts authortype gender keyalias ids "
            "entryset shorthandintro bookpagination pagination"
        ),
        "an instruction for setting type",
    ),
}
"""Fields that say nothing of the work, and what they are."""

LANGUAGES = {
    "english": "en-US", "american": "en-US", "usenglish": "en-US", "british": "en-GB",
    "ukenglish": "en-GB", "canadian": "en-CA", "australian": "en-AU", "newzealand": "en-NZ",
    "german": "de-DE", "ngerman": "de-DE", "germanb": "de-DE", "austrian": "de-AT",
    "naustrian": "de-AT", "nswissgerman": "de-CH", "swissgerman": "de-CH", "french": "fr-FR",
    "francais": "fr-FR", "frenchb": "fr-FR", "acadian": "fr-CA", "canadien": "fr-CA",
    "italian": "it-IT", "spanish": "es-ES", "portuguese": "pt-PT", "brazilian": "pt-BR",
    "brazil": "pt-BR", "russian": "ru-RU", "ukrainian": "uk-UA", "polish": "pl-PL",
    "czech": "cs-CZ", "slovak": "sk-SK", "slovene": "sl-SI", "slovenian": "sl-SI",
    "croatian": "hr-HR", "serbian": "sr-RS", "bulgarian": "bg-BG", "macedonian": "mk-MK",
    "romanian": "ro-RO", "hungarian": "hu-HU", "greek": "el-GR", "turkish": "tr-TR",
    "dutch": "nl-NL", "danish": "da-DK", "swedish": "sv-SE", "norwegian": "nb-NO",
    "norsk": "nb-NO", "nynorsk": "nn-NO", "finnish": "fi-FI", "estonian": "et-EE",
    "latvian": "lv-LV", "lithuanian": "lt-LT", "icelandic": "is-IS", "catalan": "ca-AD",
    "basque": "eu-ES", "galician": "gl-ES", "latin": "la", "japanese": "ja-JP",
    "chinese": "zh-CN", "korean": "ko-KR", "mongolian": "mn-MN", "vietnamese": "vi-VN",
    "thai": "th-TH", "arabic": "ar", "persian": "fa-IR", "farsi": "fa-IR", "hebrew": "he-IL",
    "hindi": "hi-IN", "tibetan": "bo", "armenian": "hy-AM", "georgian": "ka-GE",
}  # fmt: skip
"""Languages of babel and polyglossia, as CSL (BCP 47) has them."""
