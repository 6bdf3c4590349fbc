"""An omission that passes over a negation is told, whatever the language; no other one is."""

from __future__ import annotations

from support import cases

from claimcli.quotes import verify
from claimcli.texts import prepare


def negation(quote: str, text: str) -> str | None:
    found = verify(quote, None, prepare(text))
    assert found.status == "exact"
    assert len(found.passed_over) <= 1
    return found.passed_over[0].negation if found.passed_over else None


@cases(
    ("quote", "text", "wanted"),
    [
        ("the king did […] wait", "So the king did not wait.", "not"),
        ("the king could […] wait", "So the king could never have wished to wait.", "never"),
        ("the king […] wait", "So the king didn’t want to wait.", "n't"),
        ("the king […] wait", "So the king can-\nnot wait.", "cannot"),
        ("came […] an army", "He came without an army.", "without"),
        ("The king […] fled", "The king, no coward, fled.", "no"),
        ("was […] heard", "It was scarcely ever heard.", "scarcely"),
        ("Der König hat […] gewartet", "Der König hat gewiss nicht gewartet.", "nicht"),
        ("Er hatte […] Heer", "Er hatte damals kein Heer.", "kein"),
        ("Er sah […] Feinde", "Er sah dort keinerlei Feinde.", None),
        ("Le roi […] attendu", "Le roi n’a guère attendu.", "n'"),
        ("Le roi […] attendu", "Le roi a toujours attendu.", None),
        ("Il est venu […] armée", "Il est venu sans son armée.", "sans"),
        ("Царь […] ждал", "Царь вовсе не ждал.", "не"),
        ("Царь […] ждал", "Царь никогда и нигде ждал.", "никогда"),
        ("Царь пришёл […] войска", "Царь пришёл без своего войска.", "без"),
        ("Царь […] ждал", "Царь небесный ждал.", None),
        ("rex […] venit", "Tum rex numquam eo venit.", "numquam"),
        ("rex […] venit", "Tum rex haud libenter venit.", "haud"),
        ("Il re […] venuto", "Il re non era venuto.", "non"),
        ("El rey […] llegó", "El rey nunca jamás llegó.", "nunca"),
        ("O rei […] veio", "O rei não veio.", "não"),
        ("De koning […] gekomen", "De koning is niet gekomen.", "niet"),
        ("Król […] przyszedł", "Król wcale nie przyszedł.", "nie"),
        ("Regele […] voia război", "Regele nu voia război.", "nu"),
        ("De koning wil […] komen", "De koning wil nu zelf komen.", None),
        ("Král […] válku", "Král nechtěl válku.", "nechtěl"),
        ("Kuningas […] tahtonut", "Kuningas ei tahtonut.", "ei"),
        ("Vua […] muốn chiến tranh", "Vua không muốn chiến tranh.", "không"),
        ("राजा युद्ध […] चाहता था", "राजा युद्ध नहीं चाहता था।", "नहीं"),
        ("A király […] jött", "A király akkor nem jött.", "nem"),
        ("Kungen […] komma", "Kungen ville inte komma.", "inte"),
        ("ο βασιλιάς […] ήρθε", "Τότε ο βασιλιάς δεν ήρθε.", "δεν"),
        ("המלך […] בא", "אז המלך לא בא.", "לא"),
        ("המלך […] בא", "אז המלך מֵעוֹלָם בא.", "מעולם"),
        ("إن الملك […] يأت", "قال إن الملك لَمْ يأت.", "لم"),
        ("金人[…]欲戰", "時金人實不欲戰。", "不"),
        ("金人[…]戰", "時金人未嘗與宋戰。", "未"),
        ("金人[…]戰", "時金人欲與宋戰。", None),
        ("王は[…]と言い", "王はついに来なかったと言い、", "なかっ"),
        ("왕은 […] 않은", "왕은 결코 가지 못하고 오지 않은 일이다.", "못"),
        ("왕은 […] 갔다", "왕은 그때 안 갔다.", "안"),
        ("왕은 […] 갔다", "왕은 그때 안동에 갔다.", None),
    ],
)
def test_the_negation_is_told(quote: str, text: str, wanted: str | None) -> None:
    assert negation(quote, text) == wanted


@cases(
    "text",
    [
        "The king, who was noble and notable, fled.",
        "The king of No. 12 Bridge Street fled.",
        "The king stood. Nobody else did. He was old when he fled.",
        "The king of the knot, the north and the nonce fled.",
    ],
)
def test_where_nothing_quoted_is_denied_nothing_is_said(text: str) -> None:
    assert negation("The king […] fled", text) is None


def test_what_is_passed_over_is_shown_with_its_place() -> None:
    text = "The king did, whatever they say,\nnot wait. He went on […] to the ford."
    found = verify("The king did […] wait […] to the", None, prepare(text))
    (denied,) = found.passed_over
    assert (denied.start, denied.end) == (12, 37)
    assert text[denied.start : denied.end] == ", whatever they say,\nnot "
    assert denied.text == ", whatever they say, not"


def test_each_omission_counts_by_itself() -> None:
    found = verify("did […] see […] hear", None, prepare("He did not see, nor could he hear."))
    told = [(denied.start, denied.negation) for denied in found.passed_over]
    assert told == [(6, "not"), (14, "nor")]


def test_each_place_counts_by_itself() -> None:
    found = verify("did […] see", None, prepare("He did see. He did not see, or did seldom see."))
    assert found.status == "ambiguous"
    assert {denied.negation for denied in found.passed_over} == {"not", "seldom"}


def test_a_quotation_that_has_the_brackets_from_its_text_leaves_nothing_out() -> None:
    assert negation("did […] wait", "He did […] wait; did not wait.") is None
