"""A corpus with one of everything that a report tells of, small enough to work it out by hand."""

from __future__ import annotations

FILES = {
    "corpus.yaml": "title: Two towns\nlicence: CC0-1.0\nformat: 1\n",
    "people.yaml": """
scholars:
- {id: ann, name: Ann Archer, kind: person, school: western}
- {id: bob, name: Bob Baker, kind: person, school: eastern}
- {id: cid, name: Cid Carter, kind: person, school: southern}
- {id: many, name: many historians, kind: unnamed}
- {id: reeve, name: the reeve, kind: contemporary}
references:
- id: ann-2000
  type: book
  title: The Two Towns
  author: [{family: Archer, given: Ann}]
  issued: '2000'
  language: en-GB
  note: Read in the second printing.
- id: bob-1975
  type: book
  title: Goroda
  author: [{family: Baker, given: Bob}]
  issued: '1975'
  language: ru
- id: bob-1990
  type: book
  title: Novye goroda
  author: [{family: Baker, given: Bob}]
  issued: '1990'
- {id: cid-1950, type: book, title: 兩城, issued: '1950', language: zh-Hant}
""",
    "questions/who.yaml": """
id: who
question: Who began it?
scope: The quarrel of 1125.
period: 1125/1127
exclusive: true
part_of: wider
stances:
  north: {label: The north, meaning: The north moved first.}
  south: {label: The south}
  nobody: {label: No one}
claims:
- id: a1
  stance: south
  scholars: [ann]
  statement: The south began it.
  citation: {source: ann-2000, locator: p. 4}
  quote: it was the south
  certainty: probable
  relations: [{disputes: who/north}]
  checked: {by: Eve}
- id: b1
  stance: north
  scholars: [bob]
  statement: The north began it.
  citation: {source: bob-1975, locator: p. 3}
  via: [{source: ann-2000, locator: p. 9}]
  quote: Baker blames the north
- id: b2
  stance: south
  scholars: [bob]
  statement: The south was the first to arm.
  citation: {source: bob-1990}
  via: [{source: ann-2000}]
  relations: [{revises: b1}]
  unclear: [stance]
  note: Whether arming is beginning is not said.
- id: m1
  stance: north
  scholars: [many]
  statement: The north is to blame.
  via: [{source: ann-2000}]
  quote: many blame the north
- id: r1
  stance: none
  scholars: [reeve]
  statement: God knows who began it.
  via: [{source: ann-2000}]
- id: a2
  stance: none
  scholars: [ann]
  statement: The debate is open.
  citation: {source: ann-2000}
  basis: [{claim: b1}, {source: bob-1975, locator: p. 7}]
""",
    "questions/wider.yaml": """
id: wider
question: Were the towns at peace?
stances:
  no: {label: They were not}
claims:
- id: w1
  stance: no
  scholars: [ann]
  statement: The north had raided for years.
  citation: {source: ann-2000, locator: p. 5}
  answers: [who/north]
  relations: [{qualifies: b1}]
""",
}
"""Seven claims on `who`, of which `w1` is recorded under `wider` and answers it, too.

A, the north: Ann through `w1`, Bob second-hand through `b1`, many historians through `m1`.
B, the south: Ann through `a1`, Bob by reading through `b2`, which revises `b1`.
C, no one: nobody. No side: Ann through `a2`, the reeve, who is of the time, through `r1`.
"""


def crowd(number: int) -> dict[str, str]:
    """A question `crowd` with so many holders: of the west and the east by turns, the last of no
    recorded school."""
    schools = [f", school: {'east' if n % 2 else 'west'}" for n in range(number - 1)]
    people = "".join(
        f"- {{id: p{n}, name: P{n}, kind: person{school}}}\n"
        for n, school in enumerate([*schools, ""])
    )
    claims = "".join(
        f"- {{id: c{n}, stance: s, scholars: [p{n}], statement: S, citation: {{source: w}}}}\n"
        for n in range(number)
    )
    return {
        "crowd.yaml": f"references:\n- {{id: w, type: book, title: T}}\nscholars:\n{people}",
        "questions/crowd.yaml": "id: crowd\nquestion: Q?\nstances:\n  s: {label: S}\n"
        f"claims:\n{claims}",
    }
