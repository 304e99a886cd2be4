"""Words that tell which part of a reference we are in: lists written by hand, and the codes of `words/classes.txt`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

# One line a kind of word; a word may stand in several. All in lower case, without the full stop of an abbreviation.
_BY_HAND = {
    "month": """jan january januar janvier jänner janeiro enero ene gennaio gen feb february februar février fév fev fevereiro febrero
        febbraio mar march märz mrz mars março marzo apr april avril avr abril abr aprile may mai maio mayo maggio mag jun june juni juin
        junho junio giugno giu jul july juli juillet juil julho julio luglio lug aug august août agosto ago sep sept september
        septembre setembro set septiembre settembre oct october okt oktober octobre outubro out octubre ottobre ott nov november
        novembre novembro noviembre dec december dez dezember décembre déc dezembro dic diciembre dicembre января февраля марта
        апреля мая июня июля августа сентября октября ноября декабря""",
    "season": "spring summer autumn fall winter printemps été automne hiver frühjahr sommer herbst primavera verano otoño invierno",
    "in": "in dans en em im",
    "editor": "ed eds edited editor editors edn hrsg hg herausgegeben dir éd éds org orgs orgs coord coords comp comps redaktion",
    "edition": "edition edn ed auflage aufl édition edición edição rev revised reprint",
    "translator": "trans transl translated translator übersetzt übers trad traduction",
    "volume": "vol vols volume volumes v bd band bde tome tom t том т",
    "issue": "no nos nr num number issue heft h n núm iss suppl supplement pt part №",
    "pages": "pp p pg page pages pag pgs s seite seiten с стр art article",
    "and": "and & und et y e og och i и u with",
    "others": "al others alii coll",
    "doi": "doi pmid pmcid arxiv isbn issn eid epub available retrieved accessed http https url",
    "particle": "van von der den de del della di da dos du la le el al bin ben ter ten zu zur af av st mc mac o d",
    "suffix": "jr sr ii iii iv esq md phd",
    "genre": "thesis dissertation phd msc diss dissertação tese thèse mémoire report technical tech rep memo preprint manuscript unpublished draft "
        "submitted press forthcoming",
    "meeting": "proceedings proc conference conf symposium workshop congress meeting international intl annual acm ieee lecture lncs notes "
        "actes colloque tagung verhandlungen",
    "journal": "journal j journals review reviews rev revue revista zeitschrift archives arch annals ann bulletin bull letters lett transactions trans "
        "acta advances adv quarterly magazine gazette newsletter jahrbuch annales annali studies stud cahiers rivista boletín giornale",
    "publisher": "press publisher publishers publishing university univ verlag éditions editions editorial editora books sons wiley springer "
        "elsevier routledge sage blackwell academic oxford cambridge mit harvard princeton yale macmillan palgrave penguin mcgraw hill "
        "prentice addison wesley kluwer reidel plenum dekker crc francis taylor norton knopf random harper row doubleday houghton "
        "mifflin basic free beacon erlbaum brill mouton gruyter suhrkamp gallimard seuil presses universitaires puf hachette cnrs "
        "edizioni einaudi laterza inc ltd gmbh llc co company imprint institute institution office dept department ministry bureau",
    "place": "london paris berlin york new cambridge oxford chicago boston philadelphia baltimore washington princeton haven angeles "
        "francisco san los stanford berkeley toronto montreal ottawa québec quebec vancouver amsterdam rotterdam leiden hague brussels "
        "bruxelles leuven louvain geneva genève zürich zurich basel bern vienna wien munich münchen hamburg frankfurt stuttgart "
        "heidelberg göttingen tübingen leipzig köln bonn dordrecht copenhagen københavn stockholm uppsala oslo helsinki edinburgh "
        "glasgow dublin manchester leeds bristol harmondsworth hillsdale mahwah thousand oaks newbury beverly hills englewood cliffs "
        "upper saddle river rome roma milan milano torino turin firenze florence bologna venice venezia madrid barcelona lisbon lisboa "
        "coimbra porto são paulo rio janeiro buenos aires méxico mexico santiago bogotá lima caracas sydney melbourne canberra "
        "brisbane auckland wellington tokyo kyoto osaka beijing shanghai hong kong singapore delhi mumbai bombay calcutta seoul "
        "moscow moskva москва petersburg warsaw warszawa kraków prague praha budapest bucharest bucurești sofia belgrade athens "
        "istanbul ankara cairo jerusalem tel aviv johannesburg cape nairobi lagos uk usa ny nj ma ca pa md dc il mass conn calif "
        "england germany france italy spain netherlands switzerland austria canada australia japan china india brazil",
}  # fmt: skip


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """The code of each word that real works use more than once (see `scripts/train/build_words.py`)."""
    lines = files(__package__).joinpath("words", "classes.txt").read_text(encoding="utf-8").splitlines()
    return {word: code for code, _, words in (line.partition(" ") for line in lines) for word in words.split()}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, words in _BY_HAND.items():
        for word in dict.fromkeys(words.split()):
            kinds[word] = f"{kinds[word]}+{kind}" if word in kinds else kind
    return kinds


def word_code(lower: str) -> str:
    """Where real works use a word, most often first: F family name, G given name, T title, J journal or other container,
    P publisher. In lower case if it is a rare word, `""` if it is not known."""
    return _codes().get(lower, "")


def word_kind(lower: str) -> str:
    """The kinds of the lists above a word belongs to, joined with `+`; `""` for most words."""
    return _kinds().get(lower, "")
