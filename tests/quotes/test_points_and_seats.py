"""Points, accents and hamza: no letters, yet never others than the text has.

Hebrew after Genesis 1:1-2 in the Masoretic text, Arabic after sura 1 and common phrases.
"""

from __future__ import annotations

import itertools

import pytest
from support import cases

from claimcli.quotes import verify
from claimcli.texts import prepare

GENESIS = (
    "לפני כן. בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם וְאֵ֥ת הָאָֽרֶץ׃ וְהָאָ֗רֶץ הָיְתָ֥ה תֹ֙הוּ֙ וָבֹ֔הוּ ׀ וְחֹ֖שֶׁךְ עַל־פְּנֵ֣י תְה֑וֹם. סוף."
)
PLAIN = "לפני כן. בראשית ברא אלהים את השמים ואת הארץ. סוף."
FATIHA = "قبل. بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَٰلَمِينَ. بعد"
BARE = "قبل. بسم الله الرحمن الرحيم، وأخذ المسؤول عن القرآن كتاباً. بعد"


def status(quote: str, text: str) -> str:
    return verify(quote, None, prepare(text)).status


@cases(
    ("quote", "text", "wanted"),
    [
        ("בראשית ברא אלהים", GENESIS, "normalised"),
        ("בְּרֵאשִׁית בָּרָא אֱלֹהִים", GENESIS, "normalised"),  # points without accents
        ("בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים", GENESIS, "exact"),
        ("בְּרֵאשִׁית בָּרָא", PLAIN, "normalised"),  # points of the quoter's
        (
            "ואת הארץ והארץ היתה",
            GENESIS,
            "normalised",
        ),  # the end of the verse goes with the accents
        ("ואת הארץ: והארץ היתה", GENESIS, "normalised"),
        ("וְאֵ֥ת הָאָֽרֶץ׃", GENESIS, "exact"),
        ("ואת הארץ׃ והארץ", GENESIS, "normalised"),
        ("תהו ובהו וחשך", GENESIS, "normalised"),  # over a paseq
        ("על-פני תהום", GENESIS, "normalised"),
        ("על־פני תהום", GENESIS, "normalised"),
        ("על פני תהום", GENESIS, "normalised"),
        ("\ufb31\ufb2a", "ב\u05bcש\u05c1 הוא", "normalised"),  # presentation forms
        ("בּשׁ", "\ufb31\ufb2a הוא", "normalised"),
        ('צה"ל בא', "אז צה״ל בא", "normalised"),
        ("צה״ל בא", 'אז צה"ל בא', "normalised"),
        ("צה''ל בא", "אז צה״ל בא", "normalised"),
        ("צה”ל בא", "אז צַהַ״ל בא", "normalised"),
        ("ר' משה", "אז ר׳ משה בא", "normalised"),
        ("װאָס ייִדיש", "דאס וואס יידיש איז", "normalised"),
    ],
)
def test_hebrew(quote: str, text: str, wanted: str) -> None:
    assert status(quote, text) == wanted


@cases(
    ("quote", "text"),
    [
        ("בֹּרֵא אלהים", GENESIS),  # another vowel
        ("ברא אלוהים", GENESIS),  # another spelling
        ("שׂם בא", "אז שׁם בא"),  # sin is no shin
        ("ואת הארץ: סוף", PLAIN),
        ("ואת השמים והארץ", GENESIS),
        ("בראשית: ברא", GENESIS),
        ("בראשית׃ ברא", GENESIS),
        ("צהל בא", "אז צה״ל בא"),
        ("עלפני תהום", GENESIS),
    ],
)
def test_hebrew_that_is_not_there(quote: str, text: str) -> None:
    assert status(quote, text) not in ("exact", "normalised")


