"""The words references use around their fields, in several languages: drawn from when a made-up style is put together."""

from __future__ import annotations

from typing import NamedTuple


class Terms(NamedTuple):
    """`""` stands for no word. Each is a tuple of forms to draw from."""

    and_: tuple[str, ...]
    et_al: tuple[str, ...]
    inside: tuple[str, ...]  # before the book a chapter stands in
    editor_after: tuple[tuple[str, str], ...]  # one editor, several
    editor_before: tuple[str, ...]
    volume: tuple[str, ...]
    issue: tuple[str, ...]
    pages: tuple[str, ...]
    edition: tuple[str, ...]
    accessed: tuple[str, ...]
    months: tuple[str, ...]


TERMS = {
    "en": Terms(
        (" and ", ", and ", " & ", ", & ", ", "),
        (" et al.", ", et al.", " et al", " and others", " et alii"),
        ("In ", "In: ", "in ", "in: ", "In ", "in "),
        ((" (ed.)", " (eds.)"), (" (Ed.)", " (Eds.)"), (", ed.", ", eds."), (", editor", ", editors"), (" (ed)", " (eds)"), (", Ed.", ", Eds."), (" ed.", " eds."), (" [ed.]", " [eds.]"), (" (Ed)", " (Eds)"), ("", "")),
        ("edited by ", "ed. ", "ed. by ", "eds. ", "Ed. ", "Edited by "),
        ("", "", "", "vol. ", "Vol. ", "vol ", "v. ", "volume ", "Volume ", "V. "),
        ("({})", "({})", "({})", " ({})", ", no. {}", ", No. {}", ", {}", "/{}", ".{}", ", issue {}", " no. {}", ":{}", ", Iss. {}", ", nr. {}", ", n. {}", ", number {}", ", # {}"),
        ("", "", "", "pp. ", "p. ", "pp ", "pages ", "Pp. ", "pp.", "p ", "P. "),
        ("{n} ed.", "{n} edn", "{n} edition", "({n} ed.)", "{n} edn.", "{n} Ed.", "rev. ed."),
        ("Accessed {d}", "accessed {d}", "(accessed {d})", "Retrieved {d}", "[Accessed {d}]", "Last accessed {d}", "visited {d}"),
        tuple("January February March April May June July August September October November December".split()),
    ),
    "de": Terms(
        (" und ", " u. ", "/", " & ", ", ", "; ", " – "),
        (" u. a.", " et al.", " u.a.", " et al", " u. a"),
        ("In: ", "In: ", "in: ", "in: ", "in ", "In "),
        ((" (Hrsg.)", " (Hrsg.)"), (" (Hg.)", " (Hg.)"), (" (Hrsg.)", " (Hrsg.)"), (" (Hg.)", " (Hgg.)"), (", Hrsg.", ", Hrsg."), (" [Hrsg.]", " [Hrsg.]"), (" (Ed.)", " (Eds.)"), ("", "")),
        ("hrsg. von ", "hrsg. v. ", "Hg. ", "hg. v. ", "herausgegeben von ", "Hrsg. v. ", "hg. von ", "Hrsg.: "),
        ("", "", "Bd. ", "Jg. ", "Band ", "Bd "),
        ("({})", "/{}", ", H. {}", ", Heft {}", ", Nr. {}", " ({})", ", H.{}", ",{}"),
        ("S. ", "S. ", "S. ", "", "", "S.", "Seiten ", "s. "),
        ("{d}. Aufl.", "{d}. Auflage", "{d}., überarb. Aufl.", "({d}. Aufl.)", "{d}. Aufl"),
        ("Zugriff am {d}", "(Zugriff: {d})", "abgerufen am {d}", "[{d}]", "Stand: {d}", "letzter Zugriff {d}", "(aufgerufen am {d})"),
        tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()),
    ),
    "fr": Terms(
        (" et ", ", ", " et ", " & ", ", et ", " ; "),
        (" et al.", ", et al.", " et alii", " [et al.]", " et coll."),
        ("in ", "In ", "dans ", "In : ", "in : ", "dans : ", "In: "),
        ((" (dir.)", " (dir.)"), (", dir.", ", dir."), (" (éd.)", " (éds)"), (" (éd.)", " (éds.)"), (" (dir.)", " (dirs.)"), (" [dir.]", " [dir.]"), (" éd.", " éds."), (" (coord.)", " (coord.)"), (" (ed.)", " (eds.)")),
        ("sous la direction de ", "sous la dir. de ", "dir. ", "éd. ", "édité par ", "textes réunis par ", "éd. par ", "publié par "),
        ("", "vol. ", "t. ", "tome ", "vol. ", "v. ", "T. "),
        ("({})", ", n° {}", ", no {}", " ({})", "/{}", ", n°{}", ", nº {}", ", fasc. {}", " n° {}", "-{}"),
        ("p. ", "p. ", "pp. ", "", "pp.", "p.", "p "),
        ("{d}e éd.", "{d}e édition", "(éd. revue)", "{d}ème éd.", "nouv. éd."),
        ("consulté le {d}", "(consulté le {d})", "[consulté le {d}]", "page consultée le {d}"),
        tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    ),
    "it": Terms(
        (" e ", ", ", " – ", " - ", " ed "),
        (" et al.", " e altri", " [et al.]", ", et al."),
        ("in ", "In ", "in: ", "In: "),
        ((" (a cura di)", " (a cura di)"), (", a cura di", ", a cura di"), (" (ed.)", " (edd.)"), (" (cur.)", " (curr.)"), (" (a c. di)", " (a c. di)"), (" (ed.)", " (eds.)")),
        ("a cura di ", "a cura di ", "a c. di ", "ed. "),
        ("", "vol. ", "vol. ", "t. "),
        ("({})", ", n. {}", ", {}", "/{}", ", fasc. {}", " ({})", ", n° {}"),
        ("pp. ", "pp. ", "p. ", "", "pp."),
        ("{d}ª ed.", "II ed.", "nuova ed."),
        ("consultato il {d}", "(consultato il {d})", "[ultimo accesso {d}]"),
        tuple("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()),
    ),
    "es": Terms(
        (" y ", ", ", " & ", "; ", " e "),
        (" et al.", " y otros", ", et al.", " y col."),
        ("En ", "en ", "En: ", "en: ", "In "),
        ((" (ed.)", " (eds.)"), (" (coord.)", " (coords.)"), (" (comp.)", " (comps.)"), (" (Ed.)", " (Eds.)"), (", ed.", ", eds."), (" (dir.)", " (dirs.)")),
        ("ed. de ", "edición de ", "ed. ", "coordinado por ", "compilado por "),
        ("", "vol. ", "Vol. ", "t. ", "tomo "),
        ("({})", ", núm. {}", ", no. {}", ", nº {}", "/{}", " ({})", ", n.º {}", ", N° {}"),
        ("pp. ", "pp. ", "p. ", "", "págs. ", "pp."),
        ("{d}ª ed.", "{d}a. ed.", "{d}.ª edición"),
        ("consultado el {d}", "[consultado el {d}]", "(consulta: {d})", "fecha de consulta {d}"),
        tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
    ),
    "pt": Terms(
        (" e ", "; ", "; ", " & ", ", "),
        (" et al.", " et al", " e outros"),
        ("In: ", "In ", "in ", "Em ", "In: "),
        ((" (org.)", " (orgs.)"), (" (Org.)", " (Orgs.)"), (" (ed.)", " (eds.)"), (" (coord.)", " (coords.)"), (" [org.]", " [orgs.]")),
        ("org. ", "organização de ", "coord. "),
        ("v. ", "vol. ", "", "v. "),
        (", n. {}", "({})", ", nº {}", ", no. {}"),
        ("p. ", "pp. ", "p. ", ""),
        ("{d}. ed.", "{d}ª ed.", "{d}ª edição"),
        ("Acesso em: {d}", "acesso em {d}", "[consult. {d}]"),
        tuple("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split()),
    ),
    "nl": Terms(
        (" en ", " & ", ", "), (" e.a.", " et al."), ("In: ", "in: ", "in ", "In "),
        ((" (red.)", " (red.)"), (" (ed.)", " (eds.)"), (" red.", " red.")), ("onder redactie van ", "red. "),
        ("", "vol. ", "jrg. ", "dl. "), ("({})", ", nr. {}", "/{}"), ("pp. ", "p. ", "", "blz. "), ("{d}e druk", "{d}de dr."),
        ("geraadpleegd op {d}", "(geraadpleegd {d})"),
        tuple("januari februari maart april mei juni juli augustus september oktober november december".split()),
    ),
    "sv": Terms(
        (" och ", " & ", ", "), (" m.fl.", " et al.", " m. fl."), ("I: ", "I ", "i ", "In: "),
        ((" (red.)", " (red.)"), (" (red)", " (red)"), (", red.", ", red."), (" (utg.)", " (utg.)")), ("red. ", "utg. "),
        ("", "vol. ", "årg. ", "bd "), ("({})", ":{}", ", nr {}", ", nr. {}"), ("s. ", "s. ", "", "ss. ", "s "), ("{d} uppl.", "{d}:a uppl."),
        ("hämtad {d}", "(hämtad {d})"),
        tuple("januari februari mars april maj juni juli augusti september oktober november december".split()),
    ),
}  # fmt: skip
