"""The 98 municipalities of Denmark, its regions and larger towns."""

from __future__ import annotations

_MUNICIPALITIES = """
Albertslund|Allerød|Assens|Ballerup|Billund|Bornholm|Brøndby|Brønderslev|Dragør|Egedal|Esbjerg|Fanø|Favrskov|Faxe
Fredensborg|Fredericia|Frederiksberg|Frederikshavn|Frederikssund|Furesø|Faaborg-Midtfyn|Gentofte|Gladsaxe|Glostrup|Greve
Gribskov|Guldborgsund|Haderslev|Halsnæs|Hedensted|Helsingør|Herlev|Herning|Hillerød|Hjørring|Holbæk|Holstebro|Horsens
Hvidovre|Høje-Taastrup|Hørsholm|Ikast-Brande|Ishøj|Jammerbugt|Kalundborg|Kerteminde|Kolding|København|Køge|Langeland|Lejre
Lemvig|Lolland|Lyngby-Taarbæk|Læsø|Mariagerfjord|Middelfart|Morsø|Norddjurs|Nordfyns|Nyborg|Næstved|Odder|Odense|Odsherred
Randers|Rebild|Ringkøbing-Skjern|Ringsted|Roskilde|Rudersdal|Rødovre|Samsø|Silkeborg|Skanderborg|Skive|Slagelse|Solrød|Sorø
Stevns|Struer|Svendborg|Syddjurs|Sønderborg|Thisted|Tønder|Tårnby|Vallensbæk|Varde|Vejen|Vejle|Vesthimmerland|Viborg
Vordingborg|Ærø|Aabenraa|Aalborg|Aarhus|Vesthimmerlands|Jammerbugten
"""
_TOWNS = """
Amager|Birkerød|Bjerringbro|Brande|Bramming|Bording|Brørup|Charlottenlund|Christiansfeld|Djursland|Dronninglund|Ebeltoft
Espergærde|Farum|Farsø|Fensmark|Frederiksværk|Fuglebjerg|Fyn|Faaborg|Galten|Gilleleje|Give|Glamsbjerg|Grenaa|Grenå|Grindsted
Gråsten|Hadsten|Hadsund|Hals|Hammel|Haslev|Havdrup|Hellerup|Hinnerup|Hirtshals|Hobro|Hornslet|Hornsyld|Humlebæk|Hundested
Hvide Sande|Hvalsø|Høng|Ikast|Jyderup|Jylland|Jægerspris|Karup|Kjellerup|Kokkedal|Korsør|Lystrup|Løgstør|Løgumkloster
Løkken|Maribo|Marstal|Mors|Munkebo|Nakskov|Nexø|Nibe|Nivå|Nordborg|Nykøbing Falster|Nykøbing Mors|Nykøbing Sjælland
Nørresundby|Otterup|Padborg|Præstø|Pandrup|Ribe|Ringe|Ringkøbing|Ry|Rødby|Rødding|Rødekro|Rønde|Rønne|Sakskøbing|Sjælland
Skagen|Skals|Skibby|Skjern|Skælskør|Skærbæk|Slangerup|Solrød Strand|Stege|Stenløse|Stoholm|Store Heddinge|Storvorde|Strib
Strandby|Støvring|Svenstrup|Sæby|Søborg|Sønderjylland|Sunds|Tarm|Taastrup|Tisvildeleje|Toftlund|Tørring|Ulfborg|Ulstrup
Valby|Vamdrup|Vanløse|Vejby|Vestbjerg|Videbæk|Vildbjerg|Vinderup|Vinding|Virum|Vodskov|Vojens|Værløse|Ølgod|Ølstykke
Ørbæk|Aars|Års|Århus|Åbenrå|Ålborg|Årslev|Nordjylland|Midtjylland|Syddanmark|Hovedstaden|Malmø|Flensborg|Nuuk|Tórshavn
Copenhagen|Elsinore|Zealand|Funen|Jutland
"""


def _listed(text: str) -> frozenset[str]:
    return frozenset(each for row in text.split("\n") for each in row.split("|") if each)


PLACES = _listed(_MUNICIPALITIES) | _listed(_TOWNS)
"""As they are written."""

_PLACES_TOO = """
vejen skive greve odder varde hals ry ringe give tarm mors brande stege strib skals hammel års hovedstaden løkken sunds
"""
PLACES_TOO = frozenset(_PLACES_TOO.split())
"""Places that are ordinary words too, casefolded: only a capital inside a sentence makes them places."""
