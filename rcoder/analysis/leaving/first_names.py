"""First names that are common in Denmark, in plain lower case; made from general knowledge, and never whole."""

from __future__ import annotations

_DANISH = """
aage adam agnes agnete aksel albert alberte alexander alfred allan alma anders andrea andreas ane anette angela anita
anja ann anna anne annelise annemarie annette annie anni anton arne arthur asbjørn asger asta astrid august axel bodil
benedikte benjamin bente bent berit bertel bertha birger birgit birgitte birte birthe bitten bjarke bjarne bjørn bo boris
britt britta brian bruno børge camilla carina carl carla carlo carsten caroline casper cecilie charlotte chris christa
christel christen christian christiane christina christine christoffer claes clara clas claus connie conny conrad
dagmar dagny dan daniel david dennis ditte dorrit dorte dorthe dorthea ebba ebbe edith edvard egon ejnar ejvind elias
elin elisa elisabeth elise ella ellen elly else elna elsebeth emil emilie emma erica erik erika erling ernst ester esther
eskil eva evald evy fie filip finn flemming folmer frank franz freddy frede frederik frederikke freja frida fritz
gerda gert gertrud gitte grethe grete gudrun gunhild gunnar gunver gurli gustav gry hanne hannah hans harald harry heidi
heine helen helena helene helga helge helle henning henny henriette henrik henry herluf hermann hilda hilde holger
hugo ib ida inga inge inger ingeborg ingelise inger-lise ingolf ingrid irene iris irma isabella ivan iver jack jacob
jakob jan jane janne jannik jannie janus jean jeanette jeanne jens jeppe jes jesper jette jimmy joachim joan joakim
johan johanna johanne johannes john johnny jon jonas jonathan josef josefine julia julie julius jytte jonna jørgen jørn
kai kaj karen karin karina karl karla karoline kasper kate katja katrine kathrine keld keld kenneth kenny kent kerstin
kim kirsten kirstine kjeld klaus klara klavs knud konrad kristian kristina kristine kristoffer kurt käte laila lars
lasse laura laurids laurits lea leif lena lene leo leon leonora lillian lilly lily linda line linea linnea lis lisa
lisbet lisbeth lise liselotte lissi liv lizzi lone lonni lotte louis louise lovise lucas lucia ludvig lukas lulu lykke
lærke mads magda magnus magnhild maja malene malthe malte manfred marco maren margit margrethe margrete maria marianne
marie marina mark markus marlene martha martin mathias mathilde mathilda matthias matias mattis max maya merete merle
meta mette mia michael michelle mie mikael mike mikkel minna mille milla mira mogens mona morten nana nanna natasja
natalie nete nicklas nicoline nicolai niels nikolaj nikoline nina nils noah nora oda ole olav olaf olga oliver olivia
oluf orla oscar oskar otto ove patrick paul paula paw peder per pernille peter petra pia poul preben ragnhild ralf
randi rasmus rebecca regitze rene renè rené richard rie rigmor rikke rita robert robin roger rolf ronni ronny rosa rose
rosita rudi rudolf rune ruth sabine sabrina sally samuel sandra sanne sara sarah sebastian selma sidsel sif signe sigrid
sigurd silas silje simon simone sine siri siv sofia sofie solveig sonja sonny sophie stefan steen sten stephan steffen
stig stine storm sune susan susanne svend sven sussi susie sylvester sylvia søren tage tanja teis terese tanya thea
theodor theis theresa therese thomas thor thora thorbjørn thorkild thorvald tim tina tobias tom tommy tone tonny torben
tore torkil torsten tove trine troels tue ulf ulla ulrich ulrik ulrikke ulrike uffe ursula vagn valborg valdemar verner
vera verner vibeke vicki victor victoria vigga viggo viktor viktoria vilhelm villads villy villiam viola viva vita
vivi vivian walther werner wilhelm william willy winnie yrsa yvonne zenia åge åse asbjørg bertil bjørk ellinor eline
ebbe esben frodo hjalmar hjørdis henny ilse jannick jasper jenny jessica jeannette jim joy kirstine lauge lauritz
lennart lilian lizette magnild marius martine mathis melanie merethe minea mathea nadia naja nikita niklas nynne ottilia
palle pil pelle ronja rosemarie sander sanna sigga stella svetlana tenna tilde tilda tina tyge ville wagn wivi
"""
_FROM_ELSEWHERE = """
abdi abdul abdullah abdullahi adnan ahmad ahmed aisha aishe aleksander aleksandra ali alina amal amina amir amira
amalie anastasia anita aras arif ayse ayşe ayub aylin aziz bashir bilal bahar blerim burak canan dalia danuta darius
deniz dilan dragan emine emir enes erkan ewa fadi fadumo faisal farah faris farid farida fatima fatma fatme fatih
faten fawzia ferhat filiz goran gulsen gülsen hadi hajar halima hamid hamza hana haris hasan hassan hatice hava hawa
hussain hussein hüseyin huda ibrahim idris igor ilyas imad iman imran irina ismail ivana iwona jamal jamila jasmin
jasmina jelena joanna jolanta jovan kamal kamil karim katarzyna kemal khadija khadra khaled khalid krzysztof layla
leila leyla ljubica magdalena mahad mahmoud mahmud malik malika małgorzata mariam maryam marwan mehmet mehdi merve
milan milos mina mirjana mohamad mohamed mohammad mohammed mona muhammad muhammed murat mustafa mustapha nada nadja
nasir nasrin natalia nawal nazir nevin nimo noor nour nur omar omer osman özlem pawel piotr rahma ramazan rana rania
rashid reza rima rukia saad sabah said salah salam salem saleh salma samah sami samir samira sana sanja selim semra
serap serkan shirin slobodan snezana soraya suad suleiman sultan svetlana sümeyye tamara tarek tariq tatjana usman
vesna viktoria vladimir walid warsame yasin yasmin yasmina yildiz yosef youssef yousif yusuf zahra zainab zaynab zeinab
zeynep zoran zuhal łukasz agnieszka tomasz
"""
FIRST_NAMES = frozenset(f"{_DANISH} {_FROM_ELSEWHERE}".split())
"""As plain words."""
