"""The words by which a label is known, or known to be none: Danish, Norwegian, Swedish and English."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INTERVIEWERS = _words(
    """interviewer intervieweren intervjuer intervjueren intervjuar intervjuare intervjuaren forsker forskeren
    forskar forskare researcher spørger spørgeren spørgsmål spørsmål question moderator facilitator"""
)
"""Words that make a label the interviewer's, alone or beside a name or number."""
SHORT_INTERVIEWERS = _words("i int iv q")
"""The same as whole labels only."""

ROLES = INTERVIEWERS | _words(
    """interviewperson interviewpersonen interviewede interviewee intervjuperson ip informant informanten informanter
    respondent respondenten respondenter borger borgeren mentor mentoren medmentor sagsbehandler sagsbehandleren
    jobkonsulent jobkonsulenten virksomhedskonsulent konsulent konsulenten beskæftigelseskonsulent rådgiver
    rådgiveren socialrådgiver socialrådgiveren koordinator koordinatoren projektleder projektlederen leder lederen
    teamleder afdelingsleder mellemleder chef virksomhed virksomheden arbejdsgiver arbejdsgiveren
    virksomhedsrepræsentant kollega kollegaen deltager deltageren fokusperson ordstyrer ordstyreren taler speaker
    tolk tolken læge lægen psykolog pårørende mor far datter søn bror søster ægtefælle hustru kæreste kone partner
    bisidder observatør person svar fagperson støtteperson medarbejder medarbejderen coach kontaktperson
    patient klient klienten bruker brukeren bruger brugeren elev lærer pædagog sygeplejerske virksomhedsmentor
    participant citizen caseworker employer employee client manager consultant counsellor counselor mother father
    translator interpreter answer interviewees respondents student teacher nurse doctor host guest unknown ukendt
    deltaker deltaker saksbehandler veileder lege deltagare handläggare alle begge flere stemme voice"""
)
"""Words that name a part in an interview, so that one occurrence is enough."""

FIELDS = _words(
    """dato date sted place location varighed længde duration tid tidspunkt time start slut optagelse optaget lydfil
    fil filnavn file filename projekt project emne subject titel title transskriberet transskription transkription
    transskribering transkriberet transcribed transcriber transcript transskribent udskrevet transskriberes
    deltagere participants attendees antal alder age køn gender interviewtype interviewnr interviewnummer interview
    interviewdato interviewguide kommune municipality kilde source id case sag version sprog language kodet coded
    anonymiseret noter notes baggrund background tegnforklaring forklaring link kontakt e-mail email mail telefon
    tlf reference fase bølge wave format opptak varighet sagsnummer sagsnr journalnr recorded recording mødested
    metode organisation arbejdsplads stilling uddannelse rolle role"""
)
"""Keys of the heading of a transcript."""

NEVER = FIELDS | _words(
    """note obs nb ps bemærk eksempel fx f.eks eks kommentar konklusion resultat resume resumé sammendrag
    uge dag kapitel tema punkt del afsnit side trin bilag figur tabel nr week day chapter part theme topic section
    page step phase figure table appendix example remark warning http https mailto kl klokken re vedr vedrørende
    sign underskrift ja nej jo nå ok okay mm mhm hmm øh øhm ah aha hej tak yes no yeah well so and but or men så og
    eller fordi altså dvs jamen javel selvfølgelig nemlig hello hi thanks right sure
    mandag tirsdag onsdag torsdag fredag lørdag søndag monday tuesday wednesday thursday friday saturday sunday
    januar februar marts april juni juli august september oktober november december
    dagsorden indhold overskrift agenda formål spørgeguide opfølgning problem problemet løsning svaret
    først dernæst derefter endelig bagefter senere dengang nu her der hvad hvem hvor hvornår hvordan hvorfor hvilken
    what who where when how why first then finally later"""
)
"""First words that no label has."""

