"""The model: frozen values without I/O that every stage takes and gives."""

from belegt.model.assessment import is_assessment
from belegt.model.brief import Brief, Footnote, Section, Sentence, Stated
from belegt.model.claim import (
    OTHER_KINDS,
    Claim,
    ControlClaim,
    Corrected,
    FacilityClaim,
    HarmClaim,
    ProposalClaim,
    StatementClaim,
    Why,
    claim_from_dict,
)
from belegt.model.correction import Correction, corrected, verdicts
from belegt.model.decision import Decision
from belegt.model.documented import Documented
from belegt.model.figure import Account, Figure, IncidentCount, TotalCount
from belegt.model.ids import content_id, digest
from belegt.model.incident import Family, Incident, Linkage, RunningTotal, group_id
from belegt.model.passage import Passage
from belegt.model.quantity import Quantity
from belegt.model.report import Report, report_id
from belegt.model.source import Source
from belegt.model.when import UNKNOWN_TIME, When
from belegt.model.where import UNKNOWN_PLACE, Where

__all__ = [
    "OTHER_KINDS",
    "UNKNOWN_PLACE",
    "UNKNOWN_TIME",
    "Account",
    "Brief",
    "Claim",
    "ControlClaim",
    "Corrected",
    "Correction",
    "Decision",
    "Documented",
    "FacilityClaim",
    "Family",
    "Figure",
    "Footnote",
    "HarmClaim",
    "Incident",
    "IncidentCount",
    "Linkage",
    "Passage",
    "ProposalClaim",
    "Quantity",
    "Report",
    "RunningTotal",
    "Section",
    "Sentence",
    "Source",
    "Stated",
    "StatementClaim",
    "TotalCount",
    "When",
    "Where",
    "Why",
    "claim_from_dict",
    "content_id",
    "corrected",
    "digest",
    "group_id",
    "is_assessment",
    "report_id",
    "verdicts",
]
