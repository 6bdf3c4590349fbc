"""Runs of another script in a text get their language: the right glyphs, no false italic, a voice.

Han, kana and Hangul, Cyrillic, Greek, Arabic and Hebrew are told by their letters alone. Which
Chinese a Han text is cannot be told so, and stays open.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from claimcli.render.safe import visible

_SCRIPTS = {
    "zh": "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af",
    "ja": "\u3040-\u30ff\u31f0-\u31ff",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "ru": "\u0400-\u052f\u2de0-\u2dff\ua640-\ua69f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
}
"""Letters by the language that is most often written in them."""

_RIGHT_TO_LEFT = ("ar", "he")
_ONLY_IN = {
    "uk": re.compile("[ІіЇїЄєҐґ]"),
    "sr": re.compile("[ЈјЉљЊњЋћЂђЏџ]"),
    "fa": re.compile("[پچژگ]"),
}
"""Letters that tell another language of the same script."""

_RUN = re.compile(
    "|".join(
        f"(?P<{name}>[{signs}](?:[{signs}\u0300-\u036f\u3000-\u303f\uff01-\uff0f '’·-]*[{signs}])?)"
        for name, signs in _SCRIPTS.items()
    )
)
_ONE_SCRIPT = re.compile("[\x00-\u036f\u1e00-\u1eff\u2000-\u206f\u20a0-\u214f]*")


def with_tongues(text: object) -> Markup:
    """Text of a corpus, escaped, with its runs of other scripts marked."""
    told = visible(str(text))
    if _ONE_SCRIPT.fullmatch(told):
        return Markup.escape(told)
    japanese = re.search(f"[{_SCRIPTS['ja']}]", told) is not None
    parts, end = [], 0
    for run in _RUN.finditer(told):
        parts += [Markup.escape(told[end : run.start()]), _run(run, japanese)]
        end = run.end()
    return Markup("").join([*parts, Markup.escape(told[end:])])


def _run(run: re.Match[str], japanese: bool) -> Markup:
    script, text = run.lastgroup or "", run.group()
    tongue = "ja" if script == "zh" and japanese else _told_by_letters(script, text)
    if script in _RIGHT_TO_LEFT:
        return Markup('<bdi lang="{}" dir="rtl">{}</bdi>').format(tongue, text)
    return Markup('<span lang="{}">{}</span>').format(tongue, text)


def _told_by_letters(script: str, text: str) -> str:
    candidates = {"ru": ("uk", "sr"), "ar": ("fa",)}.get(script, ())
    return next((name for name in candidates if _ONLY_IN[name].search(text)), script)
