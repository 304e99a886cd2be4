"""The names of BibTeX's own styles, for papers whose `\\bibliographystyle` names one."""

from __future__ import annotations

# Style of BibTeX (TeX Live 2022) → the style of ours that comes nearest. Those that bear the name of a style of ours (`plain`, `nature`,
# `apa`, `acm` …) are not here. Labels such as [Doe09] have no style in CSL: `alpha` gives numbers in the same order.
NEAREST = {
    # BibTeX's, natbib's, urlbst's, babelbib's
    "abbrv": "plain", "alpha": "plain", "amsplain": "plain", "amsabbrv": "plain", "amsalpha": "plain", "siam": "plain",
    "plainurl": "plain", "abbrvurl": "plain", "alphaurl": "plain", "plaindin": "plain", "alphadin": "plain", "babplain": "plain",
    "unsrt": "vancouver", "unsrturl": "vancouver", "unsrtdin": "vancouver", "babunsrt": "vancouver", "unsrtnat": "vancouver",
    "plainnat": "chicago", "abbrvnat": "harvard", "plainurlnat": "chicago", "abbrvurlnat": "harvard",
    # By the house they are made for
    "IEEEtran": "ieee", "IEEEtranN": "ieee", "IEEEtranS": "ieee", "IEEEtranSN": "ieee", "ieeetr": "ieee",
    "ACM-Reference-Format": "acm", "acmart": "acm", "achemso": "acs", "angew": "angewandte",
    "apsrev": "aps", "apsrev4-1": "aps", "apsrev4-2": "aps", "apsrmp4-2": "aps", "aipnum4-2": "aip", "aipauth4-2": "aip",
    "splncs03": "lncs", "splncs04": "lncs", "spmpsci": "springer-numeric", "spphys": "springer-numeric", "spbasic": "springer",
    "sn-basic": "springer", "sn-nature": "nature", "sn-vancouver": "springer-vancouver", "sn-apacite": "apa",
    "elsarticle-num": "elsevier", "elsarticle-num-names": "elsevier", "model1-num-names": "elsevier",
    "elsarticle-harv": "elsevier-harvard", "model2-names": "elsevier-harvard",
    "naturemag": "nature", "Science": "science", "pnas-new": "pnas", "plos2015": "plos",
    "agufull08": "agu", "agufull": "agu", "ametsoc": "ams", "ametsoc2014": "ams", "acl_natbib": "acl",
    "apalike": "apa", "apacite": "apa", "apacitex": "apa", "newapa": "apa", "apalike2": "apa", "apsr": "apsa", "chicagoa": "chicago",
    "agsm": "harvard", "dcu": "harvard", "kluwer": "harvard", "aer": "chicago", "econometrica": "chicago", "ecta": "chicago",
}  # fmt: skip


def nearest(name: str) -> str:
    """The style of ours for a style of BibTeX's; `""` for a name that BibTeX's styles do not bear."""
    return NEAREST.get(name.removesuffix(".bst"), "")
