"""A work of each type, in a note with its place, in the text, in a bibliography (Chicago 17)."""

from __future__ import annotations

from typing import Any

from citing import cite, names, work
from support import cases

from claimcli.citations import short
from claimcli.citations.chicago import listed
from claimcli.citations.disambiguation import disambiguated
from claimcli.model import Source


def literal(name: str) -> list[dict[str, str]]:
    return [{"literal": name}]


ADAMS = {"author": names("John Adams"), "recipient": names("Thomas Jefferson")}

LETTERS = [
    (
        "14.224 a letter",
        work("personal_communication", **ADAMS, issued="1776-07-04"),
        None,
        "John Adams to Thomas Jefferson, July 4, 1776.",
        "(Adams to Jefferson, July 4, 1776)",
        "Adams, John. Letter to Thomas Jefferson, July 4, 1776.",
    ),
    (
        "14.224 a letter in an archive, its title saying to whom it went",
        work(
            "personal_communication",
            **ADAMS,
            title="Letter to Thomas Jefferson",
            issued="1776-07-09",
            archive="Massachusetts Historical Society",
            archive_location="reel 12",
        ),
        "fols. 2r-3v",
        "John Adams to Thomas Jefferson, July 9, 1776, reel 12, "
        "Massachusetts Historical Society, fols. 2r–3v.",
        "(Adams to Jefferson, July 9, 1776, fols. 2r–3v)",
        "Adams, John. Letter to Thomas Jefferson, July 9, 1776. "
        "Reel 12, Massachusetts Historical Society.",
    ),
    (
        "14.214 a message",
        work(
            "personal_communication",
            author=names("Constance Conlon"),
            recipient=literal("the author"),
            genre="email message",
            issued="2000-04-17",
        ),
        None,
        "Constance Conlon, email message to the author, April 17, 2000.",
        "(Conlon to the author, April 17, 2000)",
        "Conlon, Constance. Email message to the author, April 17, 2000.",
    ),
    (
        "14.111 a letter in a printed collection",
        work(
            "personal_communication",
            author=names("Henry Adams"),
            recipient=names("Charles Milnes Gaskell"),
            event__place="Baden",
            original__date="1867-09-22",
            issued="1930",
            container__title="Letters of Henry Adams",
            editor=names("Worthington Chauncey Ford"),
            publisher="Houghton Mifflin",
            publisher__place="Boston",
        ),
        "pp. 133-34",
        "Henry Adams to Charles Milnes Gaskell, Baden, September 22, 1867, "
        "in Letters of Henry Adams, ed. Worthington Chauncey Ford "
        "(Boston: Houghton Mifflin, 1930), 133–34.",
        "(Adams to Gaskell, September 22, 1867, 133–34)",
        "Adams, Henry. Letter to Charles Milnes Gaskell, Baden, September 22, 1867. "
        "In Letters of Henry Adams, edited by Worthington Chauncey Ford. "
        "Boston: Houghton Mifflin, 1930.",
    ),
    (
        "15.53 what somebody said, of which the month is known",
        work("personal_communication", author=names("Jane Roe"), issued="2001-05"),
        None,
        "Jane Roe, personal communication, May 2001.",
        "(Roe, May 2001)",
        "Roe, Jane. Personal communication, May 2001.",
    ),
    (
        "a letter without a date",
        work("personal_communication", **ADAMS),
        None,
        "John Adams to Thomas Jefferson, n.d.",
        "(Adams to Jefferson, n.d.)",
        "Adams, John. Letter to Thomas Jefferson, n.d.",
    ),
    (
        "a letter of nobody known, about whose day there is doubt",
        work("personal_communication", recipient=names("Thomas Jefferson"), issued="1776-07-04~"),
        None,
        "Letter to Thomas Jefferson, [ca. July 4, 1776].",
        "(Letter to Jefferson, [ca. July 4, 1776])",
        "Letter to Thomas Jefferson, [ca. July 4, 1776].",
    ),
    (
        "a letter by its title",
        work(
            "personal_communication",
            author=[{"given": "Hieronymus"}],
            title="Ad Paulinum",
            translator=names("Ann Kim"),
            issued="0394",
        ),
        None,
        "Hieronymus, “Ad Paulinum,” 394, trans. Ann Kim.",
        "(Hieronymus 394)",
        "Hieronymus. “Ad Paulinum.” 394. Translated by Ann Kim.",
    ),
]

