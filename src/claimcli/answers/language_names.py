"""Languages by their English names, for the codes of CSL's `language` (BCP 47, ISO 639)."""

from __future__ import annotations

_NAMES = dict(
    pair.split("=")
    for pair in """
    ar=Arabic arc=Aramaic be=Belarusian bg=Bulgarian bn=Bengali bo=Tibetan ca=Catalan chu=Slavonic
    cs=Czech cu=Slavonic cy=Welsh da=Danish de=German el=Greek en=English es=Spanish et=Estonian
    eu=Basque fa=Persian fi=Finnish fr=French ga=Irish gl=Galician grc=Greek he=Hebrew hi=Hindi
    hr=Croatian hu=Hungarian hy=Armenian id=Indonesian is=Icelandic it=Italian ja=Japanese
    ka=Georgian kk=Kazakh ko=Korean ky=Kyrgyz la=Latin lat=Latin lt=Lithuanian lv=Latvian
    lzh=Chinese mn=Mongolian mnc=Manchu ms=Malay nb=Norwegian nl=Dutch nn=Norwegian no=Norwegian
    pl=Polish pt=Portuguese ro=Romanian ru=Russian sa=Sanskrit sk=Slovak sl=Slovenian sq=Albanian
    sr=Serbian sv=Swedish syc=Syriac ta=Tamil th=Thai tr=Turkish ug=Uyghur uk=Ukrainian ur=Urdu
    uz=Uzbek vi=Vietnamese yi=Yiddish zh=Chinese
    """.split()
)


def language_name(recorded: object) -> str | None:
    """A language by its name: of a code (`zh-Hant`), else as recorded; None where none is."""
    if not isinstance(recorded, str) or not recorded.strip():
        return None
    language = recorded.strip()
    code = language.partition("-")[0].partition("_")[0].lower()
    return _NAMES.get(code, language)
