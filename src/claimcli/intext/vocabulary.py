"""Words that tell what stands in a citation, in the languages of the texts met so far."""

from __future__ import annotations

SEE = (
    r"(?i:see also|see|compare|cf\.|cf\b|e\.\s?g\.|for example|for instance|such as|vgl\.(?: auch)?"
    r"|siehe auch|siehe dazu|siehe|voir aussi|voir|véase también|véase|см\. также|см\.|ср\.|напр\."
    r"|cfr\.|vedi anche|vedi|vid\.|ver também|zob\. też|zob\.|por\.|zie ook|zie|jfr\.?|jf\."
    r"|bkz\.|див\.|пор\.|lásd|vö\.|βλ\.|πρβλ\.)"
)
"""What sends a reader to a work, also after a remark, as the inside of a group."""

BORROWED = (
    r"(?i:(?:as |first )?(?:quoted|cited|qtd\.|discussed|reprinted|translated|argued|shown|noted"
    r"|suggested|proposed|held|claimed|described|adapted|taken) (?:in|by|from)|based on|apud"
    r"|zit\. nach|zitiert nach|цит\. по)"
)
"""What stands between a work and the one in which it was found."""

LEADS = (
    rf"{SEE}|{BORROWED}"
    r"|(?i:i\.\s?e\.|sources?(?=:)|according to|подробнее(?: об этом)?)|as in|as|nach"
    r"|d['’]après|following|contra|pace|thus|so auch|so|both|all|inter alia|among others"
    r"|(?:more |most )?(?:recently|notably|particularly|similarly)|likewise|conversely|however"
    r"|against"
)
"""What leads to a citation and is no part of it."""

HAN_LEADS = "[参參詳详另]?[見见]|[参參]看|[轉转]?引自"
"""The same in Chinese, with nothing between it and the name."""

JOINERS = r"also|esp\.|especially|and|but|or|und|sowie|а также|и"
"""What may stand between two citations."""

LOOSE_SIGNALS = "(?i:in(?! press| preparation)|after|before|since|until|from|by|to|по|в(?! печати))"
"""What leads to a time or a place as well as to a citation."""

PARTICLES = frozenset(
    "de van von der den da di du la le al el ibn bin ben ter ten dos del della zu af av y "
    "vom zum zur op het das do degli dei delle dello abu abd bint umm mac ap ó uí ní nic".split()
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
    "beijing london paris berlin tokyo seoul vladivostok novosibirsk vienna rome geneva shanghai "
    "nanking nanjing taipei warsaw prague leipzig leiden oxford москва ленинград пекин петербург "
    "владивосток хабаровск новосибирск киев 北京 上海 南京 臺北 台北 東京 东京 서울 act article "
    "resolution order decree christmas easter monday tuesday wednesday thursday friday saturday "
    "sunday reprint repr edition born died reigned founded published".split()
) | {"new york", "hong kong", "st. petersburg"}
"""First or last words of what has a year and is no work: events, seasons, cities."""

NEVER_LAST = frozenset(
    "of in on at by for from to the a an and or since until before after about around circa ca "
    "some no no. nr nr. № mss ms isbn issn tel. "
    "ad ce bc bce в из на от до с ок род ум ок.".split()
)
"""Words that no name and no title ends in, so that the year after them is a time."""

NO_WORK = (
    r"\b(?:FO|CO|WO|CAB|MSS?|Cod|Оп|оп|Ед)\b|\b[A-ZА-Я]{3,}\.?,? [ФFД]\.|\b[A-Z]{1,3}\d+$"
    r"|^(?i:tables?|figs?|figures?|maps?|plates?|charts?|appendix)\b\.? ?[\dIVX]+$"
    r"|\b(?i:personal communication|pers\. comm|interview|личное сообщение|устное сообщение)\b"
    r"|[:：] ?[^:：]*(?i:\bpress\b|verlag|publish|\bнаука\b|\bnauka\b|издат|出版社|書局|书局|書店)"
    r"|^(?:М|Л|СПб|M|L|SPb)\.: |^М\. ?[-–—] ?Л\.$|^СПб\.?$|[年月日]$"
    r"|^\d+(?:st|nd|rd|th)(?: ed\.?)?$"
    r"|(?:^|[ ,])(?!al\.|др\.|a\.|ed\.|hg\.)[a-zа-я]{1,2}\.$|(?<!\d\.)(?<!\d)\d+ ?[.:]$"
)
"""What tells that names are a call number, a table, something said, an imprint or a date."""

ABBREVIATED = frozenset(
    "p pp vol vols no nos ed eds cf e.g i.e al etc dr mr mrs ms st prof c ca fig figs ch chap "
    "trans approx esp fol fols r b d fl vs jr sr op cit ibid n nn rev gen col lt capt hon u.s viz "
    "см ср т тт г гг в вв с стр гл ч др напр изд ред акад проф bd hrsg vgl s z.b u.a d.h v t "
    "p.ex".split()
)
"""What stands before a full stop that ends no sentence."""