PAPERS = [
    (
        "14.211 an unpublished interview",
        work(
            "interview",
            author=names("Benjamin Spock"),
            interviewer=names("Milton J. E. Senn"),
            issued="1974-11-20",
            genre="transcript",
            number="interview 67A",
            archive="National Library of Medicine",
            archive_collection="Senn Oral History Collection",
            archive__place="Bethesda, MD",
        ),
        None,
        "Benjamin Spock, interview by Milton J. E. Senn, November 20, 1974, transcript, "
        "interview 67A, Senn Oral History Collection, National Library of Medicine, Bethesda, MD.",
        "(Spock, November 20, 1974)",
        "Spock, Benjamin. Interview by Milton J. E. Senn. November 20, 1974. Transcript, "
        "interview 67A. Senn Oral History Collection, National Library of Medicine, Bethesda, MD.",
    ),
    (
        "14.213 an interview on the air",
        work(
            "interview",
            author=names("McGeorge Bundy"),
            interviewer=names("Robert MacNeil"),
            container__title="MacNeil/Lehrer NewsHour",
            publisher="PBS",
            issued="1990-02-07",
        ),
        None,
        "McGeorge Bundy, interview by Robert MacNeil, MacNeil/Lehrer NewsHour, PBS, "
        "February 7, 1990.",
        "(Bundy, February 7, 1990)",
        "Bundy, McGeorge. Interview by Robert MacNeil. MacNeil/Lehrer NewsHour, PBS, "
        "February 7, 1990.",
    ),
    (
        "14.213 an interview in a book",
        work(
            "interview",
            author=names("Isaac Bashevis Singer"),
            interviewer=names("Harold Flender"),
            container__title="Writers at Work",
            editor=names("George Plimpton"),
            publisher="Viking Press",
            publisher__place="New York",
            issued="1981",
        ),
        "p. 85",
        "Isaac Bashevis Singer, interview by Harold Flender, in Writers at Work, "
        "ed. George Plimpton (New York: Viking Press, 1981), 85.",
        "(Singer 1981, 85)",
        "Singer, Isaac Bashevis. Interview by Harold Flender. In Writers at Work, "
        "edited by George Plimpton. New York: Viking Press, 1981.",
    ),
    (
        "14.221 minutes, by what they are",
        work(
            "document",
            genre="minutes",
            author=literal("City Council of Boston"),
            issued="1776-07-04",
            archive="City Archives",
            archive_location="box 3",
        ),
        "fols. 85r-88r",
        "City Council of Boston, minutes, July 4, 1776, box 3, City Archives, fols. 85r–88r.",
        "(City Council of Boston, July 4, 1776, fols. 85r–88r)",
        "City Council of Boston. Minutes, July 4, 1776. Box 3, City Archives.",
    ),
    (
        "minutes recorded as a report",
        work("report", genre="minutes", author=literal("Parish Council"), issued="1890-05-01"),
        None,
        "Parish Council, minutes, May 1, 1890.",
        "(Parish Council, May 1, 1890)",
        "Parish Council. Minutes, May 1, 1890.",
    ),
    (
        "a diary from day to day",
        work("manuscript", author=names("Ann Kim"), genre="diary", issued="1880-03-05/1881-04-01"),
        None,
        "Ann Kim, diary, March 5, 1880–April 1, 1881.",
        "(Kim, March 5, 1880–April 1, 1881)",
        "Kim, Ann. Diary, March 5, 1880–April 1, 1881.",
    ),
    (
        "14.217 a sermon without a title",
        work("speech", author=names("Ann Kim"), genre="sermon", event__date="1620-05-01"),
        None,
        "Ann Kim, sermon, May 1, 1620.",
        "(Kim 1620)",
        "Kim, Ann. Sermon, May 1, 1620.",
    ),
    (
        "an interview of which only who asked is known",
        work(
            "interview", title="On Children", interviewer=names("Milton Senn"), issued="1974-11-20"
        ),
        None,
        "“On Children,” interview by Milton Senn, November 20, 1974.",
        "(“On Children,” November 20, 1974)",
        "“On Children.” Interview by Milton Senn. November 20, 1974.",
    ),
    (
        "a document that says nothing of a paper is set as a book",
        work("document", author=names("Ann Roe"), title="Grain", issued="1990", publisher="OUP"),
        "p. 4",
        "Ann Roe, Grain (OUP, 1990), 4.",
        "(Roe 1990, 4)",
        "Roe, Ann. Grain. OUP, 1990.",
    ),
    (
        "14.221 a manuscript that is kept somewhere",
        work(
            "manuscript",
            author=names("Joseph Purcell"),
            title="Remarks",
            issued="1773-03-12",
            archive="National Archives",
            archive_location="CO 5/68",
        ),
        "l. 3-9",
        "Joseph Purcell, “Remarks,” March 12, 1773, CO 5/68, National Archives, l. 3–9.",
        "(Purcell, March 12, 1773, l. 3–9)",
        "Purcell, Joseph. “Remarks.” March 12, 1773. CO 5/68, National Archives.",
    ),
    (
        "14.215 a thesis in a database",
        work(
            "thesis",
            author=names("Ann Roe"),
            title="King Lear",
            genre="PhD diss.",
            publisher="University of Chicago",
            issued="2013",
            archive="ProQuest",
            number="AAT 3557392",
        ),
        "p. 4",
        "Ann Roe, “King Lear” (PhD diss., University of Chicago, 2013), 4, ProQuest (AAT 3557392).",
        "(Roe 2013, 4)",
        "Roe, Ann. “King Lear.” PhD diss., University of Chicago, 2013. ProQuest (AAT 3557392).",
    ),
]

