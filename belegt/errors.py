"""Every error a person can meet: one table of stable codes, each with a cause, a next step and an exit code.

Codes never change their meaning and are never given out twice. Exit codes: 1 failed, 2 usage, 3 refused input,
4 conflict, 5 check failed (0 is done).
"""

from __future__ import annotations

from dataclasses import dataclass

FAILED, USAGE, REFUSED, CONFLICT, CHECK_FAILED = 1, 2, 3, 4, 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the table: the exit code, the cause and the next step, both with named places to fill in."""

    exit_code: int
    cause: str
    next_step: str


ERRORS: dict[str, Entry] = {
    # model
    "B101": Entry(FAILED, "passage {start}-{end} does not lie in report {report} of {length} characters", "report this as a defect of the reader: a claim must quote its report"),
    "B102": Entry(REFUSED, "the quote of claim {claim} is not at {start}-{end} of report {report}", "check that the claims belong to exactly this text; offsets count Unicode code points"),
    "B103": Entry(REFUSED, "{value!r} is no {vocabulary} known to Belegt", "use one of: {known}"),
    "B104": Entry(REFUSED, "the count {low}..{high} is turned round", "give low <= high, or leave one of them null"),
    # intake
    "B201": Entry(REFUSED, "the file is empty", "leave it out, or look whether the download was cut short"),
    "B202": Entry(REFUSED, "the file is binary, not text", "convert it to text, HTML or JSON lines first"),
    "B203": Entry(REFUSED, "the text cannot be decoded as {encoding}", "save it as UTF-8"),
    "B204": Entry(REFUSED, "the text has {length} characters, more than the limit of {limit}", "split it into one report a file"),
    "B205": Entry(REFUSED, "the line is no JSON object: {detail}", "write one JSON object a line"),
    "B206": Entry(REFUSED, "the report has no {field!r}", 'give each report at least {{"id": ..., "text": ...}}'),
    "B207": Entry(REFUSED, "{value!r} is no ISO date", "write dates as YYYY-MM-DD, for example 2016-11-22"),
    "B208": Entry(REFUSED, "the file cannot be read: {detail}", "check the path and its permissions"),
    "B209": Entry(REFUSED, "no article text was found in the page", "save the article's text, or check that the page is not only a script"),
    "B210": Entry(REFUSED, "files of the kind {suffix!r} are not read", "convert it to .txt, .md, .html or .jsonl"),
}


class BelegtError(Exception):
    """An error with a stable code, a cause and the next step.

    ``where`` names the file, line or report it happened in; ``exit_code`` is what the command line ends with.
    """

    def __init__(self, code: str, *, where: str = "", **fields: object) -> None:
        entry = ERRORS[code]
        self.code = code
        self.where = where
        self.exit_code = entry.exit_code
        self.cause = entry.cause.format(**fields)
        self.next_step = entry.next_step.format(**fields)
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{self.code} {place}{self.cause}. Next: {self.next_step}."
