"""Page numbers after Chicago 17: 9.61 with the manual's own examples, 14.116, 14.244."""

from support import cases

from claimcli.citations.page_ranges import is_numbered, pages, place, ranges


@cases(
    ("recorded", "printed"),
    [
        # below 100: all digits
        *(("3-10", "3–10"), ("71-72", "71–72"), ("96-117", "96–117")),
        # 100 and its multiples: all digits
        *(("100-104", "100–104"), ("1100-1113", "1100–1113"), ("200-205", "200–205")),
        # 101 to 109, and so in each hundred: what has changed
        *(
            ("101-108", "101–8"),
            ("201-205", "201–5"),
            ("808-833", "808–33"),
            ("1103-1104", "1103–4"),
        ),
        # 110 to 199, and so in each hundred: two digits, or what has changed
        *(("140-146", "140–46"), ("321-328", "321–28"), ("498-532", "498–532")),
        *(("1087-1089", "1087–89"), ("1496-1500", "1496–500"), ("11564-11615", "11564–615")),
        ("12991-13001", "12991–3001"),
        # recorded with fewer digits already
        *(("463-73", "463–73"), ("315-6", "315–16"), ("200-5", "200–205"), ("12-3", "12–13")),
        # more digits than the first
        ("998-1003", "998–1003"),
        # several
        ("101 - 108, 321\u2014328", "101–8, 321–28"),
        # no range of whole numbers, or none that ascends
        *(("xii-xiv", "xii–xiv"), ("112r-113v", "112r–113v"), ("B113-B114", "B113–B114")),
        *(("328-321", "328–321"), ("115-115", "115–115"), ("110-120-130", "110–120–130")),
        *(("13.110-112", "13.110–112"), ("007-009", "007–009"), ("1" * 5000, "1" * 5000)),
    ],
)
def test_of_a_range_what_has_changed(recorded: str, printed: str) -> None:
    assert ranges(recorded) == printed


@cases(
    ("locator", "volume", "printed"),
    [
        ("p. 461", "3", "3:461"),
        ("vol. 2, pp. 201-205", "", "2:201–5"),
        ("vol. 2, p. 33", "2", "2:33"),
        ("vol. 4, p. 33", "2", "4:33"),  # as it was recorded
        ("ch. 4", "3", ""),
    ],
)
def test_pages_follow_their_volume(locator: str, volume: str, printed: str) -> None:
    assert pages(locator, volume) == printed


@cases(
    ("place", "numbered"),
    [
        *(("13.5", True), ("2.40.2-3", True), ("17a", True), ("9.266, 270", True), ("12", True)),
        *(("ch. 2", False), ("p. 12", False), ("fol. 12r", False), ("s.v. war", False)),
    ],
)
def test_the_numbers_of_a_classic(place: str, numbered: bool) -> None:
    assert is_numbered(place) is numbered


@cases(
    ("recorded", "printed"),
    [
        ("fols. 85r-88r", "fols. 85r–88r"),
        ("fol. 85r-v", "fol. 85r–v"),
        ("ll. 3-9", "ll. 3–9"),
        ("§§ 12-14", "§§ 12–14"),
        ("§12 - 14", "§12–14"),
        ("ch. 2, ll. 103-109", "ch. 2, ll. 103–9"),
        ("nos. 12, 14-16", "nos. 12, 14–16"),
        ("cols. 1100-1113", "cols. 1100–1113"),
        ("Bd. 2, Sp. 12-14", "Bd. 2, Sp. 12–14"),
        ("bk. 3, chs. IV-VI", "bk. 3, chs. IV–VI"),
        ("ff. iii-iv", "ff. iii–iv"),
        ("vv. 3-9 and 12-15", "vv. 3–9 and 12–15"),
        ("vol. 2, pls. 3-7", "vol. 2, pls. 3–7"),
        ("лл. 3-9", "лл. 3–9"),
        ("л. 12об.-14", "л. 12об.–14"),
        ("2:12-14", "2:12–14"),
        ("1.103-109", "1.103–109"),
        ("arts. 5—7", "arts. 5–7"),
        # no ranges: shelves, dates, numbers of archives, words
        *((text, text) for text in ("MS 12-14", "1127-03-20", "no. 12-345-6", "doc. 12/3-4")),
        *((text, text) for text in ("Cod. 5-7", "art. 12-bis", "abstract", "s.v. “war-cry”")),
    ],
)
def test_ranges_of_any_place(recorded: str, printed: str) -> None:  # 6.78, 9.60
    assert place(recorded) == printed