LAWS = [
    (
        "14.290 a treaty",
        work(
            "treaty",
            title="Treaty Banning Nuclear Weapon Tests",
            author=[{"literal": party} for party in ("US", "UK", "USSR")],
            issued="1963-08-05",
            volume="14",
            container__title="U.S.T.",
            page="1313",
        ),
        "art. 5",
        "Treaty Banning Nuclear Weapon Tests, US-UK-USSR, August 5, 1963, 14 U.S.T. 1313, art. 5.",
        "(Treaty Banning Nuclear Weapon Tests, August 5, 1963, art. 5)",
        "Treaty Banning Nuclear Weapon Tests. US-UK-USSR, August 5, 1963. 14 U.S.T. 1313.",
    ),
    (
        "14.276 a case, the page after the year",
        work(
            "legal_case",
            title="United States v. Christmas",
            volume="222",
            container__title="F.3d",
            page="141",
            authority="4th Cir.",
            issued="2000",
        ),
        "p. 145",
        "United States v. Christmas, 222 F.3d 141 (4th Cir. 2000), 145.",
        "(United States v. Christmas 2000, 145)",
        "United States v. Christmas. 222 F.3d 141 (4th Cir. 2000).",
    ),
    (
        "14.282 a law, which has its year in its name",
        work(
            "legislation",
            title="Homeland Security Act of 2002",
            number="Pub. L. No. 107-296",
            volume="116",
            container__title="Stat.",
            page="2135",
            issued="2002",
        ),
        "§§ 12-14",
        "Homeland Security Act of 2002, Pub. L. No. 107-296, 116 Stat. 2135 (2002), §§ 12–14.",
        "(Homeland Security Act of 2002, §§ 12–14)",
        "Homeland Security Act of 2002. Pub. L. No. 107-296, 116 Stat. 2135. 2002.",
    ),
    (
        "14.283 a bill",
        work(
            "bill",
            title="Homeland Security Act",
            number="H.R. 5005",
            authority="107th Cong.",
            issued="2002-07-26",
        ),
        None,
        "Homeland Security Act, 107th Cong., H.R. 5005 (July 26, 2002).",
        "(Homeland Security Act 2002)",
        "Homeland Security Act. 107th Cong., H.R. 5005. July 26, 2002.",
    ),
    (
        "14.286, 14.291 a hearing",
        work(
            "hearing",
            title="Crisis in Kosovo",
            section="Committee on Foreign Relations",
            authority="Senate",
            chapter__number="105th Cong.",
            issued="1998-05-06",
        ),
        "p. 12",
        "Crisis in Kosovo, hearing before the Committee on Foreign Relations, Senate, "
        "105th Cong., May 6, 1998, 12.",
        "(Crisis in Kosovo, May 6, 1998, 12)",
        "Crisis in Kosovo. Hearing before the Committee on Foreign Relations, Senate, "
        "105th Cong., May 6, 1998.",
    ),
    (
        "14.258 a patent",
        work(
            "patent",
            author=names("Masanori Iizuka", "Hideki Tanaka"),
            title="Cement Admixture",
            number="4,586,960",
            jurisdiction="US",
            submitted="1984-06-26",
            issued="1986-05-06",
        ),
        None,
        "Masanori Iizuka and Hideki Tanaka, Cement Admixture, US patent 4,586,960, "
        "filed June 26, 1984, and issued May 6, 1986.",
        "(Iizuka and Tanaka 1986)",
        "Iizuka, Masanori, and Hideki Tanaka. Cement Admixture. US patent 4,586,960, "
        "filed June 26, 1984, and issued May 6, 1986.",
    ),
]

