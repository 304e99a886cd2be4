"""The language of a work as a tag (`de`, `en-GB`), by which styles know the titles that are English."""

from __future__ import annotations

import re

from citekit.exchange.csl.printing.items import Item
from citekit.model import Reference

# Names of babel and biblatex (biblatex manual, table 2; babel manual §1.27), and of languages in their own tongue.
_TAGS = {
    tag: names.split()
    for tag, names in {
        "ar": "arabic", "eu": "basque", "bg": "bulgarian", "ca": "catalan català", "zh": "chinese", "hr": "croatian", "cs": "czech čeština",
        "da": "danish dansk", "nl": "dutch nederlands flemish", "en": "english", "en-US": "american usenglish", "en-GB": "british ukenglish",
        "en-AU": "australian", "en-CA": "canadian", "en-NZ": "newzealand", "et": "estonian", "fi": "finnish suomi",
        "fr": "french francais français frenchb acadian", "fr-CA": "canadien", "gl": "galician", "de": "german ngerman germanb deutsch",
        "de-AT": "austrian naustrian", "de-CH": "nswissgerman swissgerman", "el": "greek polutonikogreek", "he": "hebrew", "hi": "hindi",
        "hu": "hungarian magyar", "is": "icelandic", "id": "indonesian", "ga": "irish", "it": "italian italiano", "ja": "japanese", "ko": "korean",
        "la": "latin", "lv": "latvian", "lt": "lithuanian", "nb": "norwegian norsk bokmål", "nn": "nynorsk", "fa": "persian farsi",
        "pl": "polish polski", "pt": "portuguese portuges português", "pt-BR": "brazilian brazil", "ro": "romanian", "ru": "russian русский",
        "sr": "serbian", "sk": "slovak slovakian", "sl": "slovene slovenian", "es": "spanish espanol español castellano", "es-MX": "mexican",
        "sv": "swedish svenska", "th": "thai", "tr": "turkish türkçe", "uk": "ukrainian", "vi": "vietnamese",
    }.items()
}  # fmt: skip
_BY_NAME = {name: tag for tag, names in _TAGS.items() for name in names}
# ISO 639-2, as libraries have it.
_BY_CODE = {
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "ita": "it", "por": "pt", "dut": "nl", "nld": "nl",
    "rus": "ru", "jpn": "ja", "chi": "zh", "zho": "zh", "pol": "pl", "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "cze": "cs",
    "ces": "cs", "hun": "hu", "tur": "tr", "kor": "ko", "lat": "la", "gre": "el", "ell": "el", "ukr": "uk", "ara": "ar", "heb": "he",
}  # fmt: skip
_REGIONS = {
    "us": "US", "usa": "US", "united states": "US", "uk": "GB", "gb": "GB", "united kingdom": "GB", "australia": "AU", "canada": "CA",
    "brazil": "BR", "austria": "AT", "switzerland": "CH", "mexico": "MX", "germany": "DE", "france": "FR", "spain": "ES",
}  # fmt: skip
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?", re.ASCII)
_NAMED = re.compile(r"([^\W\d_]+)(?:\s*\(([^()]{2,20})\))?(?:\s*(?:and|und|et|y|[,;/&])\s.*)?")


def with_language(item: Item, reference: Reference) -> Item:
    """biblatex's `langid` tells the language of the text, else `hyphenation` (its old name) or `language` does. One that is not known
    stays as it is."""
    said = next((text for name in ("langid", "hyphenation", "language") if (text := reference.get(name))), "")
    found = tag(said)
    return {**item, "language": found} if found else {**item, "language": said} if said else item


def tag(said: str) -> str:
    """`ngerman`, `German`, `ger` → `de`; `english (US)` → `en-US`; `en_GB` → `en-GB`; of `english and french` the first; else `""`."""
    text = said.strip().lower()
    if code := _TAG.fullmatch(text):
        language = _BY_CODE.get(code[1], code[1] if len(code[1]) == 2 else "")
        return f"{language}-{code[2].upper()}" if language and code[2] else language
    named = _NAMED.fullmatch(text)
    found = _BY_NAME.get(named[1], "") if named else ""
    region = _REGIONS.get(named[2] or "", "") if named else ""
    return f"{found[:2]}-{region}" if found and region else found
