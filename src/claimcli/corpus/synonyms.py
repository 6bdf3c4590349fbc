"""Everyday words for what a corpus and CSL have another word for."""

from __future__ import annotations

from collections.abc import Iterable

from claimcli.nearest import nearest

LISTS = {
    "authors": "scholars",
    "historians": "scholars",
    "people": "scholars",
    "bibliography": "references",
    "sources": "references",
    "works": "references",
    "persons": "names",
    "places": "names",
    "highlights": "drafts",
    "annotations": "drafts",
}

VARIABLES = {
    "address": "publisher-place",
    "authors": "author",
    "booktitle": "container-title",
    "city": "publisher-place",
    "date": "issued",
    "editors": "editor",
    "institution": "publisher",
    "journal": "container-title",
    "link": "URL",
    "location": "publisher-place",
    "magazine": "container-title",
    "newspaper": "container-title",
    "pages": "page",
    "place": "publisher-place",
    "press": "publisher",
    "published": "issued",
    "school": "publisher",
    "series": "collection-title",
    "translators": "translator",
    "university": "publisher",
    "website": "URL",
    "year": "issued",
}

TYPES = {
    "blog": "post-weblog",
    "blog-post": "post-weblog",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "conference-paper": "paper-conference",
    "dictionary-entry": "entry-dictionary",
    "dissertation": "thesis",
    "doctoral-thesis": "thesis",
    "edited-book": "book",
    "encyclopedia-article": "entry-encyclopedia",
    "film": "motion_picture",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "journal": "article-journal",
    "journal-article": "article-journal",
    "law": "legislation",
    "lecture": "speech",
    "letter": "personal_communication",
    "magazine": "article-magazine",
    "magazine-article": "article-magazine",
    "monograph": "book",
    "movie": "motion_picture",
    "newspaper": "article-newspaper",
    "newspaper-article": "article-newspaper",
    "paper": "article-journal",
    "phd-thesis": "thesis",
    "phdthesis": "thesis",
    "scholarly-article": "article-journal",
    "talk": "speech",
    "video": "motion_picture",
    "web": "webpage",
    "web-page": "webpage",
    "website": "webpage",
}


def word_meant(word: str, synonyms: dict[str, str], known: Iterable[str]) -> str | None:
    """The known word that an unknown one stands for, or that it is a misspelling of."""
    plain = "-".join(word.lower().replace("_", " ").split())
    return synonyms.get(plain) or nearest(word, known)


def did_you_mean_by(word: str, synonyms: dict[str, str], known: Iterable[str]) -> str | None:
    """The question to ask about an unknown word, or None."""
    meant = word_meant(word, synonyms, known)
    return f"did you mean '{meant}'?" if meant else None
