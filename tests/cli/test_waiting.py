"""How long look-ups take, as a person is told."""

import pytest

from citekit.cli.waiting import in_words, with_time_left


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.5, "10 seconds"), (21, "30 seconds"), (50.1, "1 minute"), (59.9, "1 minute"), (60, "1 minute"), (61, "2 minutes"), (3540, "59 minutes"), (3541, "1 hour"),
        (3600, "1 hour"), (3601, "1 hour 10 minutes"), (11_000, "3 hours 10 minutes"), (7200, "2 hours"),
    ],
)  # fmt: skip
def test_in_words(seconds, words):
    assert in_words(seconds) == words


class Watch:
    """What a person sees, and a clock that stands still until it is set."""

    def __init__(self, pause):
        self.now, self.shown, self.announced = 0.0, [], []
        self.tell = with_time_left(
            lambda *said: self.shown.append(said),
            "asking",
            pause,
            lambda *said: self.announced.append(said),
            lambda: self.now,
        )


def test_what_takes_long_is_announced_once():
    watch = Watch(pause=1.1)
    for done in range(1, 4):
        watch.tell("asking", done, 101)
    assert watch.announced == [(100, pytest.approx(110))]


@pytest.mark.parametrize(("stage", "done", "total"), [("asking", 1, 12), ("asking", 100, 100), ("reading", 1, 100)])
def test_what_does_not_is_not(stage, done, total):
    watch = Watch(pause=1.1)
    watch.tell(stage, done, total)
    assert (watch.announced, watch.shown) == ([], [(stage, done, total)])


def test_the_time_left_goes_by_the_last_answers():
    watch = Watch(pause=1.0)
    for done in range(1, 101):  # known from before
        watch.tell("asking", done, 1000)
    for done in range(101, 161):
        watch.now += 2
        watch.tell("asking", done, 1000)
    assert watch.shown[-1] == ("asking (28 minutes left)", 160, 1000)  # 840 at one in 2 seconds
    watch.tell("asking", 1000, 1000)
    assert watch.shown[-1] == ("asking", 1000, 1000)
