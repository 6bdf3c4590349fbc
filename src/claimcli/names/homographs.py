"""English words that look like syllables of a name, and when they are none."""

from __future__ import annotations

NOT_ALONE = frozenset(
    (
        "a an and are as at be but by can did do for from had has have he her him his how i if in"
        " is it its may me my no nor not of off on or our out she so some than that the their them"
        " then there these they this those to too up was we were what when where which who whom"
        " why will with yet you your"
        " ben dan jan ken lou"
    ).split()
)
"""Words of grammar, and English given names, that are never a name of one part."""

SENTENCE_OPENERS = NOT_ALONE | frozenset(
    (
        "ban bang bin chin den die ding dong due dun en fan fang fen gang gong gun ha hang hen ho"
        " hung king la lad lane lang lay lean lei lie lo long lung ma mad man men mi mien min mine"
        " mo mu mule mute nan nap nun pa pan pang pay pen pi pie pin pine ping po pun rang ran ring"
        " rue run rung sang sea see shed shin shun sin sing son song sun sung tan tang tap tea ten"
        " tide tie tin ting toe ton tong top tune wan war way wee wen wing yang yen yes yin"
    ).split()
)
"""Words that may be capitalized only because they open a sentence."""
