"""Words that tell what stands in a citation, in the languages of the texts met so far."""

from __future__ import annotations

SIGNALS = (
    r"see also|see|compare|cf\.|cf\b|e\.\s?g\.|i\.\s?e\.|for example|for instance|such as|as in"
    r"|quoted in|cited in|cited by|qtd\. in|reprinted in|according to|following|but see|also|esp\."
    r"|especially|and|but|or|vgl\.|siehe auch|siehe|voir|см\. также|см\.|ср\.|напр\.|цит\. по|и"
)
"""What leads to a citation, as the inside of a regular expression's group."""

LOOSE_SIGNALS = "in|after|before|since|until|from|by|to|по|в"
"""What leads to a time or a place as well as to a citation."""

PARTICLES = frozenset(
    "de van von der den da di du la le al el ibn bin ben ter ten dos del della zu af av y".split()
)
"""Words in small letters that are part of a family name."""

TITLE_STEMS = tuple(
    "istori ocherk histor geschicht storia essa encyclop enciclop entsiklop enzyklop material "
    "sborn cambridge annal chronic record studies trudy vestnik atlas slovar dictionar handbook "
    "proceedings document archiv записк истори очерк материал сборн летопис труд энциклоп словар "
    "атлас документ".split()
)
"""How words begin that stand in titles and in no name, where every word has a capital."""

EVENTS = frozenset(
    "war wars battle treaty peace incident revolution rebellion revolt uprising siege dynasty "
    "empire reign congress conference agreement invasion period era century movement campaign "
    "coup election year spring summer autumn winter february october moscow leningrad peking "
    "beijing london paris berlin tokyo seoul vladivostok novosibirsk born died reigned founded "
    "published".split()
)
"""First or last words of what has a year and is no work: events, seasons, cities."""

NEVER_LAST = frozenset(
    "of in on at by for from to the a an and or since until before after about around circa ca "
    "в из на от до с".split()
)
"""Words that no name and no title ends in, so that the year after them is a time."""

ABBREVIATED = frozenset(
    "p pp vol vols no nos ed eds cf e.g i.e al etc dr mr mrs ms st prof c ca fig figs ch chap "
    "trans approx esp fol fols r b d fl vs jr sr op cit ibid n nn rev gen col lt capt hon u.s viz "
    "см ср т тт г гг в вв с стр гл ч др напр изд ред акад проф bd hrsg vgl s z.b u.a d.h v t "
    "p.ex".split()
)
"""What stands before a full stop that ends no sentence."""
