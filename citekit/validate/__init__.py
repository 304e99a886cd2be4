"""Does this record describe this reference? Field by field, with the evidence.

Missing is not different: a record without authors, or a reference without pages, says nothing either way. A
record is believed when the fields that agree weigh enough and none contradicts.
"""

from citekit.validate.evidence import Evidence
from citekit.validate.judge import Judgement, could_suffice, judge
from citekit.validate.title import are_alike
from citekit.validate.told import Told, told

__all__ = ["Evidence", "Judgement", "Told", "are_alike", "could_suffice", "judge", "told"]
