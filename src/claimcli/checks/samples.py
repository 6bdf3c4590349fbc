"""Records of which the examples of several codes are made."""

from __future__ import annotations

CLAIM = """\
claims:
- id: kim-2013-truce
  scholars: [kim]
  statement: Song broke the truce.
  citation: {source: kim-2013}
"""
"""A claim with nothing wrong; a field more makes it wrong or mends it."""

QUESTION = """\
id: who-began
question: Who began the war?
stances:
  jin:
    label: Jin did
  song:
    label: Song did
claims:
- id: kim-2013-plunder
  stance: jin
  scholars: [kim]
  statement: An army of Jin went on plundering.
  citation: {source: kim-2013}
- id: kim-2013-truce
  scholars: [kim]
  statement: Song broke the truce.
  citation: {source: kim-2013}
"""
"""A question with a claim, likewise."""

DEBATE = """\
id: who-broke-truce
question: Who broke the truce?
stances:
  jin:
    label: Jin did
  song:
    label: Song did
claims:
- id: kim-2013-jin
  stance: jin
  scholars: [kim]
  statement: An army of Jin went on plundering.
  citation: {source: kim-2013}
"""
"""A question of which only one stance is held."""

DEBATED = """\
- id: kim-2013-song
  stance: song
  scholars: [kim]
  statement: A night attack ended the truce.
  citation: {source: kim-2013}
"""
"""Who holds the other."""
