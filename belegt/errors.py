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
    "B105": Entry(USAGE, "that is no correction of this claim: {detail}", "give the fields of the claim in the form of its kind, and values of their vocabularies"),
    "B106": Entry(USAGE, "the words of the count lie more than {limit} characters away from the claim", "choose words near it, or give the number without words: it is marked as yours"),
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
    "B211": Entry(REFUSED, "the report has more than {limit} bytes", "split it into one report a file or line"),
    "B212": Entry(REFUSED, "{field!r} of the report is {found}, not text", 'write it as a JSON string, for example {{"id": "a1", "text": "..."}}'),
    "B213": Entry(REFUSED, "{value!r} is no language tag", "write a BCP 47 tag such as de, en or ar, or leave it out"),
    "B214": Entry(REFUSED, "the report holds {what}, which no text may hold", "remove it, or export the report again as UTF-8"),
    "B215": Entry(CONFLICT, "the id {id!r} stands already for another text, at {first}", "give each report an id of its own"),
    "B216": Entry(REFUSED, "the page could not be read: {detail}", "save the article's text as .txt and give that file"),
    "B217": Entry(FAILED, "there is no space left for temporary files in {folder}", "free some there, or set TMPDIR to a folder that has space"),
    "B220": Entry(REFUSED, "{url!r} is no address that is fetched: {detail}", "give an address of a page as a browser shows it, or save the page and add the file"),
    "B221": Entry(REFUSED, "{url!r} is not fetched: {detail}", "save the page and add the file, if you trust where it lies"),
    "B222": Entry(REFUSED, "{url!r} could not be fetched: {detail}", "try again later, or save the page in a browser and add the file"),
    "B223": Entry(REFUSED, "what {url!r} gives is {kind!r}, and neither a page nor plain text", "save it and convert it to .txt, .md, .html or .jsonl"),
    "B224": Entry(USAGE, "{url!r} is an address, and nothing is fetched unless it is asked for", "give it with --fetch, or start the desk with `belegt serve --fetch`; or save the page and add the file"),
    # place
    "B601": Entry(FAILED, "the gazetteer was not built, or is damaged", "install Belegt again (`pip install .`): the gazetteer is compiled then"),
    "B602": Entry(FAILED, "the gazetteer cannot be read on a big-endian machine", "run Belegt on a little-endian machine, such as x86-64 or ARM64"),
    "B603": Entry(USAGE, "{value!r} is no precision of a place", "use one of: {known}"),
    # reading
    "B610": Entry(REFUSED, "the report could not be read: {detail}", "report this as a defect of the reader, with the report where you may share it; all others were read"),
    "B611": Entry(FAILED, "a reading process ended without an answer", "run it again with --jobs 1, and with more free memory"),
    # record
    "B301": Entry(REFUSED, "{path} is no Belegt record", "give the record that `belegt add REPORTS --record RECORD` made; a new one needs a file or an empty database of its own"),
    "B302": Entry(REFUSED, "there is no record at {path}", "check the path, or make a record with `belegt add REPORTS --record {path}`"),
    "B303": Entry(REFUSED, "the record {path} has the schema {found}, which this version of Belegt does not know", "open it with the newer Belegt that wrote it; this one knows schemas up to {known}"),
    "B304": Entry(CONFLICT, "report {report} is already in the record with another {field}", "give the changed report an id of its own; the record overwrites nothing"),
    "B305": Entry(FAILED, "the record {path} cannot be written any further: {detail}", "free space on the disk and run the same command again; what was acknowledged is kept"),
    "B306": Entry(CONFLICT, "another process has held the record {path} for {wait} seconds", "wait until it is done and run the same command again"),
    "B307": Entry(FAILED, "the record {path} cannot be opened for writing: {detail}", "check that its folder is there and that you may write to the file and the folder"),
    "B308": Entry(FAILED, "the record {path} is damaged: {detail}", "run `belegt check --record {path}` and go back to the last good copy"),
    "B309": Entry(REFUSED, "report {report} names the hash {named}, but its raw bytes have {found}", "hand over the bytes that the report was read from"),
    "B310": Entry(REFUSED, "the text cannot be stored in {path}: {detail}", "decode the text without lone surrogates, for example with errors='replace'"),
    "B311": Entry(FAILED, "claim {claim} {problem} report {report}", "report this as a defect of the reader: each claim stands once, in its own report"),
    "B312": Entry(REFUSED, "the record keeps no evidence with the hash {sha256}", "look up the hash with `belegt show REPORT`"),
    "B313": Entry(REFUSED, "the decision has no {field}", "give every decision an author, at least one target and a time with its zone"),
    "B320": Entry(FAILED, "a record in PostgreSQL needs a package that is not installed ({detail})", "install it with `pip install '.[postgres]'` in the folder of Belegt"),
    "B321": Entry(FAILED, "the server of {path} cannot be reached, or hung up: {detail}", "check host and port, and that the server runs, and run the same command again; what was acknowledged is kept"),
    "B322": Entry(REFUSED, "the server of {path} refuses the user or the password: {detail}", "check the user in the address, and give the password in the environment variable PGPASSWORD or in the file ~/.pgpass"),
    "B323": Entry(REFUSED, "the server has no such database or schema as {path}: {detail}", "check the name, or have one made, for example with `createdb --encoding UTF8 --template template0 NAME`"),
    "B324": Entry(FAILED, "the server does not allow that in {path}: {detail}", "sign in as a user who may, at a server that takes writes; docs/how-to/postgresql.md says which rights are needed"),
    "B325": Entry(REFUSED, "the database {path} keeps text as {encoding}, which cannot hold every script", "make one that keeps UTF-8: `createdb --encoding UTF8 --template template0 NAME`"),
    "B326": Entry(USAGE, "the address of the database is not well formed: {detail}", "write postgresql://USER@HOST/DATABASE, signs such as @ / ? in a name as %40 %2F %3F, and no password"),
    "B327": Entry(CONFLICT, "the record {path} holds events that {source} does not", "copy into a new file or an empty database, or into an earlier copy of the same record"),
    # what the check of a brief finds
    "B401": Entry(CHECK_FAILED, "the brief says {figure!r} without a footnote for it: {sentence}", "report this as a defect of the brief: every figure and every date needs its footnote"),
    "B402": Entry(CHECK_FAILED, "footnote {n} does not hold {figure!r}: {sentence}", "correct the claim at the desk, or report this as a defect of the reader"),
    "B403": Entry(CHECK_FAILED, "the brief says {figure!r} where claim {claim} has {count}: {sentence}", "report this as a defect of the brief: figures keep their bounds"),
    "B404": Entry(CHECK_FAILED, "footnote {n} does not repeat report {report}: {detail}", "write the brief again from the reports; don't edit its footnotes by hand"),
    "B405": Entry(CHECK_FAILED, "the brief says {figure!r}, but the date of claim {claim} is {when}: {sentence}", "report this as a defect of the brief: no date may be more exact than its claim"),
    "B406": Entry(CHECK_FAILED, "the brief quotes {figure!r}, which none of its footnotes holds: {sentence}", "report this as a defect of the brief: quotes repeat a report to the letter"),
    "B407": Entry(CHECK_FAILED, "the footnotes are not numbered as the sentences use them: {detail}", "write the brief again; don't edit its footnotes by hand"),
    "B408": Entry(USAGE, "{lang!r} is no language of briefs", "use one of: {known}"),
    "B409": Entry(USAGE, "{format!r} is no format of briefs", "use one of: {known}"),
    "B410": Entry(CHECK_FAILED, "footnote {n} does not say that its {fields} are the reviewer's own", "write the brief again; what a reviewer filled without words of the report is marked"),
    # command line
    "B701": Entry(USAGE, "{detail}", "see `{command} --help`"),
    "B702": Entry(FAILED, "the record {path} holds nothing with the id {id!r}", "look up ids with `belegt figures --record {path}` or `belegt log --record {path}`"),
    "B703": Entry(USAGE, "{id!r} begins several ids: {found}", "give the id with more of its letters"),
    "B704": Entry(FAILED, "the output cannot be written: {detail}", "free space where it goes, or write it elsewhere, and run the same command again"),
    "B705": Entry(FAILED, "Belegt stopped over a defect of its own ({detail})", "report the lines above; a record keeps everything that was acknowledged"),
    "B706": Entry(USAGE, "{id} stands in no incident", "give the id of an incident, or of a claim in one; `belegt figures --record {path}` lists them"),
    "B707": Entry(CONFLICT, "there is nothing to decide: {detail}", "look at the incidents with `belegt show` and at the decisions with `belegt log`"),
    "B708": Entry(USAGE, "{id!r} is neither a report nor a claim", "give the id of a report, or of a claim as REPORT#CLAIM; `belegt show` prints those of an incident"),
    # desk
    "B801": Entry(FAILED, "the desk needs packages that are not installed ({missing})", "install them with `pip install '.[web]'` in the folder of Belegt"),
    "B802": Entry(FAILED, "the desk cannot listen on port {port}: {detail}", "choose another one with --port, or leave --port out"),
    "B803": Entry(REFUSED, "the desk is asked for under a name that is not its own", "open the address that `belegt serve` printed"),
    "B804": Entry(REFUSED, "this browser has not opened the desk with its address, or the address was used before", "end `belegt serve`, start it again, and open the address that it prints"),
    "B805": Entry(REFUSED, "the request does not come from a page of the desk", "go back to the desk and press the button there"),
    "B806": Entry(FAILED, "there is no {thing} {id!r} here", "it may have got another id by a decision: look for it in the list"),
    "B807": Entry(CONFLICT, "somebody decided about {target} after this page was shown", "look at the decision below, and decide again if you still want to"),
    "B808": Entry(USAGE, "{value!r} is no value of {field}", "use one of: {known}"),
    "B809": Entry(REFUSED, "what was sent is larger than {limit} bytes", "add large files on the command line: `belegt add FILE --record RECORD`"),
    # a team at the desk
    "B820": Entry(REFUSED, "this needs the role {role}", "ask an admin of the desk for the role, or somebody who has it to do this"),
    "B821": Entry(REFUSED, "nobody is signed in, or the session has ended", "sign in at /signin"),
    "B822": Entry(REFUSED, "name, passphrase or code are not right", "try again, or ask an admin of the desk for a new invitation"),
    "B823": Entry(REFUSED, "there were too many tries", "wait {seconds} seconds and try again"),
    "B824": Entry(REFUSED, "this invitation is not known, was used, or is too old", "ask an admin of the desk for a new one"),
    "B825": Entry(CONFLICT, "there is an account {name!r} already", "choose another name: a name in the log stands for one person for ever"),
    "B826": Entry(REFUSED, "the passphrase {problem}", "choose one of {least} letters or more, such as five words that have nothing to do with each other"),
    "B827": Entry(USAGE, "{host} is not this machine alone, and passphrases would cross the network for all to read", "give --public https://NAME, and let a reverse proxy end TLS there"),
    "B828": Entry(FAILED, "there is no account {name!r}", "look at the names with `belegt account list --record RECORD`"),
    "B829": Entry(CONFLICT, "{name!r} is the last admin", "make somebody else an admin first"),
    "B830": Entry(FAILED, "the accounts {path} cannot be used: {detail}", "give the file that `belegt serve --team` made, and check that you may write to it and its folder"),
    # what the check of a record finds
    "B501": Entry(CHECK_FAILED, "the database finds the record damaged: {detail}", "keep it as it is and go back to the last good copy"),
    "B502": Entry(CHECK_FAILED, "the schema is not the one Belegt made: {detail}", "find out who changed the record, and go back to the last good copy"),
    "B503": Entry(CHECK_FAILED, "the log lacks rows {first} to {last}", "find out who changed the record, and go back to the last good copy"),
    "B504": Entry(CHECK_FAILED, "log row {seq} does not have the hash of what it says", "find out who changed the record, and go back to the last good copy"),
    "B505": Entry(CHECK_FAILED, "log row {seq} does not follow on the row before it", "find out who changed the record, and go back to the last good copy"),
    "B506": Entry(CHECK_FAILED, "log row {seq} is no event of a record: {detail}", "find out who wrote it, and go back to the last good copy"),
    "B507": Entry(CHECK_FAILED, "evidence {sha256}: {detail}", "find out who changed the record, and take the evidence from the last good copy"),
    "B508": Entry(CHECK_FAILED, "log row {seq}: the quote of claim {claim} does not stand at its place in report {report}", "read the report again and add it; don't rely on this claim"),
    "B509": Entry(CHECK_FAILED, "table {table} does not say what the log says: {detail}", "keep a copy of the record, then rebuild the tables from the log"),
    "B510": Entry(CHECK_FAILED, "the log has no row {seq} with the hash {hash}: rows were cut off or rewritten", "find out who changed the record, and go back to the last good copy"),
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