SENTENCE = _words(
    """jeg du han hun den det vi man mig dig ham hende dem os jer min mit mine din dit dine sin sit sine hans hendes
    deres vores er var bliver blev har havde kan kunne skal skulle vil ville må måtte bør gør gjorde går gik kom
    kommer får fik ser så sagde siger sige sagt spurgte spørge svarede svarer svare tænkte tænker tænke mente
    mener råbte skrev skriver skrive lyder lød hedder hed betyder at som hvis når fordi ikke på til på om ved efter
    før under over mod hos uden også kun bare jo da her der følgende nogle noget nogen alt denne dette disse sådan
    sådanne mange flest især eneste samme
    he she it we they is are was were be been has have had can could will would shall should must may might do does
    did said says say asked asks answered thought think thinks told means meant that which if because not on at
    about into following some any this these those my your his her their our its just there here
    eg jeg ho dei vi me sa seier sier sagt spurte svarte tenkte tenker mener var har hadde ikkje ikke det som"""
)
"""Words of sentences: a label that holds one of them outside brackets is part of one."""

PARTICLES = _words(
    "og and & + i in fra from for af of the von van de der da la le du den till til ved a.k.a. m.fl. m.fl fra"
)
"""Lower-case words that names and titles may hold."""

PLACES = _words(
    """aabenraa aalborg aarhus århus albertslund allerød assens ballerup billund brøndby brønderslev dragør egedal
    esbjerg fanø favrskov faxe fredensborg fredericia frederiksberg frederikshavn frederikssund furesø faaborg
    gentofte gladsaxe glostrup greve gribskov guldborgsund haderslev halsnæs hedensted helsingør herlev herning
    hillerød hjørring holbæk holstebro horsens hvidovre høje-taastrup hørsholm ikast ishøj jammerbugt kalundborg
    kerteminde kolding københavn copenhagen køge langeland lejre lemvig lolland lyngby mariagerfjord middelfart
    morsø norddjurs nordfyn nyborg næstved odder odense odsherred randers rebild ringsted roskilde rudersdal rødovre
    samsø silkeborg skanderborg skive slagelse solrød sorø stevns struer svendborg syddjurs sønderborg thisted tønder
    tårnby vallensbæk varde vejen vejle vesthimmerland viborg vordingborg ærø danmark denmark jylland sjælland fyn
    bornholm nørrebro vesterbro østerbro amager ribe skagen grenaa nykøbing maribo nakskov oslo bergen trondheim
    stavanger tromsø stockholm göteborg malmö lund norge sverige norway sweden london england kommunen jobcenteret
    jobcentret færøerne grønland tyskland berlin hamburg flensborg"""
)
"""Places that begin a sentence with a colon more often than a turn."""
FIRST_NAMES = _words(
    """anne anna kirsten mette hanne helle susanne lene maria marianne inge karen lone camilla pia louise charlotte
    bente gitte jette tina ida emma julie ulla birgit birgitte sofie sara katrine cecilie laura lise mathilde christina
    line rikke dorthe dorte trine heidi tove ellen else ingrid grethe marie anja maja malene signe stine freja karin
    vibeke lis ruth annette anette inger kirstine johanne emilie astrid nanna sanne winnie rita irene tanja sandra
    katja simone caroline amalie clara alma olivia fatima aisha amina zahra birthe lizzi merete margit ditte majbritt
    peter jens lars michael henrik thomas søren jan christian martin niels anders morten jesper hans jørgen mads per
    ole rasmus kim poul kasper simon erik klaus claus john bent jacob jakob frederik torben bo mikkel daniel carsten
    karsten steen brian finn ali mohamed mohammed ahmed hassan omar kurt tommy leif flemming allan frank kenneth kaj
    knud svend preben ib arne bjarne johnny dennis rene rené nikolaj nicolai oliver emil victor viktor lucas lukas
    mathias mathies magnus alexander sebastian philip tobias jonas jonathan gustav karl carl oscar oskar noah william
    august anton malthe villads elias valdemar arthur ove børge gunnar helge verner åse ebbe eigil troels uffe keld
    kjeld ulrik stig palle per-ole lasse benny ronni ronny mustafa yusuf ibrahim bjørn tage otto"""
)
"""Common Danish first names."""
