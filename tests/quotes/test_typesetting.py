"""Spaces within quotation marks, words divided by old signs, and the letters of old faces."""

from __future__ import annotations

import itertools

from support import cases

from claimcli.quotes import verify
from claimcli.texts import prepare


def status(quote: str, text: str) -> str:
    return verify(quote, None, prepare(text)).status


FRENCH = [
    "Il voulut « la paix du roi » et rien.",
    "Il voulut «\u00a0la paix du roi\u00a0» et rien.",
    "Il voulut «\u202fla paix du roi\u202f», et rien.",
    "Il voulut «\u2009la paix du roi\u2009».",
    "Il voulut «la paix du roi» et rien.",
    "Il voulut ‹\u202fla paix du roi\u202f› et rien.",
    "Il voulut “ la paix du roi ” et rien.",
    'Il voulut "\u00a0la paix du roi\u00a0" et rien.',
    "Il voulut (« la paix du roi »).",
    "Il voulut\n«\nla paix du roi » ; rien.",
    "Il voulut — « la paix du roi\n» et rien.",
    "Er wollte »la paix du roi« und nichts.",
    "Er wollte „la paix du roi“ und nichts.",
]


@cases("text", FRENCH)
@cases(
    "quote",
    ['"la paix du roi"', "« la paix du roi »", "«\u202fla paix du roi\u202f»", "“la paix du roi”"],
)
def test_the_spaces_within_quotation_marks_are_the_printers(text: str, quote: str) -> None:
    assert status(quote, text) in ("exact", "normalised")


@cases("space", ["", " ", "\u00a0", "\u202f", "\u2009", "\n"])
@cases("mark", ";:!?")
def test_the_space_before_a_double_sign_is_the_printers(space: str, mark: str) -> None:
    for other in ("", " ", "\u202f"):
        found = status(f"La guerre{other}{mark} la paix", f"Ah. La guerre{space}{mark} la paix.")
        assert found == ("exact" if other == space else "normalised")


def test_the_space_outside_of_quotation_marks_is_not() -> None:
    text = "Il dit « oui » et non. Er sagte »ja« und nein. Sie sagte »ja« »nein«."
    assert status('dit "oui" et', text) == "normalised"
    assert status('dit "oui"et', text) == "near"
    assert status('dit"oui" et', text) == "near"
    assert status('sagte "ja" und', text) == "normalised"
    assert status('sagte "ja"und', text) == "near"
    assert status('"ja" "nein"', text) == "normalised"
    assert status('"ja""nein"', text) == "near"


SIGNS = ["-", "‐", "¬", "=", "⸗", "~", "⹀", "\u00ad"]
ENDS = ["\n", "\r\n", " \n", "\n    ", "\n\f", "\f", "\n\n62\n\fStudies in Rivers\n\n"]


@cases(("sign", "end"), list(itertools.product(SIGNS, ENDS)))
def test_a_divided_word_is_whole(sign: str, end: str) -> None:
    text = (
        "Studies in Rivers\n\nAnd so the men took the inter"
        f"{sign}{end}national road.\n\fStudies in Rivers\n\nThey came\n63\n"
    )
    assert status("took the international road", text) == "normalised"
    assert status("took the inter national road", text) == "near"
    assert status("took the intercontinental road", text) == "near"


@cases(
    ("quote", "text"),
    [
        ("the international road", "took the inter¬national road."),
        ("королевство пало", "И коро¬ левство пало."),  # the line is no longer broken there
        ('he said "go" and left', "So he said ``go'' and left."),
        ("he said “go” and left", "So he said ''go'' and left."),
        ("„geh“, sagte er", "Und: ,,geh'', sagte er."),
        ("« la paix du roi »", "Et << la paix du roi >> vint."),
        ("“la paix du roi”", "Et <<la paix du roi>>, enfin."),
        ("шел король", "Вот шёл король."),
        ("шёл король", "Вот шел король."),
        ("старый замок", "Вот старый за́мок."),
        ("سنة 1948 م", "في سنة ١٩٤٨ م."),
        ("سال ۱۳۲۷", "در سال ١٣٢٧."),
        ("सन् 1857 में", "और सन् १८५७ में।"),
    ],
)
def test_signs_that_are_typed_for_others(quote: str, text: str) -> None:
    assert status(quote, text) == "normalised"


@cases(
    ("quote", "text"),
    [
        ("xy is", "so x = y is"),
        ("ab is", "so a=b is"),
        ("ab is", "so a~b is"),
        ("ab is", "so a¬b is"),
        ("1939 and", "so 19=\n39 and"),
        ("the war and", "so the war =\nand"),
    ],
)
def test_such_a_sign_elsewhere_divides_no_word(quote: str, text: str) -> None:
    assert status(quote, text) not in ("exact", "normalised")


@cases(
    ("quote", "text"),
    [
        ("Das ist Wasser", "Und: Das iſt Waſſer."),
        ("muß sein", "es muß ſein."),
        ("der Fluss", "an der Fluſs hin"),
        ("für schöne Häuser", "die fu\u0364r ſcho\u0364ne Ha\u0364uſer"),
        ("Königlich-Preußische", "das Königlich⸗Preußiſche Heer"),
        ("Königlich-Preußische", "das Königlich⸗\nPreußiſche Heer"),
        ("flott und offen", "ganz ﬂott und oﬀen"),
        ("affine Stil", "das aﬃne Stil"),
        ("Stadt", "die ﬅadt".replace("ﬅ", "Sﬅ").replace("Sﬅ", "St")),
        ("its first office", "At its ﬁrﬅ oﬃce."),
        ("une œuvre", "C'est une oeuvre."),
        ("une oeuvre", "C'est une œuvre."),
        ("Caesar Aetius", "O Cæsar Ætius!"),
        ("ÆTAS", "The AETAS of"),
        ("her words", "of heꝛ words"),
        ("Waffen", "die Waf¬\nfen"),
    ],
)
def test_the_letters_of_old_faces(quote: str, text: str) -> None:
    assert status(quote, text) in ("exact", "normalised")


@cases(
    ("quote", "text"),
    [
        ("Das ift Wasser", "Und: Das iſt Waſſer."),  # a long s is no f
        ("fur", "die fu\u0364r es"),
        ("Fluß", "an der Fluſs hin"),
        ("Casar", "O Cæsar!"),
    ],
)
def test_other_letters_are_not(quote: str, text: str) -> None:
    assert status(quote, text) not in ("exact", "normalised")
