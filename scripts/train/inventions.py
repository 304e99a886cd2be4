"""Titles, meetings, houses and addresses nobody has published under: what made-up references say where the records say too little."""

from __future__ import annotations

import random
import re

# language: patterns, then words for {a} {b} (matters), {w} (whose or where), {k} (what kind of book)
_BOOKS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        ("{a} and {b} {w}", "The {k} of {a}", "{a}: {b} {w}", "The {a} of {b}", "{b} {w}", "The Cambridge Companion to {a}", "Handbook of {b}",
         "Rethinking {a}", "{a}, {b}, and the {k} {w}", "A {k} of {b} {w}", "{a} Before {b}: Essays in Honour of a Teacher", "Readings in {b}",
         "Encyclopedia of {a}", "{k} and {a}: Toward a Theory of {b}", "What Is {a}?", "{a}. A Short {k}", "Introduction to {b}", "The {b} Reader",
         "New Perspectives on {a}", "Principles of {b}", "{a}"),
        ("Memory", "Empire", "Poetry", "Justice", "Gender", "Translation", "Religion", "Migration", "Language", "Democracy", "Modernity", "Law",
         "Trade", "Kingship", "Music", "Landscape", "Childhood", "Labour", "Rhetoric", "Belief", "Science", "War", "Education", "Cognition",
         "Discourse", "Narrative", "Nationalism", "Ritual", "Grammar", "Capital", "Violence", "Semantics", "Policy", "Film", "Anthropology"),
        ("in Early Modern Europe", "in the Roman World", "in Victorian Britain", "after 1945", "in Medieval Iberia", "in Africa", "1789–1914",
         "in the Age of Empire", "since the Reformation", "in Twentieth-Century America", "in Late Antiquity", "in the Ottoman Lands", "in China, 1600-1911"),
        ("History", "Politics", "Philosophy", "Theory", "Making", "Idea", "Sociology", "Origins", "Art", "Study", "Poetics", "Economy"),
    ),
    "de": (
        ("{a} und {b} {w}", "{k} der {a}", "{a}. Eine {k}", "Die {a} {w}", "{a} als {b}", "{k}: {a} {w}", "Zur {k} der {a} {w}", "Handbuch {a}",
         "{a}, {b} und Gesellschaft", "Beiträge zur {a}", "Lexikon der {a}", "Was heißt {a}? Studien zur {b}"),
        ("Erinnerung", "Sprache", "Herrschaft", "Dichtung", "Bildung", "Religion", "Kirche", "Wirtschaft", "Öffentlichkeit", "Musik", "Freiheit",
         "Verwaltung", "Aufklärung", "Stadt", "Migration", "Kritik", "Kindheit", "Pädagogik", "Moderne"),
        ("im Mittelalter", "in der Frühen Neuzeit", "im 19. Jahrhundert", "in Preußen", "nach 1945", "in der Antike", "1848–1918", "in der Bundesrepublik",
         "zwischen den Weltkriegen", "bei Hegel und Marx"),
        ("Geschichte", "Theorie", "Studien", "Einführung", "Kulturgeschichte", "Untersuchungen", "Soziologie", "Philosophie"),
    ),
    "fr": (
        ("{a} et {b} {w}", "{k} de la {a}", "La {a} {w}", "{k} : {a} et {b}", "De la {a} à la {b}", "Essai sur la {a}", "Dictionnaire de la {a}",
         "Qu’est-ce que la {a} ?", "La {a}. {k} {w}"),
        ("mémoire", "ville", "langue", "justice", "noblesse", "religion", "poésie", "monarchie", "liberté", "culture", "guerre", "famille",
         "traduction", "démocratie", "peinture", "science", "société"),
        ("au Moyen Âge", "sous l’Ancien Régime", "au XIXe siècle", "en Afrique de l’Ouest", "de Louis XIV à la Révolution", "(1789-1815)",
         "dans la Rome antique", "depuis 1945"),
        ("Histoire", "Sociologie", "Anthropologie", "Les origines", "Une histoire", "Philosophie", "Géographie", "Les lieux"),
    ),
    "es": (
        ("{a} y {b} {w}", "{k} de la {a}", "La {a} {w}", "{a}: {k} {w}", "Introducción a la {a}", "De la {a} a la {b}", "Ensayos sobre la {a}"),
        ("memoria", "ciudad", "lengua", "justicia", "nación", "poesía", "educación", "cultura", "democracia", "identidad", "política", "lectura"),
        ("en América Latina", "en la España moderna", "en el siglo XIX", "(1810-1930)", "en el Siglo de Oro", "en México"),
        ("Historia", "Teoría", "Sociología", "Estudios", "Los orígenes", "Crítica"),
    ),
    "it": (
        ("{a} e {b} {w}", "{k} della {a}", "La {a} {w}", "{a}. {k} {w}", "Dalla {a} alla {b}", "Saggi sulla {a}", "La {a} come {b}"),
        ("memoria", "città", "lingua", "giustizia", "poesia", "pittura", "politica", "religione", "retorica", "scuola", "libertà", "letteratura"),
        ("nel Rinascimento", "nell’Italia medievale", "nel Novecento", "tra Otto e Novecento", "(1494-1559)", "a Venezia", "nel mondo antico"),
        ("Storia", "Teoria", "Origini", "Studi", "Problemi", "Filosofia"),
    ),
    "pt": (
        ("{a} e {b} {w}", "{k} da {a}", "A {a} {w}", "{a}: {k} {w}", "Introdução à {a}"),
        ("memória", "cidade", "língua", "justiça", "educação", "cultura", "identidade", "política", "leitura", "democracia"),
        ("no Brasil", "em Portugal", "no século XIX", "na América portuguesa", "(1889-1930)"),
        ("História", "Sociologia", "Teoria", "Fundamentos", "Estudos"),
    ),
    "nl": (
        ("{a} en {b} {w}", "{k} van de {a}", "De {a} {w}", "{a}: {k} {w}"),
        ("geschiedenis", "taal", "stad", "kerk", "kunst", "macht", "opvoeding", "vrijheid", "economie"),
        ("in de Gouden Eeuw", "in Nederland", "in de negentiende eeuw", "1780-1848", "sinds 1945"),
        ("Inleiding", "Geschiedenis", "Studies", "Cultuur"),
    ),
    "sv": (
        ("{a} och {b} {w}", "{k} om {a}", "{a}: {k} {w}"),
        ("Språk", "Makt", "Kyrka", "Minne", "Skola", "Demokrati", "Arbete", "Litteratur"),
        ("i Sverige", "under 1800-talet", "i Norden", "1521–1718", "i det moderna samhället"),
        ("Studier", "Essäer", "Historien", "Berättelser"),
    ),
}  # fmt: skip
_NAMES = (
    "Goethe", "Shakespeare", "Kant", "Dante", "Kafka", "Marx", "Darwin", "Homer", "Proust", "Cervantes", "Wittgenstein", "Joyce", "Vergil", "Ovid", "Plato",
    "Cicero", "Tacitus", "Augustine", "Petrarca", "Machiavelli", "Hegel", "Nietzsche", "Mozart", "Rembrandt", "Cleopatra", "Luther", "Napoleon", "Charlemagne",
    "Thomas More", "Teresa de Ávila", "Carlo Goldoni", "Caterina de’ Medici", "John Donne", "Heinrich Heine", "Émile Zola", "Giovanni Pico", "Maria Theresia",
    "Olaus Magnus", "Anna Komnene", "Leo Africanus", "Peter the Hermit", "William the Conqueror", "Lorenzo il Magnifico", "Karl der Kühne", "Philippe le Bel",
)  # fmt: skip
LANGUAGES = ("en", "en", "en", "en", "en", "de", "de", "fr", "fr", "es", "it", "pt", "nl", "sv")


