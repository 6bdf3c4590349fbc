"""Notes and entries after Chicago 17: the manual's own examples, and its rules by number."""

from typing import Any

import pytest
from citing import cite, names, work
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from support import cases

from claimcli.citations.chicago import (
    author_date,
    bibliography,
    listed,
    note,
    sources,
)
from claimcli.citations.sorting import entry_order, listed_order
from claimcli.corpus.csl import DATES, TEXTS, TYPES
from claimcli.corpus.csl import NAMES as CREATORS
from claimcli.model import Citation, Claim, Source

SMITH = work(
    "book",
    author=names("Zadie Smith"),
    title="Swing Time",
    publisher="Penguin Press",
    publisher__place="New York",
    issued="2016",
)
DAGATA = work(
    "book",
    editor=names("John D’Agata"),
    title="The Making of the American Essay",
    publisher="Graywolf Press",
    publisher__place="Minneapolis",
    issued="2016",
)
THOREAU = work(
    "chapter",
    author=names("Henry David Thoreau"),
    title="Walking",
    container__title="The Making of the American Essay",
    editor=names("John D’Agata"),
    publisher="Graywolf Press",
    publisher__place="Minneapolis",
    issued="2016",
    page="167-95",
)
BAY = work(
    "article-journal",
    author=names("Rachael A. Bay", "Noah Rose", "Rowan Barrett", "Louis Bernatchez"),
    title="Predicting Responses",
    container__title="American Naturalist",
    volume="189",
    issue="5",
    issued="2017-05",
    page="463-73",
    DOI="10.1086/691233",
)
ZUKOFSKY = work(
    "article-journal",
    id="zukofsky",
    author=names("Louis Zukofsky"),
    title="Sincerity and Objectification",
    container__title="Poetry",
    volume="37",
    issued="1931-02",
)
COSTELLO = work(
    "book",
    id="costello",
    author=names("Bonnie Costello"),
    title="Marianne Moore: Imaginary Possessions",
    publisher="Harvard University Press",
    publisher__place="Cambridge, MA",
    issued="1981",
)
VOROBEV = work("book", id="vorobev-1975", author=names("M. V. Vorob'ev"), issued="1975")
LOOKUP = {source.id: source for source in (ZUKOFSKY, COSTELLO, VOROBEV)}.get


