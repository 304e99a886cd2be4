"""Common given and family names of several countries: the records know mostly physicians, the humanities are written by others too."""

from __future__ import annotations

import random

_CROWDS: dict[str, tuple[str, str]] = {
    "en": (
        "John Mary James Elizabeth William Margaret Robert Susan Thomas Sarah Charles Anne George Jane Edward Helen Henry Ruth Richard Judith "
        "Michael Catherine David Patricia Peter Barbara Stephen Martha Paul Alice Mark Nancy Simon Laura Alan Rachel Kenneth Frances Ian Gillian "
        "Hugh Naomi Roy Carol Stuart Gayatri Raymond Edith Eric Linda Benedict Homi Clifford Donna",
        "Smith Taylor Brown Wilson Walker Wright Hall Green Clarke Cooper Bailey Ward Bennett Gray Fox Hill Young King Price Long Stone Bell "
        "Wood Marsh Rose Butler Pope Bishop Cook Mason Porter Hunter Fisher Knight Baker Carter Field Brooks Page Day May West North Church "
        "Williams Thompson Anderson Said Bourke Hobsbawm Skinner Pocock Douglas Turner Geertz Appadurai Hughes O’Connor MacIntyre McDonald "
        "Fitzgerald Armstrong Nussbaum Rawls Rorty Fraser Young Harvey Giddens Eagleton Cavell Ginsberg Weinstein Kaplan Feldman",
    ),
    "de": (
        "Hans Karl Friedrich Wilhelm Heinrich Georg Ernst Max Jürgen Wolfgang Klaus Dieter Peter Michael Thomas Andreas Ursula Renate Ingrid Gisela "
        "Sabine Monika Birgit Anna Eva Christa Hans-Ulrich Karl-Heinz Hans-Georg Reinhart Niklas Hannah Aleida Jan Ulrich Rainer Bernd Gerhard",
        "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann "
        "Braun Krüger Hofmann Hartmann Lange Krause Lehmann Köhler Maier Herrmann König Walter Kaiser Fuchs Lang Scholz Möller Weiß Jung Hahn Vogel "
        "Keller Winkler Roth Beck Lorenz Baumann Franke Böhm Koselleck Habermas Luhmann Adorno Wehler Nipperdey Assmann Blumenberg Feuser Jantzen Kürschner",
    ),
    "fr": (
        "Jean Pierre Michel Jacques François Philippe Louis Henri Claude Alain André Bernard Marie Anne Catherine Isabelle Françoise Nicole Sylvie "
        "Monique Jean-Pierre Jean-Claude Marie-Claire Jean-Luc Georges Roger Gérard Yves Olivier Luc Pascal Christine Hélène Geneviève Émile René",
        "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier "
        "Morel Girard André Lefèvre Mercier Dupont Lambert Bonnet François Legrand Garnier Faure Rousseau Blanc Guérin Boyer Chevalier Perrin Le Goff "
        "Bloch Febvre Braudel Duby Foucault Barthes Genette Bourdieu Nora Chartier Corbin Perrot Ricœur Latour Touraine Balandier Leroi-Gourhan",
    ),
    "it": (
        "Giovanni Giuseppe Antonio Mario Luigi Franco Carlo Roberto Paolo Marco Andrea Maria Anna Paola Carla Lucia Silvia Giulia Umberto Italo Norberto Gianni",
        "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De Luca Costa Giordano Mancini Rizzo Lombardi Moretti "
        "Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Ginzburg Eco Agamben Bobbio Garin Dionisotti",
    ),
    "es": (
        "José Antonio Manuel Francisco Juan Pedro Jesús Ángel Carlos Luis María Carmen Ana Isabel Pilar Teresa Rosa Cristina Javier Miguel Rafael Octavio Néstor",
        "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Álvarez Muñoz Romero Alonso Gutiérrez "
        "Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz García "
        "Ortega Menéndez Rivera Albornoz Canclini",
    ),
    "pt": (
        "João José António Manuel Maria Ana Paulo Carlos Pedro Luís Francisco Fernando Marilena Sérgio Boaventura Antonio Lúcia Márcia Renato Roberto",
        "Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho "
        "Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Freire Candido Chauí Holanda Prado Furtado Schwarz",
    ),
    "nl": (
        "Jan Piet Kees Hendrik Willem Johannes Pieter Gerard Anna Maria Johanna Els Ria Marijke Wim Henk Frits Simon",
        "Jansen Visser Smit Meijer Bakker Mulder Bos Vos Peters Hendriks Dekker Brouwer Kuipers Veenstra Prins Huisman Postma van Dijk van den Berg de Vries "
        "de Jong van Leeuwen van der Meer de Boer Huizinga Romein Kossmann",
    ),
    "sv": (
        "Lars Anders Karl Erik Johan Nils Per Sven Gunnar Anna Eva Karin Kristina Margareta Ingrid Birgitta Åsa Bo Göran Håkan Jørgen Ole Søren",
        "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Lindberg Lindström Lundgren Berg Holm Sandberg Ekström "
        "Hansen Olsen Nielsen Jensen Christensen Dahl Bakken Åkerman Östberg",
    ),
}
_PARTICLES = frozenset(("van", "den", "der", "de", "De", "Le", "y", "la"))


def _families(names: str) -> list[str]:
    """`van den Berg` stays together."""
    found, begun = [], ""
    for word in names.split():
        begun = f"{begun} {word}".strip()
        if word not in _PARTICLES:
            found.append(begun)
            begun = ""
    return found


_NAMES = {language: (given.split(), _families(family)) for language, (given, family) in _CROWDS.items()}


def somebody(language: str, chance: random.Random) -> tuple[str, str]:
    """Family and given name of somebody who may write in this language: `Koch`, `Karl-Heinz`."""
    given, family = _NAMES[language if chance.random() < 0.85 else "en"]
    first = chance.choice(given)
    if chance.random() < 0.2:
        first += f" {chance.choice(given)[0]}." if chance.random() < 0.6 else f" {chance.choice(given)}"
    name = chance.choice(family)
    if language in ("es", "pt") and chance.random() < 0.35:
        name += f" {chance.choice(family)}"
    return name, first