def book_title(language: str, chance: random.Random) -> str:
    """`Memory and Empire in Early Modern Europe`, `Geschichte der Öffentlichkeit`, now and then with a tail."""
    return _plain_title(language, chance) + _tail(language, chance.randint(1850, 2020), chance)


def _plain_title(language: str, chance: random.Random) -> str:
    patterns, matters, settings, kinds = _BOOKS[language]
    one, other = chance.sample(matters, 2)
    if chance.random() < 0.12:
        one = chance.choice(_NAMES)
    title = chance.choice(patterns).format(a=one, b=other, w=chance.choice(settings), k=chance.choice(kinds))
    if chance.random() < 0.12 and ":" not in title:
        title += ": " + chance.choice(patterns).format(
            a=other, b=one, w=chance.choice(settings), k=chance.choice(kinds)
        )
    return title[0].upper() + title[1:]


def _tail(language: str, year: int, chance: random.Random) -> str:
    """What the titles of learned books go on with, numbers and dates that are no fields of the reference: a volume of the whole, a second
    sentence, the meeting it comes from."""
    drawn = chance.random()
    if drawn < 0.05:
        return chance.choice((" {n}", ", {n}", ". {n}", ". Vol. {n}", ". Volume {n}", " ({n})")).format(
            n=chance.choice(_ROMAN)
        )
    if drawn < 0.08:
        return f". {chance.choice(_ROMAN)}: {_plain_title(language, chance)}"
    if drawn < 0.14:
        return f". {_plain_title(language, chance)}"
    if drawn < 0.19:
        day = chance.randint(1, 25)
        days = f"{day}{chance.choice('-–')}{day + chance.randint(1, 4)}"
        months = _MONTHS.get(language, _MONTHS["en"])
        when = chance.choice(
            (
                f"{days} {chance.choice(months)} {year}",
                f"{year}",
                f"{chance.choice(months)} {year}",
                f"{chance.choice(months)} {days}, {year}",
            )
        )
        meeting_of = chance.choice(_MEETINGS_OF.get(language, _MEETINGS_OF["en"]))
        place = chance.choice(_PLACES_OF_MEETINGS)
        stop, opening, closing = chance.choice(
            ((". ", " (", ")"), (", ", " (", ")"), (" (", ", ", ")"), (": ", ", ", ""), (". ", ", ", ""))
        )
        return f"{stop}{meeting_of}{opening}{place}{chance.choice((', ', ' '))}{when}{closing}"
    return ""


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "XII", "1", "2", "3")
_PLACES_OF_MEETINGS = (
    "Roma", "Paris", "Oxford", "Athens", "Venezia", "Leiden", "Berlin", "Granada", "Lyon", "Cambridge", "Bologna", "Toronto", "Wien", "Lisboa", "Pisa",
    "Strasbourg", "Heidelberg", "Urbino", "Coimbra", "Chicago", "Rethymno", "Louvain", "Trier", "Palermo", "Salamanca", "Siena", "Basel",
)  # fmt: skip
_MEETINGS_OF = {
    "en": ("Proceedings of the International Colloquium", "Papers of a Conference Held at the Institute", "Proceedings of the Second International Symposium",
           "Acts of the Third International Congress", "Proceedings of the Seminar", "Collected Papers"),
    "de": ("Akten des Internationalen Kolloquiums", "Beiträge zum Symposium", "Festschrift zum 65. Geburtstag", "Vorträge der Tagung"),
    "fr": ("Actes du colloque international", "Actes du colloque", "Actes des journées d’études", "Mélanges offerts à un maître"),
    "it": ("Atti del convegno internazionale", "Atti del convegno", "Atti del seminario di studi", "Atti della giornata di studio", "Studi in onore"),
    "es": ("Actas del coloquio internacional", "Actas del congreso", "Actas del II simposio"),
    "pt": ("Actas do colóquio internacional", "Actas do congresso", "Atas do simpósio"),
    "nl": ("Handelingen van het congres", "Lezingen van het symposium"),
    "sv": ("Föredrag vid symposiet", "Rapport från konferensen"),
}  # fmt: skip
_MONTHS = {
    "en": ("January", "March", "May", "June", "September", "October", "November"),
    "de": ("Januar", "März", "Mai", "Juni", "September", "Oktober"),
    "fr": ("janvier", "mars", "mai", "juin", "septembre", "octobre", "novembre"),
    "it": ("gennaio", "marzo", "aprile", "maggio", "luglio", "settembre", "ottobre"),
    "es": ("enero", "marzo", "mayo", "junio", "octubre"),
    "pt": ("janeiro", "março", "maio", "setembro", "outubro"),
    "nl": ("januari", "maart", "mei", "oktober"),
    "sv": ("januari", "mars", "maj", "oktober"),
}  # fmt: skip