@cases(
    ("rule", "source", "locator", "in_note", "in_text", "entry"),
    [
        (
            "14.23 a book",
            SMITH,
            "pp. 315-16",
            "Zadie Smith, Swing Time (New York: Penguin Press, 2016), 315–16.",
            "(Smith 2016, 315–16)",
            "Smith, Zadie. Swing Time. New York: Penguin Press, 2016.",
        ),
        (
            "14.76 two authors",
            work(
                "book",
                author=names("Brian Grazer", "Charles Fishman"),
                title="A Curious Mind: The Secret to a Bigger Life",
                publisher="Simon & Schuster",
                publisher__place="New York",
                issued="2015",
            ),
            "p. 12",
            "Brian Grazer and Charles Fishman, A Curious Mind: The Secret to a Bigger Life "
            "(New York: Simon & Schuster, 2015), 12.",
            "(Grazer and Fishman 2015, 12)",
            "Grazer, Brian, and Charles Fishman. A Curious Mind: The Secret to a Bigger Life. "
            "New York: Simon & Schuster, 2015.",
        ),
        (
            "14.103 an editor for an author",
            DAGATA,
            "177–78",
            "John D’Agata, ed., The Making of the American Essay "
            "(Minneapolis: Graywolf Press, 2016), 177–78.",
            "(D’Agata 2016, 177–78)",
            "D’Agata, John, ed. The Making of the American Essay. "
            "Minneapolis: Graywolf Press, 2016.",
        ),
        (
            "14.107 a chapter",
            THOREAU,
            "pp. 177 - 178",
            "Henry David Thoreau, “Walking,” in The Making of the American Essay, "
            "ed. John D’Agata (Minneapolis: Graywolf Press, 2016), 177–78.",
            "(Thoreau 2016, 177–78)",
            "Thoreau, Henry David. “Walking.” In The Making of the American Essay, "
            "edited by John D’Agata, 167–95. Minneapolis: Graywolf Press, 2016.",
        ),
        (
            "14.107 a part without an author",
            work(
                "entry-encyclopedia",
                title="Jurchen",
                container__title="Encyclopedia of China",
                editor=names("Dorothy Perkins"),
                issued="1999",
            ),
            "p. 254",
            "“Jurchen,” in Encyclopedia of China, ed. Dorothy Perkins (1999), 254.",
            "(“Jurchen” 1999, 254)",
            "“Jurchen.” In Encyclopedia of China, edited by Dorothy Perkins. 1999.",
        ),
        (
            "14.104 a translator",
            work(
                "book",
                author=names("Jhumpa Lahiri"),
                title="In Other Words",
                translator=names("Ann Goldstein"),
                publisher="Alfred A. Knopf",
                publisher__place="New York",
                issued="2016",
            ),
            "p. 146",
            "Jhumpa Lahiri, In Other Words, trans. Ann Goldstein "
            "(New York: Alfred A. Knopf, 2016), 146.",
            "(Lahiri 2016, 146)",
            "Lahiri, Jhumpa. In Other Words. Translated by Ann Goldstein. "
            "New York: Alfred A. Knopf, 2016.",
        ),
        (
            "14.76, 14.171 an article of four authors",
            BAY,
            "p. 465",
            "Rachael A. Bay et al., “Predicting Responses,” American Naturalist 189, no. 5 "
            "(May 2017): 465, https://doi.org/10.1086/691233.",
            "(Bay et al. 2017, 465)",
            "Bay, Rachael A., Noah Rose, Rowan Barrett, and Louis Bernatchez. "
            "“Predicting Responses.” American Naturalist 189, no. 5 (May 2017): 463–73. "
            "https://doi.org/10.1086/691233.",
        ),
        (
            "a locator that is no page",
            BAY,
            "abstract",
            "Rachael A. Bay et al., “Predicting Responses,” American Naturalist 189, no. 5 "
            "(May 2017), abstract, https://doi.org/10.1086/691233.",
            "(Bay et al. 2017, abstract)",
            "Bay, Rachael A., Noah Rose, Rowan Barrett, and Louis Bernatchez. "
            "“Predicting Responses.” American Naturalist 189, no. 5 (May 2017): 463–73. "
            "https://doi.org/10.1086/691233.",
        ),
        (
            "14.171 an issue without a volume, and no title",
            work(
                "article-journal",
                author=names("S. A. Kozhanov"),
                container__title="Izvestiia",
                issue="3",
                issued="1980",
            ),
            "p. 116",
            "S. A. Kozhanov, [title not recorded], Izvestiia, no. 3 (1980): 116.",
            "(Kozhanov 1980, 116)",
            "Kozhanov, S. A. [Title not recorded]. Izvestiia, no. 3 (1980).",
        ),
        (
            "an article whose journal is not recorded",
            work("article-journal", author=names("S. A. Kozhanov"), title="Posly", issued="1980"),
            "p. 116",
            "S. A. Kozhanov, “Posly,” [journal not recorded] (1980): 116.",
            "(Kozhanov 1980, 116)",
            "Kozhanov, S. A. “Posly.” [Journal not recorded] (1980).",
        ),
        (
            "neither journal nor date recorded",
            work("article-journal", author=names("A. Kim"), title="War", volume="15", issue="2"),
            "p. 3",
            "A. Kim, “War,” [journal not recorded] 15, no. 2 (n.d.): 3.",
            "(Kim, n.d., 3)",
            "Kim, A. “War.” [Journal not recorded] 15, no. 2 (n.d.).",
        ),
        (
            "a newspaper that is not recorded",
            work("article-newspaper", title="War", issued="1950-05-09"),
            None,
            "“War,” [newspaper not recorded], May 9, 1950.",
            "(“War” 1950)",
            "“War.” [Newspaper not recorded], May 9, 1950.",
        ),
        (
            "a day that is not known",
            work("article-newspaper", title="War", issued="1950-05-XX"),
            None,
            "“War,” [newspaper not recorded], May 1950.",
            "(“War” 1950)",
            "“War.” [Newspaper not recorded], May 1950.",
        ),
        (
            "a chapter of a book that is not recorded",
            work("chapter", author=names("A. Kim"), title="War", issued="1950", page="3-9"),
            "p. 4",
            "A. Kim, “War,” in [book not recorded] (1950), 4.",
            "(Kim 1950, 4)",
            "Kim, A. “War.” In [book not recorded], 3–9. 1950.",
        ),
        (
            "14.215 a thesis, 14.94 quotation marks within a title",
            work(
                "thesis",
                author=names("Cynthia Lillian Rutz"),
                title="“King Lear” and Its Folktale Analogues",
                genre="PhD diss.",
                publisher="University of Chicago",
                issued="2013",
            ),
            "pp. 99-100",
            "Cynthia Lillian Rutz, “‘King Lear’ and Its Folktale Analogues” "
            "(PhD diss., University of Chicago, 2013), 99–100.",
            "(Rutz 2013, 99–100)",
            "Rutz, Cynthia Lillian. “‘King Lear’ and Its Folktale Analogues.” "
            "PhD diss., University of Chicago, 2013.",
        ),
        (
            "14.188 a magazine",
            work(
                "article-magazine",
                author=names("Rebecca Mead"),
                title="The Prophet of Dystopia",
                container__title="New Yorker",
                issued="2017-04-17",
            ),
            "p. 43",
            "Rebecca Mead, “The Prophet of Dystopia,” New Yorker, April 17, 2017, 43.",
            "(Mead 2017, 43)",
            "Mead, Rebecca. “The Prophet of Dystopia.” New Yorker, April 17, 2017.",
        ),
        (
            "14.207 a page of a website without a date",
            work(
                "webpage",
                title="Yale Facts",
                container__title="Yale University",
                accessed={"date-parts": [[2017, 5, 1]]},
                URL="https://www.yale.edu/about-yale/yale-facts",
            ),
            None,
            "“Yale Facts,” Yale University, accessed May 1, 2017, "
            "https://www.yale.edu/about-yale/yale-facts.",
            "(“Yale Facts”)",
            "“Yale Facts.” Yale University. Accessed May 1, 2017. "
            "https://www.yale.edu/about-yale/yale-facts.",
        ),
        (
            "14.114, 15.40 a reprint",
            work(
                "book",
                author=names("Frederic W. Maitland"),
                title="Roman Canon Law in the Church of England",
                edition="reprint",
                original__date="1898",
                publisher="Lawbook Exchange",
                publisher__place="Union, NJ",
                issued="1998",
            ),
            "p. 3",
            "Frederic W. Maitland, Roman Canon Law in the Church of England "
            "(1898; repr., Union, NJ: Lawbook Exchange, 1998), 3.",
            "(Maitland [1898] 1998, 3)",
            "Maitland, Frederic W. Roman Canon Law in the Church of England. 1898. "
            "Reprint, Union, NJ: Lawbook Exchange, 1998.",
        ),
        (
            "a translation is no reprint",
            work(
                "book",
                author=names("Marc Bloch"),
                title="Feudal Society",
                translator=names("L. A. Manyon"),
                original__date="1939",
                publisher="Routledge",
                issued="1961",
            ),
            "p. 3",
            "Marc Bloch, Feudal Society, trans. L. A. Manyon (1939; Routledge, 1961), 3.",
            "(Bloch [1939] 1961, 3)",
            "Bloch, Marc. Feudal Society. Translated by L. A. Manyon. Routledge, 1961. "
            "First published 1939.",
        ),
        (
            "14.96 a question mark, 14.113 edition, 14.116 volumes, 14.123 series",
            work(
                "book",
                author=names("Marcel Granet"),
                title="What Is the Dao?",
                edition="2",
                number__of__volumes="3",
                collection__title="Sinica",
                collection__number="12",
                publisher__place="Paris",
                issued="1959/1962",
            ),
            "vol. 2, pp. 311-312",
            "Marcel Granet, What Is the Dao?, 2nd ed., 3 vols., Sinica 12 (Paris, 1959–62), "
            "2:311–12.",
            "(Granet 1959–62, 2:311–12)",
            "Granet, Marcel. What Is the Dao? 2nd ed. 3 vols. Sinica 12. Paris, 1959–62.",
        ),
        (
            "14.79 no author",
            work("book", title="Istoriia Kitaia", issued="1974"),
            "p. 106",
            "Istoriia Kitaia (1974), 106.",
            "(Istoriia Kitaia 1974, 106)",
            "Istoriia Kitaia. 1974.",
        ),
        (
            "a title that is not recorded is said to be so",
            VOROBEV,
            "p. 116",
            "M. V. Vorob'ev, [title not recorded] (1975), 116.",
            "(Vorob'ev 1975, 116)",
            "Vorob'ev, M. V. [Title not recorded]. 1975.",
        ),
        (
            "neither author nor title",
            work("book", id="lost-1990", issued="1990"),
            "p. 1",
            "[title not recorded: lost-1990] (1990), 1.",
            "(untitled book, 1990 [lost-1990], 1)",
            "[Title not recorded: lost-1990]. 1990.",
        ),
        (
            "14.242 a primary source",
            work("classic", title="Jin shi"),
            "ch. 2",
            "Jin shi, ch. 2.",
            "(Jin shi, ch. 2)",
            "Jin shi.",
        ),
        (
            "14.248 a primary source in an edition",
            work(
                "classic",
                author=[{"literal": "Xu Mengxin"}],
                title="Sanchao beimeng huibian",
                publisher="Shanghai guji",
                publisher__place="Shanghai",
                issued="1987",
            ),
            "p. 12",
            "Xu Mengxin, Sanchao beimeng huibian (Shanghai: Shanghai guji, 1987), p. 12.",
            "(Xu Mengxin, Sanchao beimeng huibian, p. 12)",
            "Xu Mengxin. Sanchao beimeng huibian. Shanghai: Shanghai guji, 1987.",
        ),
        (
            "14.221 an old manuscript",
            work(
                "manuscript",
                title="Lan pei lu",
                archive="Beijing Library",
                archive_location="MS 12",
            ),
            "fol. 12r",
            "Lan pei lu, MS 12, Beijing Library, fol. 12r.",
            "(Lan pei lu, fol. 12r)",
            "Lan pei lu. MS 12, Beijing Library.",
        ),
        (
            "14.218 an unpublished manuscript",
            work(
                "manuscript",
                author=names("Anna Kim"),
                title="Notes on Jin",
                issued="1990-03",
            ),
            "p. 4",
            "Anna Kim, “Notes on Jin” (unpublished manuscript, March 1990), p. 4.",
            "(Kim 1990, p. 4)",
            "Kim, Anna. “Notes on Jin.” Unpublished manuscript, March 1990.",
        ),
        (
            "14.244 a classic and its numbers",
            work("classic", author=[{"literal": "Plutarch"}], title="Caesar", title__short="Caes."),
            "13.5-7",
            "Plutarch, Caesar 13.5–7.",
            "(Plutarch, Caes. 13.5–7)",
            "Plutarch. Caesar.",
        ),
        (
            "the numbers of a classic in an edition",
            work("classic", title="Jin shi", publisher="Zhonghua", issued="1975"),
            "2.24",
            "Jin shi (Zhonghua, 1975), 2.24.",
            "(Jin shi 2.24)",
            "Jin shi. Zhonghua, 1975.",
        ),
        (
            "a date in words",
            work("book", author=names("Ann Ward"), title="Jin", issued={"literal": "spring 2004"}),
            "p. 3",
            "Ann Ward, Jin (spring 2004), 3.",
            "(Ward, spring 2004, 3)",
            "Ward, Ann. Jin. Spring 2004.",
        ),
        (
            "14.116, 15.23 a page of a volume",
            work(
                "book",
                author=names("Theodor Mommsen"),
                title="Römische Geschichte",
                volume="3",
                publisher__place="Berlin",
                issued="1856",
            ),
            "p. 461",
            "Theodor Mommsen, Römische Geschichte (Berlin, 1856), 3:461.",
            "(Mommsen 1856, 3:461)",
            "Mommsen, Theodor. Römische Geschichte. Vol. 3. Berlin, 1856.",
        ),
        (
            "14.116 a volume is told once",
            work("book", author=names("Ann Archer"), title="History", volume="2", issued="1985"),
            "vol. 2, p. 33",
            "Ann Archer, History (1985), 2:33.",
            "(Archer 1985, 2:33)",
            "Archer, Ann. History. Vol. 2. 1985.",
        ),
        (
            "a place in a volume that is no page",
            work("book", author=names("Ann Archer"), title="History", volume="2", issued="1985"),
            "ch. 4",
            "Ann Archer, History, vol. 2 (1985), ch. 4.",
            "(Archer 1985, ch. 4)",
            "Archer, Ann. History. Vol. 2. 1985.",
        ),
        (
            "14.119 a volume with a title",
            work(
                "book",
                author=names("Henry James"),
                title="The Complete Tales of Henry James",
                editor=names("Leon Edel"),
                volume="5",
                volume__title="1883–1884",
                publisher="Rupert Hart-Davis",
                publisher__place="London",
                issued="1963",
            ),
            "pp. 32-33",
            "Henry James, The Complete Tales of Henry James, ed. Leon Edel, vol. 5, 1883–1884 "
            "(London: Rupert Hart-Davis, 1963), 32–33.",
            "(James 1963, 32–33)",
            "James, Henry. The Complete Tales of Henry James. Edited by Leon Edel. "
            "Vol. 5, 1883–1884. London: Rupert Hart-Davis, 1963.",
        ),
        (
            "a chapter in a volume, as pandoc has it",
            work(
                "chapter",
                author=names("T. P. Wiseman"),
                title="Caesar, Pompey and Rome",
                container__title="The Last Age",
                editor=names("J. A. Crook"),
                volume="9",
                publisher="CUP",
                issued="1994",
                page="368-423",
            ),
            "p. 370",
            "T. P. Wiseman, “Caesar, Pompey and Rome,” in The Last Age, ed. J. A. Crook, vol. 9 "
            "(CUP, 1994), 370.",
            "(Wiseman 1994, 370)",
            "Wiseman, T. P. “Caesar, Pompey and Rome.” In The Last Age, edited by J. A. Crook, "
            "9:368–423. CUP, 1994.",
        ),
        (
            "14.202 a review",
            work(
                "review-book",
                author=names("Ben Ratliff"),
                reviewed__title="The Mystery of Samba",
                reviewed__author=names("Hermano Vianna"),
                container__title="Lingua Franca",
                volume="9",
                issued="1999-04",
                page="B13-B14",
            ),
            "p. 13",
            "Ben Ratliff, review of The Mystery of Samba, by Hermano Vianna, Lingua Franca 9 "
            "(April 1999): 13.",
            "(Ratliff 1999, 13)",
            "Ratliff, Ben. Review of The Mystery of Samba, by Hermano Vianna. Lingua Franca 9 "
            "(April 1999): B13–B14.",
        ),
        (
            "14.202 a review with a title in a newspaper",
            work(
                "review",
                author=names("David Kamp"),
                title="Deconstructing Dinner",
                reviewed__title="The Omnivore’s Dilemma",
                reviewed__author=names("Michael Pollan"),
                container__title="New York Times",
                issued="2006-04-23",
            ),
            None,
            "David Kamp, “Deconstructing Dinner,” review of The Omnivore’s Dilemma, "
            "by Michael Pollan, New York Times, April 23, 2006.",
            "(Kamp 2006)",
            "Kamp, David. “Deconstructing Dinner.” Review of The Omnivore’s Dilemma, "
            "by Michael Pollan. New York Times, April 23, 2006.",
        ),
        (
            "a review under the title of the reviewed work, as pandoc has it",
            work(
                "review-book",
                author=names("Ann Archer"),
                title="Samba",
                reviewed__author=names("Hermano Vianna"),
                volume="9",
            ),
            None,
            "Ann Archer, review of Samba, by Hermano Vianna, [journal not recorded] 9 (n.d.).",
            "(Archer, n.d.)",
            "Archer, Ann. Review of Samba, by Hermano Vianna. [Journal not recorded] 9 (n.d.).",
        ),
        (
            "a review of what is not recorded",
            work("review", author=names("Ann Archer"), title="Samba", issue="9", issued="1999"),
            None,
            "Ann Archer, “Samba,” [journal not recorded], no. 9 (1999).",
            "(Archer 1999)",
            "Archer, Ann. “Samba.” [Journal not recorded], no. 9 (1999).",
        ),
        (
            "14.217 a lecture",
            work(
                "speech",
                author=names("Viviana Hong"),
                title="Censorship in Children’s Literature",
                genre="lecture",
                publisher="University of Chicago",
                event__place="Chicago, IL",
                issued="2015-04-30",
            ),
            None,
            "Viviana Hong, “Censorship in Children’s Literature” "
            "(lecture, University of Chicago, Chicago, IL, April 30, 2015).",
            "(Hong 2015)",
            "Hong, Viviana. “Censorship in Children’s Literature.” "
            "Lecture, University of Chicago, Chicago, IL, April 30, 2015.",
        ),
        (
            "14.217 a paper read at a meeting",
            work(
                "paper-conference",
                author=names("David G. Teviotdale"),
                title="The Liao",
                event="130th Annual Meeting",
                event__place="San Francisco",
                issued="2002-01-03",
            ),
            None,
            "David G. Teviotdale, “The Liao” "
            "(paper presented at the 130th Annual Meeting, San Francisco, January 3, 2002).",
            "(Teviotdale 2002)",
            "Teviotdale, David G. “The Liao.” "
            "Paper presented at the 130th Annual Meeting, San Francisco, January 3, 2002.",
        ),
        (
            "14.220 a report",
            work(
                "report",
                author=names("Ann Roe"),
                title="Grain",
                genre="working paper",
                number="12",
                publisher="Institute",
                publisher__place="Rome",
                issued="2015",
            ),
            "p. 4",
            "Ann Roe, Grain, working paper 12 (Rome: Institute, 2015), 4.",
            "(Roe 2015, 4)",
            "Roe, Ann. Grain. Working paper 12. Rome: Institute, 2015.",
        ),
        (
            "14.221 where it is kept",
            work(
                "collection",
                title="Egmont Manuscripts",
                archive_location="box 2",
                archive_collection="Phillipps Collection",
                archive="University of Georgia Library",
                archive__place="Athens",
                issued="1745",
            ),
            None,
            "Egmont Manuscripts, 1745, box 2, Phillipps Collection, "
            "University of Georgia Library, Athens.",
            "(Egmont Manuscripts 1745)",
            "Egmont Manuscripts. 1745. Box 2, Phillipps Collection, "
            "University of Georgia Library, Athens.",
        ),
        (
            "a second edition is no reprint",
            work(
                "book",
                author=names("Ronald Syme"),
                title="The Roman Revolution",
                edition="2",
                original__date="1939",
                publisher="OUP",
                issued="1952",
            ),
            "p. 3",
            "Ronald Syme, The Roman Revolution, 2nd ed. (1939; OUP, 1952), 3.",
            "(Syme [1939] 1952, 3)",
            "Syme, Ronald. The Roman Revolution. 2nd ed. OUP, 1952. First published 1939.",
        ),
        (
            "9.61 pages, CSL's rich text",
            work(
                "article-journal",
                author=names("Ann Roe"),
                title="Brunt's <i>Republic</i>",
                container__title="Journal of <sup>2</sup>",
                volume="3",
                issued="1990",
                page="1100-1113",
            ),
            "pp. 1101-1108",
            "Ann Roe, “Brunt’s Republic,” Journal of 2 3 (1990): 1101–8.",
            "(Roe 1990, 1101–8)",
            "Roe, Ann. “Brunt’s Republic.” Journal of 2 3 (1990): 1100–1113.",
        ),
    ],
)
def test_work(
    rule: str, source: Source, locator: str | None, in_note: str, in_text: str, entry: str
) -> None:
    assert cite(source, locator) == (in_note, in_text, entry), rule


