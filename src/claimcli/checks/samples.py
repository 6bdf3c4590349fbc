"""Records of which the examples of several codes are made."""

from __future__ import annotations

_TRUCE = """\
- id: kim-2013-truce
  scholars: [kim]
  statement: Song broke the truce.
  citation: {source: kim-2013}
"""

CLAIM = f"claims:\n{_TRUCE}"
"""A claim with nothing wrong; a field more makes it wrong or mends it."""

_SIDES = """\
stances:
  jin:
    label: Jin did
  song:
    label: Song did
claims:
"""
_PLUNDER = """\
  stance: jin
  scholars: [kim]
  statement: An army of Jin went on plundering.
  citation: {source: kim-2013}
"""

QUESTION = f"""\
id: who-began
question: Who began the war?
{_SIDES}- id: kim-2013-plunder
{_PLUNDER}{_TRUCE}"""
"""A question with two claims, likewise."""

DEBATE = f"""\
id: who-broke-truce
question: Who broke the truce?
{_SIDES}- id: kim-2013-jin
{_PLUNDER}"""
"""A question of which only one stance is held."""

DEBATED = """\
- id: kim-2013-song
  stance: song
  scholars: [kim]
  statement: A night attack ended the truce.
  citation: {source: kim-2013}
"""
"""Who holds the other."""
