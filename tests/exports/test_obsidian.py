"""Notes for Obsidian: properties that YAML reads, and links that lead to a note."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from exporting import HOSTILE, selection, write_hostile
from markdown_it import MarkdownIt
from support import CORPORA, ROOT, cases

from claimcli.exports.obsidian import make, tag
from claimcli.file_names import file_name
from claimcli.render.safe import visible


def written(corpus: Path, folder: Path, **filters: tuple[str, ...]) -> dict[str, str]:
    """The notes by their paths without ending."""
    make(selection(corpus, **filters), folder)
    files = folder.rglob("*.md")
    return {
        file.relative_to(folder).with_suffix("").as_posix(): file.read_bytes().decode()
        for file in files
    }


def parted(note: str) -> tuple[dict[str, Any], str]:
    """The properties of a note, and its text."""
    _, front, text = note.split("---\n", 2)
    return yaml.safe_load(front) or {}, text


def texts_in(value: Any) -> list[str]:
    """The texts of a property, however deep."""
    if isinstance(value, list):
        return [text for one in value for text in texts_in(one)]
    return [value] if isinstance(value, str) else []


def dead_links(notes: dict[str, str]) -> list[str]:
    """Links of properties and of the text that lead to no note."""
    found = []
    for note in notes.values():
        properties, text = parted(note)
        values = filter(is_link, texts_in(list(properties.values())))
        found += [value[2:-2].split("|")[0] for value in values]
        parsed = [token for token in MarkdownIt().parse(text) if token.children]
        inside = [inner for token in parsed for inner in token.children or ()]
        found += [unquote(str(t.attrGet("href")))[:-3] for t in inside if t.type == "link_open"]
    return [path for path in found if path not in notes]


def is_link(text: str) -> bool:
    return bool(re.fullmatch(r"\[\[[^\[\]|]+\|[^\[\]|]+\]\]", text))


def test_a_claim_is_a_note_with_its_fields_and_says_how_it_is_known(tmp_path: Path) -> None:
    notes = written(CORPORA / "small", tmp_path / "vault")
    properties, text = parted(notes["claims/vorobev-1975-weston"])
    assert properties["scholars"] == ["[[scholars/boris|B. Vorob'ev]]"]
    assert properties["via"] == ["[[sources/archer-2000|Archer 2000]]"]
    assert properties["stance"] == "[[positions/who-began/weston-began|Weston began it]]"
    assert properties["unclear"] == ["stance"]
    assert "(second-hand, via Archer 2000; unclear: stance)" in text
    phrase = parted(notes["claims/archer-2000-many-easton"])[1]
    assert phrase.startswith("\n“many historians”: Easton began the quarrel.\n")


@pytest.mark.parametrize("corpus", [CORPORA / "small", ROOT / "claims"], ids=["small", "shipped"])
@pytest.mark.slow
def test_every_link_has_its_note(corpus: Path, tmp_path: Path) -> None:
    notes = written(corpus, tmp_path / "vault")
    assert dead_links(notes) == []
    with_links = [note for note in notes.values() if "[[" in note]
    assert len(with_links) > len(notes) / 2


def test_what_is_not_handed_on_is_no_link(tmp_path: Path) -> None:
    notes = written(CORPORA / "small", tmp_path / "vault", tag=("trade",))
    assert dead_links(notes) == []
    assert "claims/vorobev-1975-easton" not in notes
    disputed = parted(notes["claims/archer-2000-weston-closed-the-bridge"])[0]["disputes"]
    assert disputed == [
        "Easton sent its riders out before any word was given.",
        "[[positions/who-began/easton-began|Easton began it]]",
    ]


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    notes = written(write_hostile(tmp_path / "corpus"), tmp_path / "vault")
    assert dead_links(notes) == []
    for word, text in HOSTILE.items():
        properties, shown = parted(notes[f"claims/c-{word}"])
        assert properties["statement"] == text
        assert properties["quote"] == text
        blocks = MarkdownIt().parse(shown)
        assert [b.type for b in blocks if b.tag not in ("p", "blockquote", "")] == []
        quoted = next(b for b in blocks if b.type == "inline" and b.level == 2)
        assert {child.type for child in quoted.children or ()} <= {"text", "text_special"}
        assert "".join(c.content for c in quoted.children or ()) == visible(text).strip()
        assert "\x1b" not in notes[f"claims/c-{word}"]
        assert "\u202e" not in notes[f"claims/c-{word}"]


def test_a_key_of_zotero_is_a_file_on_every_disk(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "title: T\nformat: 1\nreferences:\n- {id: 'a:B', type: book, title: X}\n"
        "claims:\n- {id: c, scholars: [s], statement: S., citation: {source: 'a:B'}}\n",
        encoding="utf-8",
    )
    notes = written(tmp_path, tmp_path / "vault")
    assert dead_links(notes) == []
    assert parted(notes[f"sources/{file_name('a:B')}"])[0]["id"] == "a:B"
    assert parted(notes["claims/c"])[0]["scholars"] == ["s"]


@cases(
    ("text", "written"),
    [("trade", "trade"), ("war aims", "war-aims"), ("1125", "_1125"), ("a/b", "a/b"), ("#x!", "x")],
)
def test_a_tag_is_one_of_obsidian(text: str, written: str) -> None:
    assert tag(text) == written