@cases(
    ("source", "entry"),
    [
        (SMITH, "Smith, Zadie. 2016. Swing Time. New York: Penguin Press."),  # 15.9
        (
            THOREAU,
            "Thoreau, Henry David. 2016. “Walking.” In The Making of the American Essay, "
            "edited by John D’Agata, 167–95. Minneapolis: Graywolf Press.",
        ),
        (
            BAY,  # 15.48
            "Bay, Rachael A., Noah Rose, Rowan Barrett, and Louis Bernatchez. 2017. "
            "“Predicting Responses.” American Naturalist 189, no. 5 (May): 463–73. "
            "https://doi.org/10.1086/691233.",
        ),
        (
            work(
                "article-magazine",
                author=names("Rebecca Mead"),
                title="The Prophet of Dystopia",
                container__title="New Yorker",
                issued="2017-04-17",
            ),  # 15.49
            "Mead, Rebecca. 2017. “The Prophet of Dystopia.” New Yorker, April 17, 2017.",
        ),
        (
            work(
                "thesis",
                author=names("Cynthia Lillian Rutz"),
                title="King Lear",
                genre="PhD diss.",
                publisher="University of Chicago",
                issued="2013",
            ),
            "Rutz, Cynthia Lillian. 2013. “King Lear.” PhD diss., University of Chicago.",
        ),
        (
            work("webpage", title="Yale Facts", publisher="Yale", author=[{"literal": "Yale"}]),
            "Yale. n.d. “Yale Facts.” Yale.",  # 15.50
        ),
        (
            work(
                "book",
                author=names("Charles Darwin"),
                title="The Origin",
                original__date="1859",
                issued="1964",
                edition="repr.",
                publisher="HUP",
            ),  # 15.40
            "Darwin, Charles. (1859) 1964. The Origin. Reprint, HUP.",
        ),
        (work("book", title="Istoriia", issued="1974"), "Istoriia. 1974."),  # 15.34
        (
            work("book", author=names("A. Kim"), title="Jin", issued="1120~"),
            "Kim, A. [ca. 1120]. Jin.",
        ),
        (work("article-journal", title="War", volume="3"), "“War.” [Journal not recorded] 3."),
        (work("classic", author=[{"literal": "Plutarch"}], title="Caesar"), "Plutarch. Caesar."),
    ],
)
def test_a_list_for_author_date_has_the_year_in_front(source: Source, entry: str) -> None:
    assert listed(source) == entry


