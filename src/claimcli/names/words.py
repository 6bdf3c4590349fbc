"""English words that look like syllables of a name, and when they are none."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
a an and are as at be but by can did do for from had has have he her him his how i if in is it
its may me my no nor not of off on or our out she so some than that the their them then there
these they this those to too up was we were what when where which who whom why will with yet you
your
""".split()
)
"""Words that are never a name of one part."""

SENTENCE_OPENERS = FUNCTION_WORDS | frozenset(
    """
ban bang bin can chin chip coal dan den die din dine dong dude due en fan fang fare fee fen gain
gang gun guns hang hen hoe hung king lad lane lay lean lee lie long lug lung lungs mad man many
me men mere mine mo mule mute nun nuns old one pan pane pang pay pen pie pin pine ping poe pun
rang ran rice ring rope rue rug run rung sang sane sea see sew she shed shin shun shy sin sing
son song sun sung sure tang tan tan ten tide tie tin ting to toe ton tong tune wan wane war way
wee wen wing yang yen yes yin yuan
""".split()
)
"""Words that may be capitalized only because they open a sentence."""