BOOKS = [
    (
        "14.104 who edited and translated",
        work(
            "book",
            author=names("Marc Bloch"),
            editor=names("Ann Kim"),
            translator=names("Ann Kim"),
            title="Feudal Society",
            publisher="Routledge",
            issued="1961",
        ),
        "ll. 3-9",
        "Marc Bloch, Feudal Society, ed. and trans. Ann Kim (Routledge, 1961), ll. 3–9.",
        "(Bloch 1961, ll. 3–9)",
        "Bloch, Marc. Feudal Society. Edited and translated by Ann Kim. Routledge, 1961.",
    ),
    (
        "14.104 two editors, of whom one translated",
        work(
            "book",
            author=names("Marc Bloch"),
            editor=names("Ann Kim", "Bo Lee"),
            translator=names("Ann Kim"),
            illustrator=names("Cy Poe"),
            title="Feudal Society",
            issued="1961",
        ),
        None,
        "Marc Bloch, Feudal Society, ed. Ann Kim and Bo Lee, trans. Ann Kim, illus. Cy Poe (1961).",
        "(Bloch 1961)",
        "Bloch, Marc. Feudal Society. Edited by Ann Kim and Bo Lee. Translated by Ann Kim. "
        "Illustrated by Cy Poe. 1961.",
    ),
    (
        "14.103 an editor and translator for an author",
        work("book", editor=names("Ann Kim"), translator=names("Ann Kim"), title="Sir Gawain"),
        None,
        "Ann Kim, ed. and trans., Sir Gawain (n.d.).",
        "(Kim, n.d.)",
        "Kim, Ann, ed. and trans. Sir Gawain. n.d.",
    ),
    (
        "14.103 a translator for an author",
        work("book", translator=names("Theodore Silverstein"), title="Sir Gawain", issued="1974"),
        None,
        "Theodore Silverstein, trans., Sir Gawain (1974).",
        "(Silverstein 1974)",
        "Silverstein, Theodore, trans. Sir Gawain. 1974.",
    ),
    (
        "14.99 a translation with its original",
        work(
            "book",
            author=names("Albert Camus"),
            title="The Stranger",
            translator=names("Stuart Gilbert"),
            original__title="L’Étranger",
            original__date="1942",
            original__publisher="Gallimard",
            original__publisher__place="Paris",
            publisher="Knopf",
            publisher__place="New York",
            issued="1952",
        ),
        "p. 3",
        "Albert Camus, The Stranger, trans. Stuart Gilbert "
        "(Paris: Gallimard, 1942; New York: Knopf, 1952), 3.",
        "(Camus [1942] 1952, 3)",
        "Camus, Albert. The Stranger. Translated by Stuart Gilbert. New York: Knopf, 1952. "
        "Originally published as L’Étranger (Paris: Gallimard, 1942).",
    ),
    (
        "14.114 that it is a reprint is said only where it is recorded",
        work(
            "book",
            author=names("Albert Camus"),
            title="The Stranger",
            original__date="1942",
            issued="1952",
            publisher="Knopf",
        ),
        None,
        "Albert Camus, The Stranger (1942; Knopf, 1952).",
        "(Camus [1942] 1952)",
        "Camus, Albert. The Stranger. Knopf, 1952. First published 1942.",
    ),
    (
        "14.121 a part of a volume",
        work(
            "book",
            author=names("Joseph Needham"),
            title="Science and Civilisation in China",
            volume="4",
            part__number="3",
            part__title="Civil Engineering and Nautics",
            publisher="CUP",
            issued="1971",
        ),
        "p. 12",
        "Joseph Needham, Science and Civilisation in China, vol. 4, pt. 3, "
        "Civil Engineering and Nautics (CUP, 1971), 12.",
        "(Needham 1971, 12)",
        "Needham, Joseph. Science and Civilisation in China. Vol. 4, pt. 3, "
        "Civil Engineering and Nautics. CUP, 1971.",
    ),
    (
        "14.110 a part of another's book",
        work(
            "chapter",
            author=names("Ann Roe"),
            title="Preface",
            container__title="Works",
            container__author=names("Henry Thoreau"),
            editor=names("John Day"),
            collection__title="Classics",
            collection__number="3",
            publisher="OUP",
            issued="2016",
            page="7-9",
        ),
        "p. 8",
        "Ann Roe, “Preface,” in Works, by Henry Thoreau, ed. John Day, Classics 3 (OUP, 2016), 8.",
        "(Roe 2016, 8)",
        "Roe, Ann. “Preface.” In Works, by Henry Thoreau, edited by John Day, Classics 3, 7–9. "
        "OUP, 2016.",
    ),
    (
        "14.146, 15.45 a book that is to come",
        work("book", author=names("Alice Fara"), title="Jin", status="forthcoming", publisher="UP"),
        None,
        "Alice Fara, Jin (UP, forthcoming).",
        "(Fara, forthcoming)",
        "Fara, Alice. Jin. UP, forthcoming.",
    ),
]

