"""Forms of English words: the stems that Porter's paper gives, and what a corpus has of them."""

from __future__ import annotations

from collections.abc import Callable

from support import cases

from claimcli.search import search
from claimcli.search.english import stem
from claimcli.search.inflection import known_forms
from claimcli.search.stop_words import STOP_WORDS
from claimcli.store import Store

Stating = Callable[..., Store]

# The examples of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), step by
# step, each carried on through the later steps.
PAPER = """
caresses caress  ponies poni  ties ti  caress caress  cats cat
feed feed  agreed agre  plastered plaster  bled bled  motoring motor  sing sing
conflated conflat  troubled troubl  sized size  hopping hop  tanned tan  falling fall
hissing hiss  fizzed fizz  failing fail  filing file  happy happi  sky sky
relational relat  conditional condit  rational ration  digitizer digit
radically radic  differently differ  vilely vile  analogously analog  vietnamization vietnam
predication predic  operator oper  feudalism feudal  decisiveness decis  hopefulness hope
callousness callous  formality formal  sensitivity sensit  sensibility sensibl
triplicate triplic  formative form  formalize formal  electricity electr  electrical electr
hopeful hope  goodness good  revival reviv  allowance allow  inference infer  airliner airlin
gyroscopic gyroscop  adjustable adjust  defensible defens  irritant irrit  replacement replac
adjustment adjust  dependent depend  adoption adopt  communism commun  activate activ
homologous homolog  effective effect  bowdlerize bowdler  probate probat  rate rate  cease ceas
roll roll
""".split()


@cases(("word", "expected"), [*zip(PAPER[::2], PAPER[1::2], strict=True)])
def test_the_stems_of_the_paper(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_british_spelling_has_the_same_stem() -> None:
    assert stem("mobilisation") == stem("mobilized")
    assert stem("recognised") == stem("recognizes")
    assert stem("raised") == stem("raise")
    assert stem("neighbour") == stem("neighbors") == stem("neighbouring") == stem("neighbor")
    assert stem("colour") == stem("colored")
    assert stem("centres") == stem("center")
    assert stem("four") != stem("for")
    assert stem("hours") == stem("hour") != stem("hor")


@cases(
    ("typed", "written"),
    [
        ("execution", "executed"),
        ("territorial", "territory"),
        ("mercenary", "mercenaries"),
        ("hostility", "hostile"),
        ("mobilisation", "mobilized"),
        ("neighbor", "neighbours"),
        ("neighbouring", "neighbor"),
        ("center", "centre"),
        ("armies", "army"),
        ("lose", "lost"),
        ("fought", "fights"),
        ("win", "won"),
    ],
)
def test_the_forms_of_a_word(stating: Stating, typed: str, written: str) -> None:
    store = stating(f"They {written} there.", "Nothing of the kind.")
    assert known_forms(store, typed) == {written}
    [hit] = search(store, typed).hits
    assert [(m.term, m.text, m.kind, m.reason) for m in hit.matches] == [
        (typed, written, "prefix", "another form")
    ]


@cases(
    ("typed", "written"),
    [("station", "stated"), ("police", "policy"), ("wander", "wand"), ("sing", "sin")],
)
def test_other_words_are_no_forms(stating: Stating, typed: str, written: str) -> None:
    store = stating(f"The {written} was there.")
    assert known_forms(store, typed) == set()


def test_the_word_itself_comes_first(stating: Stating) -> None:
    store = stating("He was executed.", "The execution.", "They were executing him.")
    assert [hit.claim.id for hit in search(store, "execution").hits] == ["c2", "c1", "c3"]


def test_a_phrase_and_what_is_not_wanted_have_no_forms(stating: Stating) -> None:
    store = stating("He was executed.", "The execution.")
    assert [hit.claim.id for hit in search(store, '"execution"').hits] == ["c2"]
    assert [hit.claim.id for hit in search(store, "-execution").hits] == ["c1"]


def test_exact_leaves_forms_out(stating: Stating) -> None:
    store = stating("He was executed.")
    assert search(store, "execution").total == 1
    assert search(store, "execution", exact=True).total == 0


def test_stop_words_need_not_be_met(stating: Stating) -> None:
    store = stating("They besieged the capital.", "A capital of trade.", "Siege engines.")
    assert [hit.claim.id for hit in search(store, "of the capital").hits] == ["c1", "c2"]
    [hit] = search(store, "a siege of engines").hits
    assert [match.term for match in hit.matches] == ["siege", "engines"]


def test_stop_words_are_met_where_they_are_asked_for(stating: Stating) -> None:
    store = stating("They besieged the capital.", "A capital of trade.")
    assert search(store, "of capital", exact=True).total == 1
    assert search(store, '"capital of"').total == 1
    assert search(store, "capital statement:of").total == 1
    assert search(store, "of").total == 1
    assert search(store, "capital -of").total == 1


def test_what_turns_a_statement_around_is_no_stop_word() -> None:
    assert STOP_WORDS.isdisjoint(("no", "nor", "not", "without", "never", "against"))


def test_a_stop_word_in_a_name_belongs_to_it(stating: Stating) -> None:
    names = "names:\n- {id: pass, name: Lord of the Pass, kind: person}\n"
    names += "- id: he\n  name: Yellow River\n  kind: place\n"
    names += "  spellings: [{value: Huang he, scheme: pinyin}]\n"
    store = stating("Huang was an emperor.", "At the Yellow River.", names=names)
    assert [hit.claim.id for hit in search(store, "Huang he").hits] == ["c2", "c1"]


def test_a_stop_word_that_is_a_syllable_of_a_name_must_be_met(stating: Stating) -> None:
    store = stating("An Lushan rebelled.", "A temple on Mount Lushan.", "An Lu-shan fell.")
    for query in ("An Lushan", "an lushan", "安祿山"):
        assert {hit.claim.id for hit in search(store, query).hits} == {"c1", "c3"}
    assert [hit.claim.id for hit in search(store, "on Lushan").hits] == ["c1", "c2", "c3"]


def test_a_stop_word_is_little_where_the_corpus_has_no_such_name(stating: Stating) -> None:
    store = stating("A temple on Mount Lushan.")
    assert [hit.claim.id for hit in search(store, "an Lushan").hits] == ["c1"]


def test_a_word_with_marks_is_no_stop_word(stating: Stating) -> None:
    store = stating("So the king of T'ien-hui fell.", "The era was T'ien-hui.", "서희 was sent.")
    assert [hit.claim.id for hit in search(store, "Sŏ Hŭi").hits] == ["c3", "c1"]


def test_a_strong_verb_has_no_forms_of_another(stating: Stating) -> None:
    assert known_forms(stating("They found the felled trees."), "fall") == set()