def section_title(language: str, chance: random.Random) -> str:
    """A chapter of such a book: mostly longer, sometimes a bare word (`Introduction`)."""
    if chance.random() < 0.04:
        return chance.choice(_BARE[language]) if language in _BARE else chance.choice(_BARE["en"])
    title = book_title(language, chance)
    if chance.random() < 0.35:
        title += chance.choice((": ", ". ", " – ")) + book_title(language, chance)
    return title


_BARE = {
    "en": ("Introduction", "Preface", "Afterword", "Foreword", "Conclusion", "Citizenship", "Irony"),
    "de": ("Einleitung", "Vorwort", "Nachwort", "Staat", "Ironie"),
    "fr": ("Introduction", "Préface", "Avant-propos", "Postface"),
    "es": ("Introducción", "Prólogo"),
    "it": ("Introduzione", "Prefazione", "Premessa"),
}

_MEETINGS: tuple[tuple[str, str], ...] = (
    ("Conference on Machine Learning", "ICML"), ("Conference on Computer Vision and Pattern Recognition", "CVPR"),
    ("Conference on Computer Vision", "ICCV"), ("Conference on Software Engineering", "ICSE"), ("Conference on Management of Data", "SIGMOD"),
    ("Conference on Very Large Data Bases", "VLDB"), ("Symposium on Theory of Computing", "STOC"), ("Conference on Robotics and Automation", "ICRA"),
    ("Symposium on Foundations of Computer Science", "FOCS"), ("Conference on Human Factors in Computing Systems", "CHI"),
    ("Meeting of the Association for Computational Linguistics", "ACL"), ("Conference on Artificial Intelligence", "AAAI"),
    ("Joint Conference on Artificial Intelligence", "IJCAI"), ("Conference on Knowledge Discovery and Data Mining", "KDD"),
    ("Symposium on Operating Systems Principles", "SOSP"), ("Symposium on Computer Architecture", "ISCA"), ("World Wide Web Conference", "WWW"),
    ("Conference on Acoustics, Speech and Signal Processing", "ICASSP"), ("Symposium on Principles of Programming Languages", "POPL"),
    ("Conference on Computer Communications", "INFOCOM"), ("Design Automation Conference", "DAC"), ("Conference on Data Engineering", "ICDE"),
    ("Workshop on Hot Topics in Networks", "HotNets"), ("Symposium on Security and Privacy", "S&P"), ("Conference on Digital Libraries", "JCDL"),
    ("Congress on Evolutionary Computation", "CEC"), ("Conference on Nanotechnology", "NANO"), ("Symposium on Combustion", "ISC"),
    ("Congress on Biomechanics", "ICB"), ("Symposium on Rock Mechanics", "RockMech"), ("Conference on Plasma Physics", "EPS"),
    ("Congress of Phonetic Sciences", "ICPhS"), ("Cosmic Ray Conference", "ICRC"), ("Conference on Language Resources and Evaluation", "LREC"),
    ("Workshop on Semantic Evaluation", "SemEval"), ("Conference on Formal Methods", "FM"), ("Conference on Neural Networks", "IJCNN"),
    ("Conference of the Learning Sciences", "ICLS"), ("Conference on Soil Mechanics", "ICSMGE"), ("Conference on Cryptology", "CRYPTO"),
)  # fmt: skip
_BODIES = ("International ", "ACM ", "IEEE ", "ACM SIGPLAN ", "Annual ", "IEEE International ", "IEEE/CVF ", "Annual ACM ", "European ", "", "",
           "USENIX ", "IFIP ", "Asian ", "ACM/IEEE ", "IEEE/RSJ International ", "Australasian ", "National ")  # fmt: skip