def test_letters_are_in_author_date_and_its_list_alone() -> None:  # 15.20
    source = replace(SMITH, letter="b", makers="Z. Smith")
    assert cite(source)[0] == "Zadie Smith, Swing Time (New York: Penguin Press, 2016)."
    assert cite(source)[1] == "(Z. Smith 2016b)"
    assert cite(source)[2] == "Smith, Zadie. Swing Time. New York: Penguin Press, 2016."
    assert listed(source) == "Smith, Zadie. 2016b. Swing Time. New York: Penguin Press."


def test_a_list_for_author_date_is_in_the_order_of_years() -> None:  # 15.18
    ordered = [
        work("book", author=names("A. Kim"), title="Zhou", issued="1980"),
        work("book", author=names("A. Kim"), title="Ai", issued="1990"),
        work("book", author=names("A. Kim"), title="Ba", issued="1990"),
        work("book", author=names("A. Kim"), title="Aa"),
        work("book", author=names("B. Kim"), title="Aa", issued="1970"),
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=listed_order) == ordered


def test_titles_are_in_order_without_their_tags() -> None:
    ordered = [work("book", title="Jin"), work("book", title="<i>The</i> Liao")]
    backwards = ordered[::-1]
    assert sorted(backwards, key=entry_order) == ordered


