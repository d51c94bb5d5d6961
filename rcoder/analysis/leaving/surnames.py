"""Surnames that are common in Denmark, and names that are words of the language too; made from general knowledge."""

from __future__ import annotations

_SURNAMES = """
aagaard abdi abildgaard abrahamsen adamsen agerholm ahmed albertsen ali andersen andreasen andresen antonsen
arnesen axelsen bach bache bak balle bang bay bech beck bendtsen bengtsen berg bertelsen berthelsen birch
birk birkedal bisgaard bjerg bjerre bjerregaard bjørn blom boesen bonde bonnesen borg borup brandt bro
brodersen broe bruhn brun bruun buch buhl bundgaard byskov bæk bøgh carlsen carstensen caspersen christensen
christiansen christoffersen clausen clemmensen dahl dahlgaard dalgaard dall dalsgaard dam damgaard damsgaard
daugaard davidsen degn didriksen due duus ebbesen eg egelund eliasen elkjær enevoldsen erichsen eriksen
eskildsen espersen fischer fisker fogh frandsen frank frederiksen friis from frost fuglsang gade gammelgaard
gertsen gottlieb gram graversen gravesen gregersen greve grøn grønbæk grønlund guldager gundersen haagensen
hald hansen hansson harder hartmann hassan hedegaard hein helms hemmingsen hendriksen henningsen henriksen
hermansen hertz hessel hjort hjorth hoff hoffmann holm holmgaard holst holt hossain hougaard hove hussein
husted hvid høgh højer højgaard høyer ibsen isaksen iversen jacobsen jakobsen jansen jensen jeppesen jepsen
jespersen jessen johannesen johannsen johansen johnsen jonassen josefsen josephsen juel juhl justesen juul
jæger jørgensen kaas karlsen karstensen kaspersen khan kirk kirkegaard kjeldgaard kjeldsen kjær kjærgaard
kjærsgaard klausen klein klitgaard knudsen koch kofoed kold kongsgaard krabbe kragh kristensen kristiansen
kristoffersen krog krogh krogsgaard kruse kvist kyed kærgaard køster langballe lange larsen lassen lau
lauridsen lauritsen lauritzen laursen laustsen leth lind lindberg linde lindgaard lindholm ljungberg
lorentzen lorenzen ludvigsen lund lundberg lunde lundgaard lundgren lundsgaard lynge lyngsø løvgren madsen
magnussen marcussen markussen markvardsen mathiasen mathiassen mathiesen matthiesen meier meyer michaelsen
michelsen mikkelsen mogensen mohamed mohammad mohammed monrad mortensen mouritsen mouritzen munch munk
munkholm mølgaard møller mørch mørk nedergaard nguyen nicolaisen nielsen nikolajsen nissen nordentoft nyborg
nygaard nymann nørgaard nørregaard odgaard olesen olsen oppermann osman ottesen ottosen overby overgaard
pallesen paulsen pedersen petersen pilgaard poulsen quist raahauge rafn rahbek rask rasmussen ravn refsgaard
riis risager roed rohde rosenberg rosendahl rosenkilde rosenkrantz rømer salomonsen samuelsen sandberg
schack schmidt schou schrøder schultz schulz schwartz siggaard simonsen skaarup skov skovbjerg skovgaard
skovsgaard skytte sloth smed smith sommer sonne steen steenberg steffensen stensgaard stephansen stokholm
storgaard storm strand strøm svane svendsen svenningsen søgaard sønderby søndergaard sørensen tang
therkelsen therkildsen thomassen thomsen thorsen thorup thygesen thøgersen toft toftegaard torp tranberg
troelsen tønnesen uldall ulriksen vad vang vester vestergaard villadsen villumsen vind vinther vistisen
vognsen wagner weber wind winkel winther wulff yde yilmaz zachariassen østerby østergaard ågård
"""
SURNAMES = frozenset(_SURNAMES.split())
"""As plain words."""

_WORDS_TOO = """
alma amal april art ask august bak balle bang bay bent berg bill birk bjerg bjørn blom bo bonde borg bro
brun buhl bæk chance dag dahl dal dall dam dan dawn degn drew due eg else ester faith fie finn fisker frank
fred friis frisk from frost gade gene god grace gram greve gry grøn hald hans harder hein helle hertz hjort
hoff holm holt hope hove hvid høj højer iman inge iris isabella jan joy jul juni juul jæger kaj kim kirk
klein kold krog krogh kruse kvist lange lau leo leon lind linde line lis liv lone lund lunde lykke lærke
madame mai maj malte mark max may maya merle mie miles mille min mina mira munk mørk nada nick noor norma
nour nur nyborg ove overby pat per pil rask ravn rie rob robin rosa rose rune sabah said salam salem sally
sander sif signe sine siv skov sky skytte smed smith sol solveig sommer sonne steen stella sten stig storm
strand strøm sue sultan summer sune sus svane tage tang tilde tim toft tom tone torp tove tue vad vagn vang
vera vester vibe viktor ville vind viola vita viva vivi will wind winkel yde
"""
WORDS_TOO = frozenset(_WORDS_TOO.split())
"""Names that are ordinary words, places or months too: only a capital inside a sentence makes them names."""