_WORDS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth", "Twentieth",
          "Twenty-First", "Thirtieth", "Fortieth")  # fmt: skip


def ordinal(number: int) -> str:
    """`1st`, `12th`, `23rd`."""
    end = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end}"


def meeting(year: str, topic: str, chance: random.Random) -> str:
    """The proceedings of a meeting as a reference names them: `Proceedings of the 21st ACM Symposium on …`, `Proc. ICML ’04`, `CHI 2011`."""
    name, acronym = chance.choice(_MEETINGS)
    if topic and chance.random() < 0.4:
        name = chance.choice(("Conference on ", "Symposium on ", "Workshop on ", "Congress on ", "Meeting on ")) + topic
        acronym = "".join(word[0] for word in re.findall(r"[A-Z]\w+", name)) or acronym
    nth = chance.choice((ordinal(chance.randint(1, 45)), ordinal(chance.randint(1, 45)), chance.choice(_WORDS)))
    short = year[2:4]
    body = chance.choice(_BODIES)
    return chance.choice((
        f"Proceedings of the {nth} {body}{name}", f"Proceedings of the {nth} {body}{name}", f"Proceedings of the {year} {body}{name}",
        f"Proceedings of the {body}{name}", f"Proceedings of {acronym} {year}", f"Proceedings of {acronym}", f"Proc. {acronym}",
        f"Proc. {nth} {body}{name}", f"Proc. of the {nth} {body}{name}", f"Proc. {body}{name}", f"{nth} {body}{name}", f"{body}{name}",
        f"{year} {body}{name}", f"{year} {body}{name} ({acronym})", f"{body}{name} ({acronym})", f"{acronym} {year}", f"{acronym} ’{short}",
        f"{nth} {body}{name} ({acronym} {year})", f"Proceedings of the {nth} {body}{name} ({acronym} ’{short})", f"{acronym}", f"{acronym}'{short}",
        f"{acronym} {year}: Proceedings of the {nth} {body}{name}", f"{acronym} {year}: {nth} {body}{name}", f"Proc. of {acronym}",
        f"{body}{name}, {acronym} {year}", f"Advances in {name.partition(' on ')[2] or name}", f"Proceedings of the {body}{name}, Part II",
        f"{name.partition(' on ')[2] or name}: {nth} {body}{name}, {acronym} {year}, Proceedings",
    ))  # fmt: skip