def test_rich_titles_in_markdown() -> None:
    source = work("book", title="<i>SPQR</i>: a history of *<b>Rome</b>*", issued="1990")
    assert cite(source)[1] == "(SPQR: a history of *Rome* 1990)"
    assert bibliography(source, "markdown") == r"SPQR: *a history of \*Rome\**. 1990."


def test_an_entry_lists_ten_authors_and_seven_of_more() -> None:  # 14.76
    ten = [f"A. {letter}" for letter in "KLMNOPQRST"]
    ten_of_ten = work("book", author=names(*ten), title="Jin", issued="1990")
    assert bibliography(ten_of_ten) == (
        "K, A., A. L, A. M, A. N, A. O, A. P, A. Q, A. R, A. S, and A. T. Jin. 1990."
    )
    eleven = work("book", author=names(*ten, "A. U"), title="Jin", issued="1990")
    assert bibliography(eleven) == "K, A., A. L, A. M, A. N, A. O, A. P, A. Q, et al. Jin. 1990."


def test_edited_by_two_is_eds_and_bodies_are_not_inverted() -> None:
    source = work("book", editor=names("Herbert Franke", "Denis Twitchett"), title="Alien Regimes")
    assert bibliography(source) == "Franke, Herbert, and Denis Twitchett, eds. Alien Regimes. n.d."
    body = work("book", author=[{"literal": "Academy"}, {"family": "Kim"}], title="Jin")
    assert bibliography(body) == "Academy and Kim. Jin. n.d."


