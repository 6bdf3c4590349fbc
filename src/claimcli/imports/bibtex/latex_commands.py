"""The commands of LaTeX and biblatex that stand in bibliographies, and what each is as text."""

from __future__ import annotations

_words = str.split

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c",
    "G": "\u030f", "U": "\u030e", "f": "\u0311", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "t": "\u0361", "textcommabelow": "\u0326", "textcommaabove": "\u0313",
    "textsubbreve": "\u032e", "textsubumlaut": "\u0324", "textsubring": "\u0325",
    "textsubdot": "\u0323", "textogonekcentered": "\u0328",
    "grave": "\u0300", "acute": "\u0301", "hat": "\u0302", "tilde": "\u0303", "bar": "\u0304",
    "breve": "\u0306", "dot": "\u0307", "ddot": "\u0308", "check": "\u030c",
}  # fmt: skip
"""Commands that set a mark on the letter behind them: the combining mark."""

SYMBOLS = {
    "i": "ı", "j": "ȷ", "l": "ł", "L": "Ł", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "ss": "ß", "SS": "ẞ", "dh": "ð", "DH": "Ð", "th": "þ",
    "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "ayn": "ʿ", "alif": "ʾ",
    "textquoteleft": "‘", "textquoteright": "’", "textquotesingle": "'", "textquotedbl": '"',
    "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚",
    "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "lq": "‘", "rq": "’", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«",
    "frqq": "»", "og": "« ", "fg": " »",
    "textendash": "–", "textemdash": "—", "textellipsis": "…", "ldots": "…", "dots": "…",
    "dotsc": "…", "cdots": "…", "textbullet": "•", "textperiodcentered": "·",
    "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`", "textasciiacute": "´",
    "textasciimacron": "¯", "textasciidieresis": "¨", "textasciibreve": "˘", "textasciicaron": "ˇ",
    "textbackslash": "\\", "backslash": "\\", "textbar": "|", "textless": "<",
    "textbraceleft": "{", "textbraceright": "}",
    "textgreater": ">", "textunderscore": "_", "textdollar": "$", "textsterling": "£",
    "pounds": "£", "texteuro": "€", "euro": "€", "textyen": "¥", "textcent": "¢", "textdegree": "°",
    "degree": "°", "textregistered": "®", "texttrademark": "™", "textcopyright": "©",
    "copyright": "©", "textordfeminine": "ª", "textordmasculine": "º", "textnumero": "№",
    "textsection": "§", "S": "§", "P": "¶", "textparagraph": "¶", "dag": "†", "ddag": "‡",
    "textdagger": "†", "textdaggerdbl": "‡", "textexclamdown": "¡", "textquestiondown": "¿",
    "textminus": "−", "textpm": "±", "texttimes": "×", "textmu": "µ", "textonehalf": "½",
    "textonequarter": "¼", "textthreequarters": "¾", "textprime": "′", "textdblprime": "″",
    "textasteriskcentered": "*", "textvisiblespace": "␣", "slash": "/", "colon": ":",
    "space": " ", "nobreakspace": " ", "quad": " ", "qquad": " ", "thinspace": " ",
    "newline": " ", "linebreak": " ", "par": " ", "hfill": " ", "adddot": ".", "addcomma": ",",
    "addspace": " ", "addcolon": ":", "isodot": ".", "bibrangedash": "–", "bibinitdelim": " ",
    "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "TeX": "TeX", "LaTeX": "LaTeX",
    "BibTeX": "BibTeX", "textlambda": "λ", "ast": "*", "star": "⋆", "prime": "′",
    "circ": "°", "sim": "∼", "approx": "≈", "times": "×", "pm": "±", "cdot": "·",
    "rightarrow": "→", "leftarrow": "←", "to": "→", "leq": "≤", "geq": "≥", "neq": "≠",
    "hyphen": "-", "infty": "∞", "mid": "|",
}  # fmt: skip
"""Commands that stand for a character."""

_GREEK = _words(
    "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ "
    "lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ "
    "psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ "
    "Omega Ω"
)
MATHS = dict(zip(_GREEK[::2], _GREEK[1::2], strict=True))
"""Letters of a formula."""

SWITCHES = frozenset(
    _words(
        "it em bf sc rm sl sf tt itshape slshape scshape upshape bfseries mdseries rmfamily "
        "sffamily ttfamily normalfont normalsize small footnotesize scriptsize large Large "
        "relax protect unspace nolinebreak nopagebreak allowbreak sloppy left right displaystyle "
        "textstyle limits noindent leavevmode xspace hskip selectfont"
    )
)
"""Commands that say how what follows looks, and nothing by themselves."""

TAGS = {
    **dict.fromkeys(_words("emph textit textsl mkbibemph mkbibitalic"), "i"),
    **dict.fromkeys(_words("textbf mkbibbold"), "b"),
    **dict.fromkeys(_words("textsuperscript mkbibsuperscript"), "sup"),
    **dict.fromkeys(_words("textsubscript mkbibsubscript"), "sub"),
}
"""Commands whose argument looks otherwise, and the tag of CSL for it."""

PLAIN = frozenset(
    _words(
        "textup textrm textsc textsf texttt textmd textnormal text mathrm mathit mathbf mathsf "
        "mathcal mathbb mbox hbox makebox uppercase MakeUppercase MakeLowercase ensuremath "
        "url nolinkurl path autocap bibstring mkbibacro textgreek textcyr foreignalphabet "
        "underline uline textlatin mkbibparens citetitle textnohyphenation NoCaseChange "
        "textjapanese textchinese textkorean textarabic textrussian textgerman textfrench"
    )
)
"""Commands whose argument is text."""

QUOTING = {
    "enquote": ("“", "”"),
    "mkbibquote": ("“", "”"),
    "mkbibbrackets": ("[", "]"),
    "textelp": ("[…] ", ""),
}
"""Commands that put marks around their argument."""

SECOND_ARGUMENT = frozenset(
    _words("href foreignlanguage textlang textcolor colorbox foreignquote hyphenquote")
)
"""Commands whose second argument is the text."""

DROPPED = frozenset(
    _words(
        "noopsort SortNoop noop nocite cite hspace vspace label printlist hphantom phantom "
        "vphantom footnote color fontsize"
    )
)
"""Commands whose argument is not printed where it stands."""
