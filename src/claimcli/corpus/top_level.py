"""What the keys of a file itself say: its question with the stances, and the corpus as a whole."""

from __future__ import annotations

from typing import Any

from claimcli.corpus.document import Document
from claimcli.corpus.entries import Entry
from claimcli.corpus.findings import OWN, Finding
from claimcli.corpus.lookalikes import lookalike_in_key
from claimcli.corpus.mappings import Shape, read_fields, salvaged
from claimcli.corpus.placing import complained
from claimcli.corpus.readers import Complaint, Unknown, unexpected
from claimcli.corpus.records import Flawed
from claimcli.corpus.schema import CORPUS, QUESTION, STANCE, stance_identifier
from claimcli.corpus.synonyms import LISTS, did_you_mean_by
from claimcli.corpus.values import FLAW
from claimcli.model import CorpusInfo, Question, Stance
from claimcli.nearest import nearest

_STANCES = "stances"
_QUESTION_KEYS = frozenset((*QUESTION.fields, _STANCES)) - {"note"}
_CORPUS_KEYS = frozenset(CORPUS.fields) - {"note"}


class TopLevel:
    """The keys of a file that are not lists of records; `lists` names those that are.

    A `note` is the question's where the file has a question, else the corpus's.
    """

    def __init__(self, file: str, lists: tuple[str, ...]) -> None:
        self.file = file
        self.info: CorpusInfo | None = None
        self.question: Question | None = None
        self.findings: list[Finding] = []
        self.left_out = 0
        self.broken: set[str] = set()
        self.flawed: list[Flawed] = []
        self.known = (*lists, *QUESTION.fields, _STANCES, *CORPUS.fields)
        self._lists = lists
        self._misspelled: set[str] = set()
        self._torn = False
        self._values: dict[str, Any] = {}
        self._lines: dict[str, int] = {}

    @property
    def has_question(self) -> bool:
        """Whether the file is that of a question, usable or not."""
        return not _QUESTION_KEYS.isdisjoint(self._values)

    @property
    def question_id(self) -> str | None:
        """The id of the file's question, as far as it has been read."""
        identity = self._values.get("id")
        return identity if type(identity) is str else None

    def take(self, entry: Entry) -> None:
        """Take an entry that is no item of a list of records."""
        key, part, value = entry.key, entry.part, entry.value
        if key is FLAW:
            self.left_out += _records_in(value)
            return
        value = FLAW if entry.flawed else value
        self._torn = self._torn or entry.flawed
        self._lines.setdefault(key, entry.line)
        if part is None:
            self._values[key] = value if key not in self._values else FLAW
            return
        whole = self._values.setdefault(key, [] if isinstance(part, int) else {})
        if isinstance(part, int) and type(whole) is list:
            whole.append(value)
        elif isinstance(part, str) and type(whole) is dict:
            whole[part] = (value, entry.line)

    def finish(self, document: Document, with_records: bool) -> None:
        """Make the records, when all entries have been taken.

        `with_records` tells whether the file has records of its own in a list.
        """
        for damage in document.lost:
            self._torn = self._torn or damage.key not in self._lists
            if damage.key and not damage.item and damage.key not in self._lists:
                self._values[damage.key] = FLAW
        if not (self._values or with_records or document.problems):
            self._add("W202", (), "the file holds nothing", "delete it, or write a record")
        self._check_keys(with_records)
        if self.has_question:
            self._read_question()
        if not _CORPUS_KEYS.isdisjoint(self._values):
            self._read_info()

    def _add(
        self,
        code: str,
        path: tuple[str, ...],
        message: str,
        hint: str | None = None,
        at_key: bool = False,
    ) -> None:
        self.findings.append(Finding(code, self.file, OWN, path, message, hint, None, at_key))

    def _check_keys(self, with_records: bool) -> None:
        """E201 where no key is known, else E203 for each that is not; E205 for what is no list."""
        known = self.known
        unknown = [key for key in self._values if key not in known]
        if unknown and len(unknown) == len(self._values) and not with_records:
            key = unknown[0]
            hint = (
                did_you_mean_by(key, LISTS, known) or f"the keys of a corpus are {', '.join(known)}"
            )
            message = f"nothing here belongs to a corpus: there is no key '{key}'"
            self._add("E201", (key,), message, hint, at_key=True)
        else:
            for key in unknown:
                message = f"there is no key '{key}' at the top of a file"
                near = lookalike_in_key(key) or did_you_mean_by(key, LISTS, known)
                self._add("E203", (key,), message, near, at_key=True)
            self._take_as_meant(unknown)
        self.left_out += sum(_records_in(self._values[key]) for key in unknown)
        for key in self._lists:
            written = self._values.get(key)
            if written and written is not FLAW:
                self._complain(unexpected(written, "a list").under(key))
                self.left_out += 1

    def _take_as_meant(self, unknown: list[str]) -> None:
        """Read what stands below a misspelled key as if it were spelled right."""
        for key in unknown:
            meant = nearest(key, self.known)
            if meant and meant not in self._values and meant not in self._lists:
                self._values[meant] = self._values[key]
                self._lines.update({meant: self._lines[key]} if key in self._lines else {})
                self._misspelled.add(meant)

    def _usable(self, shape: Shape, fields: dict[str, Any] | None) -> dict[str, Any] | None:
        """Without what stands below misspelled keys; None where that cannot be done without."""
        if fields is None or not self._misspelled.isdisjoint(shape.required):
            return None
        return {key: value for key, value in fields.items() if key not in self._misspelled}

    def _complain(self, complaints: list[Complaint], record: str | None = None) -> None:
        self.findings += [complained(self.file, OWN, record, c) for c in complaints]

    def _read_info(self) -> None:
        skipped = "note" if self.has_question else None
        written = {k: v for k, v in self._values.items() if k in CORPUS.fields and k != skipped}
        fields, complaints = read_fields(CORPUS, written)
        self._complain(complaints)
        fields = self._usable(CORPUS, fields)
        if fields is None:
            self.left_out += 1
        else:
            line = min(self._lines[key] for key in written)
            self.info = CorpusInfo(file=self.file, line=line, **fields)

    def _read_question(self) -> None:
        written = {k: v for k, v in self._values.items() if k in QUESTION.fields}
        fields, complaints = read_fields(QUESTION, written)
        self._complain(complaints, self.question_id)
        stances = self._stances()
        if self._torn:
            self.broken.add(f"{self.question_id or ''}/")
        fields = self._usable(QUESTION, fields)
        if fields is None or stances is None or _STANCES in self._misspelled:
            self.left_out += 1
            self.broken.update((self.question_id,) if self.question_id else ())
            self._salvage(written, stances)
            return
        line = min(self._lines[key] for key in written)
        self.question = Question(file=self.file, line=line, stances=stances, **fields)

    def _salvage(self, written: dict[str, Any], stances: tuple[Stance, ...] | None) -> None:
        """Make a question of what is good in it, for the checks."""
        fields, bad = salvaged(QUESTION, written)
        fields = {"question": "", **fields, "id": self.question_id or Unknown()}
        lines = (self._lines[key] for key in (*written, _STANCES) if key in self._lines)
        question = Question(
            file=self.file, line=min(lines, default=1), stances=stances or (), **fields
        )
        self.flawed.append(Flawed(question, bad if stances is not None else bad | {_STANCES}))

    def _stances(self) -> tuple[Stance, ...] | None:
        """The usable stances of the question; None where they are not written as a mapping."""
        written = self._values.get(_STANCES)
        if written is None:
            return ()
        if type(written) is not dict:
            example = "write each as `ID: {label: …, meaning: …}`"
            self._complain(unexpected(written, "a mapping", example).under(_STANCES))
            return None
        read = [self._stance(key, value, line) for key, (value, line) in written.items()]
        return tuple(stance for stance in read if stance)

    def _stance(self, identity: str, value: Any, line: int) -> Stance | None:
        wrong = stance_identifier(identity)
        if wrong:
            self._complain_of_stance(identity, [c._replace(at_key=True) for c in wrong])
        fields, complaints = read_fields(STANCE, value)
        self._complain_of_stance(identity, complaints)
        if fields is None or wrong:
            self.left_out += 1
            self.broken.add(f"{self.question_id or ''}/{identity}")
            return None
        return Stance(id=identity, line=line, **fields)

    def _complain_of_stance(self, identity: str, complaints: list[Complaint]) -> None:
        within = [c._replace(path=(_STANCES, identity, *c.path)) for c in complaints]
        self._complain(within, self.question_id)


def _records_in(value: Any) -> int:
    """How many records below an unknown key may have been meant: each mapping, or those in it."""
    if type(value) is list:
        return sum(map(_records_in, value))
    if type(value) is tuple:  # a member of a mapping and its line
        return _records_in(value[0])
    if type(value) is not dict:
        return 0
    return 1 if "id" in value else max(1, sum(map(_records_in, value.values())))