@cases(
    ("edition", "printed"),
    [("1", "1st"), ("3", "3rd"), ("11", "11th"), (22, "22nd"), ("112", "112th")],
)
def test_edition_is_an_ordinal(edition: str | int, printed: str) -> None:  # 14.113
    assert bibliography(work("book", title="Jin", edition=edition, issued="1990")) == (
        f"Jin. {printed} ed. 1990."
    )


def test_edition_in_words_stays() -> None:
    assert cite(work("book", title="Jin", edition="rev. ed.", issued="1990"))[0] == (
        "Jin, rev. ed. (1990)."
    )


@cases(
    ("locator", "printed"),
    [
        ("116", "116"),
        ("pp. 5, 7-9", "5, 7–9"),
        ("p. xii", "xii"),
        ("page 3", "3"),
        ("с. 116", "116"),  # in Cyrillic
        ("p. 116, n. 4", "p. 116, n. 4"),
        ("ch. 4", "ch. 4"),
        ("fol. 12r", "fol. 12r"),
        ("plate 3", "plate 3"),
    ],
)
def test_only_pages_lose_their_label(locator: str, printed: str) -> None:  # 14.148
    assert cite(SMITH, locator)[1] == f"(Smith 2016, {printed})"


def test_words_taken_from_another_work_are_quoted_in_it() -> None:  # 14.260, 15.56
    claim = Claim(
        id="c",
        statement="",
        scholars=(),
        citation=Citation("zukofsky", "p. 269"),
        via=(Citation("costello", "p. 78"),),
        words="holder",
    )
    assert note(claim, LOOKUP) == (
        "Louis Zukofsky, “Sincerity and Objectification,” Poetry 37 (February 1931): 269, "
        "quoted in Bonnie Costello, Marianne Moore: Imaginary Possessions "
        "(Cambridge, MA: Harvard University Press, 1981), 78."
    )
    assert author_date(claim, LOOKUP) == "(Zukofsky 1931, 269, quoted in Costello 1981, 78)"
    assert sources(claim) == ("zukofsky", "costello")