ARTICLES = [
    (
        "14.184 a series of a journal, and a translator",
        work(
            "article-journal",
            author=names("Paul Otto"),
            title="Wampum",
            translator=names("Ann Kim"),
            container__title="William and Mary Quarterly",
            collection__title="3rd ser.",
            volume="24",
            issue="2",
            issued="1967",
            page="23-41",
        ),
        "p. 25",
        "Paul Otto, “Wampum,” trans. Ann Kim, William and Mary Quarterly, 3rd ser., 24, no. 2 "
        "(1967): 25.",
        "(Otto 1967, 25)",
        "Otto, Paul. “Wampum.” Translated by Ann Kim. William and Mary Quarterly, 3rd ser., 24, "
        "no. 2 (1967): 23–41.",
    ),
    (
        "an article in press, with the marks of its language",
        work(
            "article-journal",
            author=names("Alice Fara"),
            title="Jin in „Das Reich“",
            container__title="Past & Present",
            status="in press",
        ),
        None,
        "Alice Fara, “Jin in „Das Reich“,” Past & Present (in press).",
        "(Fara, in press)",
        "Fara, Alice. “Jin in „Das Reich“.” Past & Present (in press).",
    ),
    (
        "14.191 the town and the section of a newspaper",
        work(
            "article-newspaper",
            author=names("R. Mead"),
            title="The Prophet",
            container__title="Times",
            publisher__place="London",
            section="B",
            issued="2017-04-17",
        ),
        None,
        "R. Mead, “The Prophet,” Times (London), April 17, 2017, sec. B.",
        "(Mead 2017)",
        "Mead, R. “The Prophet.” Times (London), April 17, 2017, sec. B.",
    ),
    (
        "14.193 the edition of a newspaper",
        work(
            "article-newspaper",
            author=names("R. Mead"),
            title="The Prophet",
            container__title="Times",
            edition="late",
            section="B",
            issued="2017-04-17",
        ),
        None,
        "R. Mead, “The Prophet,” Times, April 17, 2017, late edition, sec. B.",
        "(Mead 2017)",
        "Mead, R. “The Prophet.” Times, April 17, 2017, late edition, sec. B.",
    ),
    (
        "14.208 a blog",
        work(
            "post-weblog",
            author=names("William Germano"),
            title="Futurist Shock",
            container__title="Lingua Franca",
            publisher="Chronicle of Higher Education",
            issued="2017-02-15",
        ),
        None,
        "William Germano, “Futurist Shock,” Lingua Franca (blog), Chronicle of Higher Education, "
        "February 15, 2017.",
        "(Germano 2017)",
        "Germano, William. “Futurist Shock.” Lingua Franca (blog). "
        "Chronicle of Higher Education. February 15, 2017.",
    ),
]

