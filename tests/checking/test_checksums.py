"""Check digits. The numbers are the examples of the ISBN and ISSN handbooks and of their encyclopedia articles."""

import pytest

from citekit.checking.checksums import digits, is_isbn, is_issn


@pytest.mark.parametrize("number", ["0306406152", "9780306406157", "080442957X", "9783161484100", "0198526636"])
def test_isbn(number):
    assert is_isbn(number)
    for wrong in "0123456789X":
        if wrong != number[-1]:
            assert not is_isbn(number[:-1] + wrong)


@pytest.mark.parametrize("number", ["03785955", "2434561X", "20493630", "03178471"])
def test_issn(number):
    assert is_issn(number)
    assert not any(is_issn(number[:-1] + wrong) for wrong in "0123456789X" if wrong != number[-1])


@pytest.mark.parametrize("number", ["", "1234567890123", "97803064061570", "030640615", "X306406152", "٠٣٠٦٤٠٦١٥٢"])
def test_no_isbn(number):
    assert not is_isbn(number)


def test_digits():
    assert digits("978-0-306–40615 7") == "9780306406157"
    assert digits("0-8044-2957-x") == "080442957X"
