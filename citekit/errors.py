"""What stops us. Trouble with a single reference is a `Problem` in the result, never one of these."""


class CitekitError(Exception):
    """We cannot go on. `str()` is one plain line for the person at the keyboard."""


class InputError(CitekitError):
    """An input cannot be read: missing, a directory, binary, or without a single reference in it."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class OutputError(CitekitError):
    """An output cannot be written. Whatever stood there before still stands there."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class SourceError(CitekitError):
    """A bibliographic service gave no usable answer. *Not found* is an answer and is not one of these."""


class RefusedError(SourceError):
    """The service answered and said no (a 4xx other than 404): asking again the same way will not help."""


class UnreachableError(SourceError):
    """No usable answer arrived: no connection, time-out, 5xx, rate limit, truncated or garbled text."""


class OfflineError(SourceError):
    """Not asked, since no question may leave the machine, and not known from an earlier answer."""
