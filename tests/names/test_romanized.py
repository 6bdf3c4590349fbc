"""Greek, Armenian and Georgian in Latin letters, worked out by the tables of each scheme."""

from __future__ import annotations

import unicodedata

from support import cases

from claimcli.names.recognition import named, query_keys, text_keys
from claimcli.names.romanized import romanizations, script_of


@cases(
    ("word", "scheme", "spelt"),
    [
        ("Θουκυδίδης", "ALA-LC, Thoukydidēs", "thoukydides"),
        ("Θουκυδίδης", "ELOT 743", "thoukydidis"),
        ("Θουκυδίδης", "Latin", "thucydides"),
        ("ΘΟΥΚΥΔΙΔΗΣ", "ELOT 743", "thoukydidis"),
        ("Ἡρόδοτος", "ALA-LC: a rough breathing is h", "herodotos"),
        ("Ἡρόδοτος", "Latin", "herodotus"),
        ("Ηρόδοτος", "ELOT 743: none is written today", "irodotos"),
        ("Ἀριστοτέλης", "ALA-LC: a smooth one is nothing", "aristoteles"),
        ("Ῥόδος", "ALA-LC", "rhodos"),
        ("Ῥόδος", "ELOT 743", "rodos"),
        ("Πύρρος", "ALA-LC", "pyrrhos"),
        ("Πύρρος", "Latin", "pyrrhus"),
        ("Ευαγγέλιος", "ELOT 743: ευ before a vowel, γγ", "evangelios"),
        ("Εὐκλείδης", "ELOT 743: ευ before κ", "efkleidis"),
        ("Εὐκλείδης", "Latin", "euclides"),
        ("Οἰδίπους", "Latin", "oedipus"),
        ("Μπότσαρης", "ELOT 743: μπ at the beginning", "botsaris"),
        ("Λάμπρος", "ELOT 743: and within", "lampros"),
        ("Ἀγχίσης", "ALA-LC", "anchises"),
        ("Ναΐς", "a diaeresis parts vowels", "nais"),
        ("Προϋπολογισμός", "and so οϋ is no ου", "proypologismos"),
        ("Ղազարյան", "ALA-LC", "ghazaryan"),
        ("Ղազարյան", "Hübschmann–Meillet, Łazaryan", "lazaryan"),
        ("Խորենացի", "ISO 9985, Xorenacʻi", "xorenaci"),
        ("Խորենացի", "ALA-LC, Khorenatsʻi", "khorenatsi"),
        ("Յովհաննէս", "ALA-LC: յ at the beginning", "hovhannes"),
        ("ჯავახიშვილი", "ISO 9984, Javaxišvili", "javaxisvili"),
        ("ჯავახიშვილი", "national", "javakhishvili"),
        ("კვარაცხელია", "national", "kvaratskhelia"),
    ],
)
def test_a_word_is_spelt_by_each_scheme_for_its_script(word: str, scheme: str, spelt: str) -> None:
    assert spelt in romanizations(word), scheme
    assert romanizations(unicodedata.normalize("NFD", word)) == romanizations(word)


@cases("word", ["Kim", "Müller", "Воробьёв", "司馬", "한국", "الطبري", "משה", "", "1821", "-"])
def test_other_scripts_have_none(word: str) -> None:
    assert (romanizations(word), script_of(word)) == ((), None)


@cases(
    ("query", "text", "found", "script"),
    [
        ("Thoukydides", "Ο Θουκυδίδης έγραψε.", "Θουκυδίδης", "Greek"),
        ("herodotus", "παρὰ Ἡροδότου καὶ Ἡρόδοτος", "Ἡρόδοτος", "Greek"),
        ("Khorenatsʻi", "Մովսէս Խորենացի ասաց", "Խորենացի", "Armenian"),
        ("Javaxišvili", "წერს ჯავახიშვილი აქ", "ჯავახიშვილი", "Georgian"),
    ],
)
def test_a_name_is_found_in_a_text(query: str, text: str, found: str, script: str) -> None:
    (candidate,) = query_keys([query])
    assert candidate.keys & text_keys(text)
    (place,) = named(candidate.keys, text)
    assert (text[place.start : place.end], place.label) == (found, script)


@cases("text", ["το βιβλίο λόγος", "Ὁ", "Pan"])
def test_words_without_a_capital_and_articles_are_no_names(text: str) -> None:
    (candidate,) = query_keys(["logos"])
    assert not candidate.keys & text_keys(text)