def test_a_view_in_the_reporters_words_is_cited_in_each_work_of_the_chain() -> None:
    claim = Claim(
        id="c",
        statement="",
        scholars=(),
        citation=Citation("vorobev-1975", "p. 116"),
        via=(Citation("zukofsky"), Citation("unknown-work", "p. 2"), Citation("zukofsky")),
    )
    assert author_date(claim, LOOKUP) == (
        "(Vorob'ev 1975, 116, cited in Zukofsky 1931, cited in unknown-work, p. 2, "
        "cited in Zukofsky 1931)"
    )
    assert sources(claim) == ("vorobev-1975", "zukofsky", "unknown-work")


@pytest.mark.parametrize(("words", "how"), [("holder", "uoted in"), (None, "ited in")])
def test_where_no_work_is_named_only_the_reporters_is(words: str | None, how: str) -> None:
    claim = Claim(id="c", statement="", scholars=(), via=(Citation("vorobev-1975"),), words=words)
    capital, small = ("Q", "q") if words else ("C", "c")
    assert note(claim, LOOKUP) == (f"{capital}{how} M. V. Vorob'ev, [title not recorded] (1975).")
    assert author_date(claim, LOOKUP) == f"({small}{how} Vorob'ev 1975)"


def test_an_unknown_source_is_named_by_its_id_as_it_is() -> None:
    claim = Claim(id="c", statement="", scholars=(), citation=Citation("lost-work", "p. 2"))
    assert note(claim, LOOKUP) == "lost-work, p. 2."
    assert author_date(claim, LOOKUP) == "(lost-work, p. 2)"


def test_markdown_has_italics_and_nothing_else_of_the_corpus_is_markup() -> None:
    source = work(
        "book",
        author=[{"literal": "A *bold* [name](x) <b>"}],
        title="The _Jin_ `state`",
        issued="1990",
        URL="https://example.org/a_b",
    )
    assert bibliography(source, "markdown") == (
        r"A \*bold\* \[name\](x) \<b\>. *The \_Jin\_ \`state\`*. 1990. "
        "<https://example.org/a_b>."
    )
    assert bibliography(source) == (
        "A *bold* [name](x) <b>. The _Jin_ `state`. 1990. https://example.org/a_b."
    )


