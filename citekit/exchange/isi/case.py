"""Titles that Web of Science has in capitals, in title case."""

from __future__ import annotations

import re

from citekit.values.titles import is_capitals

# Words that stay small inside a title (Chicago Manual of Style §8.159), also those of French, German, Spanish and Italian.
_SMALL = frozenset(
    """
    a an and as at but by for from in into nor of off on onto or out over per so the to up via vs with yet
    de del della der des di die du e el en et für il la le les los las och og und van von y zu
    """.split()
)
# Abbreviations that stand in names of journals and titles.
_CAPITALS = frozenset(
    """
    AAAI AACR AAPG AAPS ABC ACM ACS ADHD AIAA AIDS AIP AJNR AJR AMA ANZ APA APL ASABE ASAE ASCE ASHRAE ASM ASME ASTM BBA BIT BJOG
    BMB BMC BMJ BT CA CAD CALPHAD CD CDC CEO CERN CIRP CMES CNS COPD COVID CPU CT DARU DNA ECS EEG ECG EDP EMBO EPJ EPL ESA ETRI EU
    FASEB FDA FEBS FEMS FPGA GIS GPS GPU GSA HIV HPLC HNO IBM ICES IEE IEEE IEICE IET IFAC IFIP ILAR IMA IMF IP ISA ISIJ ISME ISPRS
    IT IUBMB IUCN JAMA JBIC JBIS JETP JOM JSME KSII KSCE LANL LC LED LWT MIT MRI MRS MS NASA NATO NDT NHS NIH NLM NMR NTM OECD OR
    OSA PCR PDE PET PLOS PMLA PNAS QJM RAIRO RAND RF RNA RSC SAE SAGE SIAM SPE SPIE SQL STEM TCA TEM UK UN UNESCO US USA USSR VLDB
    VLSI WHO XML ZDM ZKG II III IV VI VII VIII IX XI XII XIII XIV XV
    """.split()
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def settled(text: str) -> str:
    """Title case for a text that is all in capitals, any other as it is: `JOURNAL OF PHYSICS-CONDENSED MATTER` → `Journal of
    Physics-Condensed Matter`. Which words were abbreviations is known of the common ones only."""
    if not (is_capitals(text) and text == text.upper()):
        return text
    return _WORD.sub(lambda word: _cased(word, text), text)


def _cased(word: re.Match[str], text: str) -> str:
    said = word[0]
    if said in _CAPITALS or any(map(str.isdigit, said)) or (len(said) == 1 and said != "A"):
        return said
    before = text[max(0, word.start() - 2) : word.start()].rstrip()  # one space at most
    first = word.start() < 2 or not before or before[-1] in ":.?!—"
    if said.lower() in _SMALL and not first:
        return said.lower()
    return said[0] + said[1:].lower()
