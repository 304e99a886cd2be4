"""Does this record describe this reference? Field by field, with the evidence.

Missing is not different: a record without authors, or a reference without pages, says nothing either way. A
record is believed when the fields that agree weigh enough and none contradicts.
"""

from citekit.validate.evidence import Evidence
from citekit.validate.judge import Judgement, could_suffice, judge

__all__ = ["Evidence", "Judgement", "could_suffice", "judge"]
