"""What made-up references are printed with besides the works' own data: places, publishers, schools, meetings, abbreviations."""

MONTHS = "January February March April May June July August September October November December".split()
PLACES = (
    "New York", "London", "Cambridge", "Oxford", "Cambridge, MA", "Berlin", "Heidelberg", "Amsterdam", "Dordrecht", "Boston",
    "New York, NY", "Chicago", "Philadelphia", "San Francisco, CA", "Paris", "Leiden", "Princeton, NJ", "Thousand Oaks, CA", "München",
    "Washington, DC", "Berkeley", "Baltimore, MD", "Hillsdale, NJ", "Stuttgart", "Tokyo, Japan", "Milano", "Madrid", "Barcelona",
    "Los Angeles, California", "Seattle, WA, USA", "Edinburgh", "Zürich, Switzerland", "Vienna, Austria", "Montréal", "Geneva", "Roma",
    "Sydney, Australia", "New Haven", "Englewood Cliffs, N.J.", "Malden, MA", "Basel", "Philadelphia (PA)", "New York and London",
    "São Paulo", "Buenos Aires", "México", "Beijing, China", "Hong Kong", "Toronto", "Copenhagen", "Stockholm", "Göttingen", "Bologna", "St. Louis", "St. Louis, MO", "St. Paul, Minn.", "Washington, D.C.", "Ann Arbor, Mich.",
    "Cambridge, Mass.", "Frankfurt a. M.", "New York, N.Y.", "St Andrews", "Upper Saddle River, NJ", "Thousand Oaks",
)  # fmt: skip
PUBLISHERS = (
    "Cambridge University Press", "Oxford University Press", "Springer", "Springer-Verlag", "Wiley", "John Wiley & Sons", "Elsevier",
    "Routledge", "Sage", "Sage Publications", "MIT Press", "The MIT Press", "Academic Press", "Blackwell", "Harvard University Press",
    "University of Chicago Press", "Princeton University Press", "Yale University Press", "ACM", "ACM Press", "IEEE", "IEEE Press",
    "McGraw-Hill", "Addison-Wesley", "Prentice Hall", "Saunders", "Lippincott Williams & Wilkins", "Mosby", "CRC Press", "Kluwer", "Brill",
    "Palgrave Macmillan", "Penguin Books", "W. W. Norton", "Lawrence Erlbaum Associates", "American Psychological Association", "AAAI Press",
    "Suhrkamp", "De Gruyter", "Gallimard", "Presses Universitaires de France", "Guilford Press", "World Scientific", "North-Holland",
)  # fmt: skip
SCHOOLS = (
    "University of {}",
    "{} University",
    "Technical University of {}",
    "Universität {}",
    "Department of Computer Science, {} University",
)
TOWNS = (
    "Stanford",
    "Oslo",
    "Toronto",
    "Cambridge",
    "Leeds",
    "Bonn",
    "Princeton",
    "Michigan",
    "California, Berkeley",
    "Warwick",
    "Utrecht",
    "Illinois",
)
GATHERINGS = (
    "Proceedings of the {nth} {body}Conference on {topic}", "Proc. {body}Conference on {topic}", "Proc. of the {nth} {body}Symposium on {topic}",
    "Proceedings of the {nth} {body}Workshop on {topic}", "{nth} {body}Conference on {topic}", "Proceedings of the {body}Symposium on {topic}",
    "Proceedings of {topic}", "Proc. Int. Conf. {topic}", "Advances in {topic}", "{year} {body}Conference on {topic} ({acronym})",
)  # fmt: skip
BODIES = ("ACM ", "IEEE ", "International ", "Annual ", "IEEE International ", "Annual ACM ", "", "European ", "IFIP ")
SMALL = frozenset("of the and for in on de et der und la des &".split())
ABBREVIATIONS = {
    "journal": "J", "international": "Int", "american": "Am", "british": "Br", "european": "Eur", "medicine": "Med", "medical": "Med",
    "research": "Res", "review": "Rev", "reviews": "Rev", "science": "Sci", "sciences": "Sci", "surgery": "Surg", "clinical": "Clin",
    "annals": "Ann", "archives": "Arch", "biology": "Biol", "biological": "Biol", "chemistry": "Chem", "chemical": "Chem",
    "biochemistry": "Biochem", "physics": "Phys", "physical": "Phys", "society": "Soc", "national": "Natl", "academy": "Acad",
    "proceedings": "Proc", "letters": "Lett", "applied": "Appl", "engineering": "Eng", "psychology": "Psychol", "psychiatry": "Psychiatry",
    "neurology": "Neurol", "pediatrics": "Pediatr", "association": "Assoc", "environmental": "Environ", "immunology": "Immunol",
    "genetics": "Genet", "pharmacology": "Pharmacol", "technology": "Technol", "transactions": "Trans", "communications": "Commun",
    "materials": "Mater", "nuclear": "Nucl", "dermatology": "Dermatol", "cardiology": "Cardiol", "physiology": "Physiol", "nursing": "Nurs",
    "molecular": "Mol", "veterinary": "Vet", "england": "Engl", "studies": "Stud", "advances": "Adv", "quarterly": "Q", "health": "Health",
    "investigative": "Invest", "investigation": "Invest", "experimental": "Exp", "rheumatology": "Rheumatol", "ophthalmology": "Ophthalmol",
    "oncology": "Oncol", "theoretical": "Theor", "mathematics": "Math", "mathematical": "Math", "social": "Soc", "management": "Manag",
    "agricultural": "Agric", "microbiology": "Microbiol", "pathology": "Pathol", "toxicology": "Toxicol", "nutrition": "Nutr",
}  # fmt: skip
BEFORE = ("[{}] ", "{}. ", "[{}]. ", "{} ", "({}) ", "{}) ")
AFTER = (" PMID: {}.", " [PubMed]", " Epub 2011 Mar 3.", " PubMed PMID: {}.", " [Google Scholar]", " [CrossRef]", " PMC{}.", " Accessed May 3, 2015.")  # fmt: skip
BODIES_THAT_WRITE = (
    "World Health Organization", "WHO", "ATLAS Collaboration", "CMS Collaboration", "European Commission", "American Psychiatric Association",
    "National Institutes of Health", "Centers for Disease Control and Prevention", "R Core Team", "U.S. Department of Health and Human Services",
    "OECD", "United Nations", "NIH Human Microbiome Analysis Team", "International Committee of Medical Journal Editors", "The Cochrane Collaboration",
    "Office for National Statistics", "UNESCO", "Food and Agriculture Organization of the United Nations", "Department of Health",
    "European Society of Cardiology", "IPCC", "American Diabetes Association", "World Bank", "Ministry of Education",
)  # fmt: skip
SPANS_OF_YEARS = (
    ", 1914-1918",
    ", 1850–1920",
    " (1789–1815)",
    ", 400-700",
    ", 909-1049",
    ": 1800-1860",
    " c. 900-700 B.C.",
    " in 1968",
    ", 1950 to 1990",
)
SITES = (
    "http://www.{}.org/{}",
    "https://www.{}.com/{}.html",
    "http://{}.edu/~{}",
    "https://{}.gov/{}/index.html",
    "www.{}.org/{}.pdf",
)
