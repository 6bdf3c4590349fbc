"""A thousand ordinary English sentences, always the same, full of words that could be syllables.

They are put together from everyday words (men, song, long, she, fan, sun, pan), any of which may
open a sentence, and English names of people and places.
"""

from __future__ import annotations

import random

_PEOPLE = (
    "men,women,a man,two men,the nun,her son,the fan,a hen,the king,my mate,the tailor,the twins,"
    "our aunt,the baker,most people,the clerk,a dozen boys,Alice,Tom,Mrs Green,Dan,Ben,"
    "Jane,Peter,the children,some girls,a young lady,the miller,an old sailor,Ken,May,Lee"
).split(",")
_DID = (
    "sang,ran,hung,saw,lay down near,took,found,bought,lost,painted,carried,sold,mended,forgot,"
    "asked for,looked at,talked about,put away,liked,left,kept,tore,won,gave away,shot,hit,rang"
).split(",")
_THINGS = (
    "a song,the sun,a long coat,the pan,a pen,ten tins,the gun,a cup of tea,the bin,a lean pig,"
    "the tan shoes,a bang,the old fan,a wide lane,her bun,the map,nine pins,a tie,the den,a lamp,"
    "some rice,the bell,a chair,his pay,the fence,a short note,the van,a hut,a ring,the chain"
).split(",")
_WHEN = (
    "at noon,last May,on Sunday,in the rain,then and there,by the sea,in June,long ago,so far,"
    "before ten,too late,on the way home,in London,near Paris,after the meal,all the same"
).split(",")
_OPENERS = (
    "She,He,So,Long before that,Men say that,Then,To be sure,No doubt,Song after song,Sun or rain,"
    "Fan or foe,Dan says,Can you see how,May I add that,You know,Ten times,In the end,On Monday,"
    "Many a time,Hung on the wall,Tie or no tie,Gang or no gang,Pan in hand,Bin day came and,"
    "Lean years passed and,Tan as a nut,Sure enough,Yes,An hour later,As ever,Sing or not,"
    "Pen in hand,Wan and tired,Ran or walked,Lung trouble or not,Chin up,War or peace,Shed or barn"
).split(",")


def sentences(count: int = 1000) -> list[str]:
    """That many sentences, the same on every run."""
    choose = random.Random(1125).choice
    found = []
    for number in range(count):
        who, did, what, when = choose(_PEOPLE), choose(_DID), choose(_THINGS), choose(_WHEN)
        plain = f"{who} {did} {what} {when}."
        opener = choose(_OPENERS)
        found.append(f"{opener} {plain}" if number % 2 else plain[0].upper() + plain[1:])
    return found
