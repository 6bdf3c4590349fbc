"""Words that deny, in the languages that historians quote.

Left out are those that mean something else as often: French `plus` and `point`, German `noch`,
Spanish `sin`, Italian `mai`, Arabic `ما`.
"""

from __future__ import annotations

_LISTS = {
    "English": "not never none nobody nothing nowhere neither nor without hardly scarcely barely "
    "seldom rarely cannot unable",
    "German": "nicht nichts nie niemals niemand niemanden niemandem nirgends nirgendwo weder ohne "
    "kaum keineswegs keinesfalls mitnichten",
    "French": "ne pas jamais rien aucun aucune nul nulle ni sans guère personne non nullement",
    "Latin": "non nec neque haud nequaquam numquam nunquam nemo neminem nemini nihil nil nusquam "
    "sine vix nondum nullus nulla nullum nulli nullo nullam nullius nullis nolite noli nequeo "
    "nequit minime",
    "Italian": "né nessuno nessuna nessun niente nulla senza nemmeno neppure neanche",
    "Spanish": "nunca jamás nada nadie ningún ninguno ninguna tampoco",
    "Portuguese": "não nao ninguém nenhum nenhuma nem sem",
    "Dutch": "niet niets nooit niemand geen zonder nergens",
    "Scandinavian": "inte icke ej ikke ikkje aldrig aldri ingen inga inget intet ingenting uden "
    "uten hverken verken",
    "Polish": "nie nigdy nikt nikogo nic niczego żaden żadna żadne żadnego bez ani nigdzie",
    "Czech": "není nebyl nebyla nebylo nebyli nikdy nikdo nikoli žádný žádná žádné aniž nelze",
    "South Slavic": "nije nisu nikada niko nitko ništa nema ниje није нису никада нико ништа нема",
    "Hungarian": "nem sem soha senki semmi nincs nélkül sincs",
    "Romanian": "niciodată nimeni nimic fără nici",
    "Turkish": "değil yok hiç asla",
    "Finnish and Estonian": "ei emme ette eivät eikä ilman",
    "Russian": "не ни нет никогда никто никого никому никем ничто ничего ничему ничем нигде никуда "
    "никак никакой никакая никакое никакие никаких никаким нельзя без едва отнюдь",
    "Ukrainian": "ні ніколи ніхто ніщо нічого немає жоден жодна жодне ніде",
    "Bulgarian": "няма никой нищо никъде",
    "Greek": "δεν δε δέν μη μην μή όχι ποτέ κανείς κανένας τίποτα τίποτε χωρίς ουδέποτε ουδείς "
    "οὐ οὐκ οὐχ οὐχί μὴ οὐδέ οὐδὲ οὔτε μηδέ μηδὲ μήτε οὐδείς οὐδεὶς μηδείς οὐδέν ἄνευ",
    "Hebrew": "לא אין בלי אינו אינה אינם אינן איננו איננה מעולם ללא בל טרם שום ולא שלא כשלא ואין "
    "שאין בלתי",
    "Arabic": "لا لم لن ليس ليست ليسوا لست غير بدون دون بلا كلا ولا فلا ولم فلم ولن فلن وليس",
    "Vietnamese": "không chẳng chưa",
    "Indonesian": "tidak bukan belum tanpa",
    "Hindi": "नहीं",
    "Persian": "نه نیست نبود هیچ بی نیستند نبودند هرگز",
}
WORDS = frozenset(word for words in _LISTS.values() for word in words.split())
"""Words that deny, in small letters."""

STEMS = (
    r"no(?![^\W_]|\.)",
    r"kein(?:e|er|es|em|en)?(?![^\W_])",
    r"n'(?=[^\W_])",
    r"ни(?:как|чь|че)\w+",
    r"nulli\w+",
    r"ne(?:cht[ěeí]|moh|může|m[áě]|bud[eou]|by[lt]|jso|jse|vě[dř]|vidě|smí|smě|exist)\w*",  # Czech
    r"nu(?=-|\s*$|\s+(?:se|a|au|ar|am|este|era|erau|va|vor|sunt|mai|poate|putea|avea|voia|le)(?![^\W_]))",
)
"""What words that deny begin with."""

IN_WORDS = (
    r"(?<=[^\W_])n't(?![^\W_])",
    r"[不無无勿毋弗]",
    r"未(?![来來])",
    r"(?<![沉埋淹覆])[没沒](?![收落顶頂])",
    r"莫(?![斯高])",
    r"非(?![常洲])",
    r"否(?![则則])",
    r"(?<!少)ない|なかっ|なけれ|なく[てな、]|ません|ませぬ|ざる|(?<=[らかさたなばわ])ず[にと、。]",
    r"[않없못]|아니|(?<!\S)안(?=\s|$)|지\s?[마말]",
)
"""Signs that deny wherever they stand: `n't`, Han, kana and Hangul."""