_FIELDS = (
    "Health", "Education", "Agriculture", "Finance", "Labour", "the Environment", "Transport", "Foreign Affairs", "Justice", "Statistics", "Human Rights",
    "Mental Health", "Cancer Research", "Public Health", "Nursing", "Engineering", "Mathematics", "Computing Machinery", "Economic Development", "Fisheries",
    "Energy", "Nuclear Safety", "Social Policy", "Equal Opportunity", "Science and Technology", "Aging", "Disability", "Children and Families", "Cultural Heritage",
)  # fmt: skip
_BODY_FORMS = (
    "Department of {f}", "Ministry of {f}", "{p} Ministry of {f}", "National Institute of {f}", "National Council on {f}", "{p} Commission on {f}", "{p} {f} Commission",
    "{p} Association for {f}", "{p} Society of {f}", "{p} Bureau of {f}", "International Agency for {f}", "{p} {f} Council", "{f} Council of {t}", "City of {t}",
    "{t} City Council", "{t} University", "Institute for {f}", "Centre for {f}", "{p} Academy of {f}", "{p} Government", "{p} Parliament", "{p} {f} Collaborative Group",
    "{f} Study Group", "{f} Working Group", "{f} Task Force", "{p} Federation of {f}", "Committee on {f}", "{p} Foundation for {f}", "{p} Department of {f}", "{p}. Department of {f}",
    "{p} Communities’ Council of {t}", "Royal College of {f}", "U.S. Department of {f}", "Ministère de la santé", "Bundesministerium für Gesundheit", "Ministerio de Educación",
    "Statistisches Bundesamt", "Istituto Nazionale di Statistica", "Instituto Nacional de Estadística", "{f} Investigators", "{f} Consortium", "{t} Declaration Committee",
)  # fmt: skip
_PEOPLES = (
    "Australian", "American", "British", "Canadian", "European", "Victorian", "Scottish", "Indian", "Nigerian", "Swedish", "Dutch", "German", "African", "Asian", "Brazilian",
    "Australia", "Canada", "New Zealand", "Norwegian", "International", "National", "World", "Pan American", "Ethnic",
)  # fmt: skip


def body(chance: random.Random) -> str:
    """An organisation that signs what it publishes: `Victorian Equal Opportunity Commission`, `City of Toronto`."""
    town = chance.choice((*_PLACES_OF_MEETINGS, "Melbourne", "Victoria", "London", "Stockholm"))
    name = chance.choice(_BODY_FORMS).format(f=chance.choice(_FIELDS), p=chance.choice(_PEOPLES), t=town)
    return name + (
        f" ({''.join(word[0] for word in name.split() if word[0].isupper())})" if chance.random() < 0.12 else ""
    )
