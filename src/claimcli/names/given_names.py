"""Given names that one person has in different languages: Russian and the English form.

An author who is Александр at home signs Aleksandr in a catalogue and Alexander in English, and no
rule of spelling leads from one to the other. They count as one only where the family name is the
same. Names that differ in their transliteration alone (Aleksei, Alexey) need no line here.
"""

from __future__ import annotations

GIVEN_NAMES = (
    "aleksandr alexander alexandre",
    "aleksandra alexandra",
    "anatolii anatole",
    "andrei andrew andre",
    "anna anne ann",
    "anton anthony",
    "artur arthur",
    "daniil daniel",
    "ekaterina catherine katherine",
    "elena helen helena",
    "elizaveta elizabeth elisabeth",
    "evgenii eugene",
    "evgeniia eugenia",
    "fedor feodor theodore",
    "georgii george",
    "grigorii gregory",
    "iakov jacob",
    "iosif joseph",
    "irina irene",
    "iuliia julia",
    "konstantin constantine",
    "lev leo leon",
    "mariia maria mary",
    "mark marc",
    "matvei matthew",
    "mikhail michael",
    "nataliia natalia natalie",
    "nikolai nicholas nicolas",
    "pavel paul",
    "petr peter pyotr",
    "sergei serge",
    "sofiia sofia sophia sophie",
    "stepan stephen",
    "vasilii basil",
    "viktor victor",
    "vladimir wladimir",
)
"""One line a name, in any of the spellings of either language."""