MEDIA = [
    (
        "14.265 a film",
        work(
            "motion_picture",
            title="Crumb",
            director=names("Terry Zwigoff"),
            original__date="1994",
            publisher="Sony Pictures",
            publisher__place="Culver City, CA",
            issued="2006",
            medium="DVD",
        ),
        None,
        "Crumb, directed by Terry Zwigoff (1994; Culver City, CA: Sony Pictures, 2006), DVD.",
        "(Crumb [1994] 2006)",
        "Crumb. Directed by Terry Zwigoff. 1994; Culver City, CA: Sony Pictures, 2006. DVD.",
    ),
    (
        "14.265 a broadcast",
        work(
            "broadcast",
            title="Marcia",
            container__title="American Crime Story",
            director=names("Ryan Murphy"),
            script__writer=names("D. V. DeVincentis"),
            number="6",
            publisher="FX",
            issued="2016-03-08",
        ),
        None,
        "“Marcia,” American Crime Story, episode 6, directed by Ryan Murphy, "
        "written by D. V. DeVincentis, aired March 8, 2016, on FX.",
        "(“Marcia” 2016)",
        "“Marcia.” American Crime Story, episode 6. Directed by Ryan Murphy. "
        "Written by D. V. DeVincentis. Aired March 8, 2016, on FX.",
    ),
    (
        "14.235 a painting",
        work(
            "graphic",
            author=names("Salvador Dalí"),
            title="The Persistence of Memory",
            issued="1931",
            medium="oil on canvas",
            dimensions="9½ × 13″",
            archive="Museum of Modern Art",
            archive__place="New York",
        ),
        None,
        "Salvador Dalí, The Persistence of Memory, 1931, oil on canvas, 9½ × 13″, "
        "Museum of Modern Art, New York.",
        "(Dalí 1931)",
        "Dalí, Salvador. The Persistence of Memory. 1931. Oil on canvas, 9½ × 13″. "
        "Museum of Modern Art, New York.",
    ),
    (
        "14.237 a map",
        work(
            "map",
            author=names("Champlain"),
            title="Carte geographique",
            issued="1612",
            genre="engraving",
            dimensions="43 × 76 cm",
            archive="Library of Congress",
        ),
        None,
        "Champlain, Carte geographique, 1612, engraving, 43 × 76 cm, Library of Congress.",
        "(Champlain 1612)",
        "Champlain. Carte geographique. 1612. Engraving, 43 × 76 cm. Library of Congress.",
    ),
    (
        "14.257 a set of data and its version",
        work("dataset", author=literal("Census"), title="1900", version="3", issued="2019"),
        None,
        "Census, 1900, version 3 (2019).",
        "(Census 2019)",
        "Census. 1900. Version 3. 2019.",
    ),
    (
        "14.266 a performance",
        work(
            "performance",
            title="Hamilton",
            director=names("Thomas Kail"),
            publisher="Richard Rodgers Theatre",
            event__place="New York",
            issued="2016-02-02",
        ),
        None,
        "Hamilton, directed by Thomas Kail, Richard Rodgers Theatre, New York, February 2, 2016.",
        "(Hamilton 2016)",
        "Hamilton. Directed by Thomas Kail. Richard Rodgers Theatre, New York, February 2, 2016.",
    ),
]


@cases(
    ("rule", "source", "locator", "in_note", "in_text", "entry"),
    [*LETTERS, *PAPERS, *LAWS, *BOOKS, *ARTICLES, *MEDIA],
)
def test_work(
    rule: str, source: Source, locator: str | None, in_note: str, in_text: str, entry: str
) -> None:
    assert cite(source, locator) == (in_note, in_text, entry), rule


@cases(
    ("source", "entry"),
    [
        (
            work("personal_communication", **ADAMS, issued="1776-07-04"),
            "Adams, John. 1776. Letter to Thomas Jefferson, July 4, 1776.",
        ),
        (
            work("book", author=names("Alice Fara"), title="Jin", status="forthcoming"),
            "Fara, Alice. Forthcoming. Jin.",  # 15.45
        ),
        (
            work("book", author=names("Jasmine Nano"), title="Jin", publisher="UP"),
            "Nano, Jasmine. n.d. Jin. UP.",  # 15.44
        ),
        (
            work(
                "article-journal",
                author=names("Paul Otto"),
                title="Wampum",
                container__title="Quarterly",
                volume="24",
                issued="1998-07/1998-08",
                page="3",
            ),
            "Otto, Paul. 1998. “Wampum.” Quarterly 24 (July–August): 3.",
        ),
        (
            work("legal_case", title="A v. B", volume="3", container__title="U.S.", issued="1941"),
            "A v. B. 1941. 3 U.S.",
        ),
    ],
)
def test_a_list_for_author_date(source: Source, entry: str) -> None:
    assert listed(source) == entry