def test_the_marks_of_italics_cannot_come_from_a_corpus() -> None:
    source = work("book", title="Jin\ue001 *x* \ue000", publisher="\ue000Guji\ue001", issued="1990")
    assert bibliography(source) == "Jin *x*. Guji, 1990."
    assert bibliography(source, "markdown") == r"*Jin \*x\**. Guji, 1990."
    marked = [{"family": "\ue000Kim\ue001"}]
    source = work("chapter", author=marked, title="\ue000Jin", editor=marked, issued="1990")
    assert bibliography(source, "markdown") == (
        r"Kim. “Jin.” In \[book not recorded\], edited by Kim. 1990."
    )


def test_a_title_in_the_text_is_set_as_in_the_note() -> None:  # 15.34
    claim = Claim(id="c", statement="", scholars=(), citation=Citation("work", "ch. 2"))
    book = work("classic", title="Jin shi")
    page = work("webpage", title="Southern Song", issued="2020")
    assert author_date(claim, {"work": book}.get, "markdown") == "(*Jin shi*, ch. 2)"
    assert author_date(claim, {"work": page}.get, "markdown") == "(“Southern Song” 2020, ch. 2)"


def test_entries_are_in_the_order_of_the_alphabet() -> None:  # 14.65, 14.71
    ordered = [
        work("book", author=names("A. Kim"), title="The Zhou", issued="1990"),
        work("book", title="The Making", issued="1980"),
        work("book", author=names("M. V. Vorob'ev"), title="Chzhurchzheni", issued="1975"),
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=entry_order) == ordered


def test_an_authors_own_works_stand_before_those_with_others() -> None:  # 14.66
    ordered = [
        work("book", author=names("A. Roe"), issued="1999"),  # [title not recorded]
        work("book", author=names("A. Roe"), title="Zhou", issued="1990"),
        work("book", author=names("A. Roe", "Z. Doe"), title="Wei", issued="1980"),
        work("book", author=names("A. Roe", "Z. Doe", "C. Ant"), title="Ba", issued="1970"),
        work("book", author=names("A. Roe", "A. Poe"), title="Ai", issued="1960"),
        work("book", author=names("B. Roe"), title="Ai", issued="1950"),
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=entry_order) == ordered


def test_articles_are_passed_over_in_titles_and_not_in_names() -> None:
    ordered = [
        work("book", author=[{"family": "An", "given": "Zhimin"}], title="A Zhou", issued="1990"),
        work("book", author=names("A. Kim"), title="The Jin", issued="1990"),
        work("book", author=names("A. Kim"), title="Liao", issued="1990"),
        work("book", title="A River", issued="1980"),
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=entry_order) == ordered


TEXT = st.text(max_size=8) | st.sampled_from(("\ue000\ue001", "<i>", "“", "Kim"))
VALUES = st.none() | TEXT | st.integers() | st.lists(st.text(max_size=3), max_size=2)
NAMES = st.lists(
    st.dictionaries(st.sampled_from(("family", "given", "literal", "suffix")), TEXT), max_size=3
)


@pytest.mark.slow
@settings(deadline=None)
@given(
    st.sampled_from((*sorted(TYPES), "")),
    st.none() | st.text(),
    st.none() | st.text(max_size=8) | st.sampled_from(("1975-03-05", "19XX~", "1959/..")),
    st.dictionaries(st.sampled_from((*TEXTS, *DATES)), VALUES, max_size=12),
    st.dictionaries(st.sampled_from(CREATORS), NAMES, max_size=5),
    st.none() | st.text(),
)
def test_any_source_can_be_cited(
    kind: str,
    title: str | None,
    issued: str | None,
    csl: dict[str, Any],
    names: dict[str, list[dict[str, str]]],
    locator: str | None,
) -> None:
    fields = {**csl, **names}
    source = Source(id="work", type=kind, title=title, issued=issued, csl=fields)
    for text in (*cite(source, locator), listed(source)):
        assert text
        assert "\ue000" not in text
        assert "\ue001" not in text


@cases(
    "doi",
    [
        *("10.1000/abc", "doi:10.1000/abc", "doi: 10.1000/abc", "https://doi.org/10.1000/abc"),
        *("http://doi.org/10.1000/abc", "http://dx.doi.org/10.1000/abc"),
        "https://dx.doi.org/10.1000/abc",
    ],
)
def test_a_doi_however_it_is_recorded(doi: str) -> None:  # 14.8
    source = work("book", title="Jin", issued="1990", DOI=doi)
    assert bibliography(source) == "Jin. 1990. https://doi.org/10.1000/abc."


def test_only_an_article_that_begins_a_title_is_passed_over() -> None:
    ordered = [
        work("book", title="The Age", issued="1990"),
        work("book", title="Ba the Zhou", issued="1990"),
        work("book", title="Ba Wei", issued="1990"),
        work("book", title="An Iron Horse", issued="1990"),
        work("book", title="A Jade Horse", issued="1990"),
        work("book", title="Oz", issued="1990"),
        work("book", title="Theory", issued="1990"),
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=entry_order) == ordered
