"""A home for examples: the corpus, the text and the files that help and documents name."""

from __future__ import annotations

import shutil
from pathlib import Path

from repositories import git
from support import ROOT

TEXT = "Both sides wanted this war (Vorob'ev 1975, p. 116).\n"

FILES = {
    "kim.txt": TEXT,
    "texts/kim-2013.txt": TEXT,
    "library.bib": "@book{lee-2001, author = {Lee, B.}, title = {War}, year = 2001}\n",
    "marked.md": "> the south fled by night\n\nLee 2001, p. 4\n",
    "library.json": '[{"id": "lee-2002", "type": "book"}]\n',
    "annotations.json": '[{"itemType": "annotation", "annotationText": "both sides"}]\n',
    "claims.csv": "Argument,holder,source\nIt was so.,Ann Lee,lee-2003\n",
    "colours.txt": "yellow: who-started-war/both-wanted\n",
    "notes.yaml": """\
scholars: [kim]
statement: It was so.
citation: {source: kim-2013}
""",
    "base.yaml": "claims:\n- id: a\n",
    "ours.yaml": "claims:\n- id: a\n- id: b\n",
    "theirs.yaml": "claims:\n- id: a\n  note: So.\n",
    "essay.md": "Jin and Song both wanted the war between them [@vorobev-1975, p. 116].\n",
}


def furnish(home: Path) -> None:
    """Put the files of examples into a directory, with a copy of the corpus: some write to it.

    It is a repository, so that there are revisions to compare.
    """
    shutil.copytree(ROOT / "claims", home / "claims")
    for name, text in FILES.items():
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    git(home, "init", "-q")
    git(home, "add", "claims")
    git(home, "commit", "-q", "-m", "Begin")
    git(home, "commit", "-q", "--allow-empty", "-m", "Go on")