@cases(
    ("quote", "text"),
    [
        ("بسم الله الرحمن الرحيم", FATIHA),
        ("بِسْمِ اللَّهِ الرَّحْمَٰنِ", FATIHA),
        ("الحمد لله رب العلمين", FATIHA),
        ("بِسْمِ اللَّهِ الرَّحْمَٰنِ", BARE),
        ("الـرحـمـن الرحيم", BARE),
        ("واخذ المسوول عن القران", BARE),
        ("أخذ المسؤول", "ثم اخذ المسوول ذلك"),
        ("وإخوانه", "هو واخوانه هنا"),
        ("\u0627\u0654خذ", "ثم أخذ ذلك"),  # decomposed
        ("ﺍﻟﺮﺣﻤﻦ", BARE),  # presentation forms
        ("الرحمن", "قال ﺍﻟﺮﺣﻤﻦ هنا"),
        ("لا", "قال ﻻ هنا"),
        ("كتاباً", "قال كتابا هنا"),
        ("کتاب علی", "هذا كتاب علي هنا"),  # Persian kaf and yeh
        ("کتاب علی", "هذا كتاب على هنا"),
        ("كتاب علي", "این کتاب علی است"),
        ("ایران میشود", "در ایران می‌شود گفت"),
        ("سنة ۱۲", "في سنة ١٢ هجرية"),
        ("یہ ملک", "هو يه ملك هنا"),
        ("قال: نعم, ثم", "قال: نعم، ثم جاء"),
        ("لماذا?", "قال لماذا؟ ثم"),
    ],
)
def test_arabic(quote: str, text: str) -> None:
    assert status(quote, text) == "normalised"


@cases(
    ("quote", "text"),
    [
        ("إخذ المسؤول", BARE),  # hamza on the other side
        ("كُتِب هنا", "ثم كَتَب هنا"),
        ("كتاب علي", "هذا كتاب على هنا"),  # Ali, and "on": a text that has both signs means both
        ("مدرسه كبيرة", "هي مدرسة كبيرة هنا"),
        ("سما زرقاء", "هي سماء زرقاء هنا"),
        ("المسئول عن", BARE),
        ("پھر آیا", "وہ پہر آیا تھا"),
        ("بشم الله", FATIHA),
    ],
)
def test_arabic_that_is_not_there(quote: str, text: str) -> None:
    assert status(quote, text) not in ("exact", "normalised")


def test_a_pointed_quotation_has_the_place_of_its_letters() -> None:
    (place,) = verify("ברא אלהים", None, prepare(GENESIS)).places
    assert [selector.exact for selector in place.selectors] == ["בָּרָ֣א אֱלֹהִ֑ים"]


LETTERS = "אבגדהוזחטיכלמנסעפצקרשת"
VOWELS = "\u05b0\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb"


@pytest.mark.slow
def test_no_other_vowel_and_no_other_letter_passes() -> None:
    words = ["בָּרָא", "אֱלֹהִים", "הַשָּׁמַיִם", "הָאָרֶץ", "תְהוֹם"]
    text = " ".join(words)
    witness = prepare(f"כן. {text}. סוף")
    tried = 0
    for word, vowel in itertools.product(words, VOWELS):
        for at, sign in enumerate(word):
            if sign in VOWELS and sign != vowel:
                changed = word[:at] + vowel + word[at + 1 :]
                quote = text.replace(word, changed)
                assert verify(quote, None, witness).status not in ("exact", "normalised"), quote
                tried += 1
    for word, letter in itertools.product(words, LETTERS):
        for at, sign in enumerate(word):
            if sign in LETTERS and sign != letter:
                quote = text.replace(word, word[:at] + letter + word[at + 1 :])
                assert verify(quote, None, witness).status not in ("exact", "normalised"), quote
                tried += 1
    assert tried == 448


@pytest.mark.parametrize(
    ("quote", "text", "difference"),
    [
        ("בֹּרֵא אלהים את השמים", "בָּרָא אלהים את השמים", "[-בָּרָא-]{+בֹּרֵא+} אלהים את השמים"),
        ("علي الارض كان الملك", "على الأرض كان الملك", "[-على-]{+علي+} الارض كان الملك"),
    ],
)
def test_points_that_differ_are_shown(quote: str, text: str, difference: str) -> None:
    found = verify(quote, None, prepare(text))
    assert (found.status, found.difference, found.hint) == ("near", difference, None)
