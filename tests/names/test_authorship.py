"""Whether a printed name can be that of an author as CSL splits it."""

from __future__ import annotations

from support import cases

from claimcli.model import Creator, Scholar, Source, Spelling
from claimcli.names.authorship import can_be_work_of, is_spelling_of


@cases(
    ("family", "given", "spelling"),
    [
        ("Vorob'ev", "M. V.", "M. V. Vorob'ev"),
        ("Vorob'ev", "M. V.", "M.V. Vorob`ev"),
        ("Vorob'ev", "M. V.", "Vorobʹev, Mikhail"),
        ("Vorob'ev", "Mikhail Vasil'evich", "M. Vorobev"),
        ("Vorob'ev", None, "M. V. Vorob'ev"),
        ("Vorob'ev", "M. V.", "Vorob'ev"),
        ("Franke", "Herbert", "FRANKE Herbert"),
        ("Müller", "Jörg", "Jorg Muller"),
        ("Rachewiltz", "Igor", "Igor de Rachewiltz"),
        ("Rachewiltz", "Igor", "de Rachewiltz, I."),
        ("Okladnikov", "A. P.", "A. Okladnikov"),
        ("Tao", "Jing-shen", "Tao Jingshen"),
        ("Tao", "Jing-shen", "Jing-shen Tao"),
        ("陶", "晋生", "陶晋生"),
        ("Воробьев", "М. В.", "Михаил Васильевич Воробьев"),
        ("Воробьев", "М.", "M. V. Vorob'ev"),
        ("Vorobyov", "Mikhail", "M. V. Vorob'ev"),
        ("Утченко", "С.", "S. L. Utchenko"),
        ("Утченко", None, "S. L. Utchenko"),
        ("Utchenko", "S. L.", "С. Л. Утченко"),
        ("Hölkeskamp", "Karl-Joachim", "K.-J. Hoelkeskamp"),
        ("Hoelkeskamp", "K.-J.", "Karl-Joachim Ho\u0308lkeskamp"),
        ("Zhang", "Jue", "Chang Chüeh"),
        ("張", "覺", "Zhang Jue"),
        ("Kim", "Alexander", "Ким А."),
    ],
)
def test_spellings_of_one_name(family: str, given: str | None, spelling: str) -> None:
    assert is_spelling_of(Creator(family, given), spelling)


@cases(
    ("family", "given", "spelling"),
    [
        ("Vorob'ev", "M. V.", "A. Vorob'ev"),
        ("Vorob'ev", "M. V.", "M. V. Vorontsov"),
        ("Kozhanov", "S.", "E. Kozhanov"),
        ("Franke", "Herbert", "Otto Franke"),
        ("Kim", "Alexander", "Kimura Alexander"),
        ("Zhang", "Jue", "Zhang Jun"),
        ("Zhang", "Jue", "Chang Chün"),
        ("張", "覺", "Zhang Jun"),
        ("Воробьев", "А.", "M. V. Vorob'ev"),
        ("Утченко", "Л.", "S. L. Utchenko"),
        ("Müller", "J.", "F. Mueller"),
        ("Moller", "J.", "J. Moeller"),
    ],
)
def test_names_of_two_people(family: str, given: str, spelling: str) -> None:
    assert not is_spelling_of(Creator(family, given), spelling)


def test_a_body_is_named_whole() -> None:
    body = Creator(literal="Academia Sinica")
    assert is_spelling_of(body, "Academia Sinica")
    assert not is_spelling_of(body, "Academia Sinica of Taipei")


def test_a_body_is_named_whole_in_another_script_too() -> None:
    body = Creator(literal="Академия наук")
    assert is_spelling_of(body, "Akademiia nauk")
    assert not is_spelling_of(body, "Akademiia nauk SSSR")


def test_every_declared_spelling_counts() -> None:
    source = Source(id="w", type="book", author=(Creator("Worobjowski", "M."),))
    scholar = Scholar(id="v", name="M. V. Vorob'ev", kind="person")
    assert not can_be_work_of(source, scholar)
    spelled = Scholar(
        id="v", name="M. V. Vorob'ev", kind="person", names=(Spelling("M. Worobjowski"),)
    )
    assert can_be_work_of(source, spelled)


@cases("nobody", [Creator(), Creator(family="—"), Creator(literal="???")])
def test_an_author_without_any_name_is_nobody(nobody: Creator) -> None:
    source = Source(id="w", type="book", author=(nobody,))
    assert not can_be_work_of(source, Scholar(id="v", name="Vorob'ev", kind="person"))


@cases(
    ("holder", "literal"),
    [
        ("Sima Qian", "司馬遷"),
        ("Sima Qian", "司马迁"),
        ("Ssu-ma Ch'ien", "Sima Qian"),
        ("司馬遷", "Sima Qian"),
        ("Ouyang Xiu", "歐陽修"),
        ("Ou-yang Hsiu", "Ouyang Xiu"),
        ("Kim Pu-sik", "김부식"),
        ("Bede", "Venerable Bede"),
        ("Bede", "Bede the Venerable"),
        ("Bede", "Saint Bede"),
        ("Venerable Bede", "St. Bede"),
        ("Gregory", "Gregory of Tours"),
        ("Gregory of Tours", "Bishop Gregory of Tours"),
        ("Pliny the Elder", "Pliny"),
        ("Augustine", "Augustine, Saint"),
        ("William", "William I"),
        ("Publius Cornelius Tacitus", "Tacitus"),
        ("Nestor", "Нестор"),
    ],
)
def test_a_person_of_one_name_may_have_more_to_it(holder: str, literal: str) -> None:
    source = Source(id="w", type="book", author=(Creator(literal=literal),))
    assert can_be_work_of(source, Scholar(id="h", name=holder, kind="person"))


@cases(
    ("holder", "literal"),
    [
        ("Sima Qian", "司馬光"),
        ("Ssu-ma Ch'ien", "Sima Guang"),
        ("Gregory of Tours", "Gregory the Great"),
        ("Pliny the Elder", "Pliny the Younger"),
        ("William I", "William II"),
        ("Lincoln", "University of Lincoln"),
        ("Bede", "Bede Society"),
        ("Cornelius", "Cornelius Tacitus"),
    ],
)
def test_another_byname_is_another_person(holder: str, literal: str) -> None:
    source = Source(id="w", type="book", author=(Creator(literal=literal),))
    assert not can_be_work_of(source, Scholar(id="h", name=holder, kind="person"))


def test_a_group_goes_by_its_whole_name() -> None:
    source = Source(id="w", type="book", author=(Creator(literal="Society of Rome"),))
    assert not can_be_work_of(source, Scholar(id="h", name="Society", kind="group"))