def told(*works: Source) -> list[str]:
    return [short(source, source.id) for source in disambiguated(works)]


def by_one(kind: str, **fields: Any) -> list[Source]:
    dates = ("1776-07-04", "1776-07-09", "1776-07-09")
    return [work(kind, id=f"w{n}", issued=date, **fields) for n, date in enumerate(dates)]


@cases(
    ("works", "cited"),
    [
        (by_one("personal_communication", **ADAMS), "Adams to Jefferson"),
        (by_one("interview", author=names("John Adams")), "Adams"),
        (by_one("document", author=names("John Adams"), genre="minutes"), "Adams"),
        (by_one("treaty", title="Treaty of Paris"), "Treaty of Paris"),
        (by_one("hearing", title="On the Tea"), "On the Tea"),
    ],
)
def test_what_goes_by_its_day_is_told_apart_by_it(works: list[Source], cited: str) -> None:
    assert told(*works) == [
        f"{cited}, July 4, 1776",
        f"{cited}, July 9, 1776a",
        f"{cited}, July 9, 1776b",
    ]


def test_people_of_one_name_write_letters_too() -> None:  # 15.21
    other = work("personal_communication", id="w9", author=names("Abigail Adams"), issued="1776-07")
    assert told(*by_one("personal_communication", **ADAMS)[:1], other) == [
        "J. Adams to Jefferson, July 4, 1776",
        "A. Adams, July 1776",
    ]


@cases(
    "status",
    ["forthcoming", "in press", "im Druck", "à paraître", "в печати"],
)
def test_the_words_that_are_recorded_for_a_work_to_come(status: str) -> None:
    source = work("book", author=names("Alice Fara"), title="Jin", status=status)
    assert short(source, "") == f"Fara, {status}"


def test_a_date_is_better_than_a_status() -> None:
    source = work("book", author=names("A. Fara"), title="Jin", status="forthcoming", issued="2030")
    assert cite(source)[0] == "A. Fara, Jin (2030)."
    out = work("book", author=names("A. Fara"), title="Jin", status="Published")
    assert cite(out)[0] == "A. Fara, Jin (n.d.)."


def test_what_the_title_of_a_paper_says_is_not_said_again() -> None:
    paper = work(
        *("document",),
        **{"title": "Minutes of the War Cabinet", "genre": "minutes", "issued": "1917-02-03"},
        archive="The National Archives",
    )
    assert cite(paper)[0] == (
        "“Minutes of the War Cabinet,” February 3, 1917, The National Archives."
    )


@cases(
    "recorded, printed",
    [
        *[("late", "late edition"), ("Late", "late edition"), ("Midwest", "Midwest edition")],
        *[("Late City Final", "late city final edition"), ("New York", "New York edition")],
        # whoever recorded it said already what it is
        *[("late edition", "late edition"), ("late ed.", "late ed."), ("2", "2nd ed.")],
        *[("Morgenausgabe", "Morgenausgabe"), ("édition du soir", "édition du soir")],
        *[("вечерний выпуск", "вечерний выпуск"), ("朝刊", "朝刊"), ("Abendblatt", "Abendblatt")],
    ],
)
def test_the_edition_of_a_newspaper_is_said_to_be_one(
    recorded: str, printed: str
) -> None:  # 14.193
    article = {"title": "War", "container-title": "Times", "issued": "1914-08-04"}
    for kind in ("article-newspaper", "article-magazine"):
        source = work(kind, edition=recorded, **article)
        assert cite(source)[0] == f"“War,” Times, August 4, 1914, {printed.rstrip('.')}."


def test_an_edition_of_a_book_is_called_as_it_is_recorded() -> None:
    assert cite(work("book", title="War", edition="late", issued="1914"))[0] == "War, late (1914)."
