"""Holders and works that are hard to draw: of one name, in other scripts, hostile."""

from __future__ import annotations

PEOPLE = {
    "title": "Odd",
    "format": 1,
    "scholars": [
        {"id": "ann", "name": "Михаил Воробьёв", "kind": "person"},
        {"id": "ann-the-younger", "name": "Михаил Воробьёв", "kind": "person"},
        {"id": "tao", "name": "陶晉生", "kind": "person"},
        {"id": "cai", "name": "the chancellor 蔡京", "kind": "contemporary"},
        {"id": "steer", "name": "[bold]X \x9b31m", "kind": "unnamed"},
    ],
    "references": [
        {"id": "old", "type": "book", "title": "Old", "issued": "1900"},
        {"id": "undated", "type": "book", "title": "Undated"},
    ],
}
