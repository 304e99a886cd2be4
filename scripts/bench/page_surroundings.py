"""What stands around a list of references on a page: headings, prose before, furniture after, running heads. All invented."""

from __future__ import annotations

from random import Random

HEADINGS = (
    "References", "REFERENCES", "Reference", "References:", "6. References", "VII. REFERENCES", "References (48)", "R EFERENCES",
    "Literature Cited", "Literature cited", "Bibliography", "Works Cited", "Cited Literature", "References and Notes", "Notes",
    "Literatur", "Literaturverzeichnis", "Quellenverzeichnis", "Bibliographie", "Références", "Références bibliographiques",
    "Referencias", "Referencias bibliográficas", "Bibliografía", "Bibliografia", "Referências", "Riferimenti bibliografici",
    "Литература", "Список литературы", "Literatuur", "Referenser", "Kaynakça", "Piśmiennictwo", "## References", "Footnotes",
    "Selected references", "Further reading", "Reference list", "References cited", "Article references", "Cited By and References",
)  # fmt: skip

BEFORE = (
    "Abstract",
    "Background: We measured how bones grow under load in 24 children. Methods: Radiographs were read by two of us (Smith, 2003;"
    " Jones et al., 1999). Results: Growth was slower than had been reported before (12.4 vs. 15.1 mm, p < 0.01).",
    "1. Introduction",
    "The growth of bones has been studied since 1861 (Virchow, 1861; see also Müller and Schäfer, 2004, pp. 12–15). In an earlier paper"
    " we showed that this is not so [3, 4], and Smith (2003) argued that the data were too few. These findings may have been due to"
    " chance, which is why they should be repeated.",
    "2. Methods",
    "2.1. Patients",
    "All of the patients were seen between May 1, 2009 and June 30, 2012. Their parents had given consent. The study was approved by the"
    " board (no. 2009/123).",
    "Table 1. Age and height of the patients.\nGroup\tn\tAge\tHeight\nA\t12\t7.1 (1.2)\t121\nB\t12\t7.3 (0.9)\t119",
    "Figure 2. Bones of a patient at the age of 7 (left) and of 9 years (right). From Jones (1999), with permission.",
    "3. Discussion",
    "We found that load slows growth. However, the number of patients was small, and they had been chosen by their doctors. This has to"
    " be borne in mind.¹ It would not be wise to conclude from it that children should rest (Lee & Park, 2011).",
)  # fmt: skip

MENUS = (
    "Skip to main content\nSearch\nLog in\nRegister\nJournals & Books\nHelp",
    "Home\nAbout\nIssues\nFor authors\nJournal of Bones\nVolume 12, Issue 3, March 2010, Pages 123-130\nShare\nCite",
    "Article\nFigures\nReferences\nRelated\nMetrics\nDetails\nCite this article\nDownload PDF",
)

AFTER = (
    "Acknowledgements\nWe thank the children and their parents. This work was supported by the Bone Fund (grant 12/345).",
    "Copyright © 2010 Elsevier Ltd. All rights reserved.",
    "© 2010 The Authors. Published by Bone Press. This is an open access article under the CC BY license.",
    "Author information\nDepartment of Bones, University Hospital, 1 Hill Road, Oldtown, UK\nJane Smith & John Jones\nCorresponding author\n"
    "Correspondence to Jane Smith.",
    "Cookies help us to make this site better. By using it you agree to our use of cookies. Accept all cookies\nPrivacy policy\nTerms of use",
    "Related articles\nHow skin grows\nA longer look at bones\nRecommended articles (6)\nCited by (12)",
    "Received: 3 March 2010; Accepted: 12 June 2010; Published: 1 July 2010",
    "About this article\nCite this article\nShare this article\nAnyone you share the following link with will be able to read this content:"
    "\nGet shareable link\nKeywords\nBones\nGrowth",
    "Appendix A. Supplementary data\nSupplementary data to this article can be found online.",
    "Home | About | Contact | Privacy | Terms\nFollow us on Twitter\nISSN: 1234-5678",
)  # fmt: skip

RUNNING = (
    "Smith et al. | Journal of Bones 12 (2010)",
    "J. Smith et al. / Journal of Bones 12 (2010) 123–140",
    "Growth of bones under load",
    "SMITH AND JONES",
    "www.bones.example/journal",
    "Journal of Bones 2010, 12:34",
    "Bone growth • Smith and Jones",
)
STAMPS = (
    "Downloaded from https://bones.example/journal by University of Oldtown user on 12 March 2015",
    "Downloaded by [University of Oldtown] at 03:12 12 March 2015",
    "This article is protected by copyright. All rights reserved.",
    "doi:10.1234/bones.2010.123",
    "Copyright © 2010 Bone Press",
    "https://doi.org/10.1234/bones.2010.123",
    "Author Manuscript",
)


def around(body: str, chance: Random) -> tuple[str, list[str]]:
    """The list with a heading, and with text before and behind it, or without; and words for what it got."""
    got = []
    parts = []
    if chance.random() < 0.3:
        parts.append(chance.choice(MENUS))
    if chance.random() < 0.6:
        got.append("prose before")
        start = chance.randrange(len(BEFORE) - 2)
        parts.extend(BEFORE[start:])
    headed = chance.random() < 0.75
    got.append("heading" if headed else "no heading")
    gap = chance.choice(("\n", "\n\n"))
    if headed:
        body = chance.choice(HEADINGS) + gap + body
    parts.append(body)
    if chance.random() < 0.6:
        got.append("text behind")
        parts.extend(chance.sample(AFTER, chance.randint(1, 4)))
        if chance.random() < 0.3:
            return gap.join(parts[:-1]) + "\n" + parts[-1], got
    return "\n\n".join(parts), got
