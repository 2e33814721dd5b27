"""Words of English that decide what a capitalised word can be. Whom or what a name names is in the knowledge."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def words(text: str) -> frozenset[str]:
    """The words of a text parted by spaces, as a set."""
    return frozenset(text.split())


FUNCTION_WORDS = words("""
    a an and are as at be but by can do for from go had has have he her him his i if in is it its may me more most my
    no nor not of on one or our out over own per she so some such than that the their them then there they this those
    to too two under until up us was we were what when where which while who why will with within without would you
    your
""")
"""Words that mean nothing as a lone typed name, whatever short form is spelled like them (`who`, `is`, `it`)."""

GENERIC_NAME_WORDS = FUNCTION_WORDS | words("""
    republic democratic people peoples united states kingdom union federation federal islands island saint new north
    south east west northern southern eastern western central great grand state city part region territory
""")
"""Words of names of countries that do not tell which."""

MONTHS = words("""
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec
""")
WEEKDAYS = words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
""")


@cache
def common_words() -> frozenset[str]:
    """English words that are mostly written with a small letter, counted in public text (GUM corpus)."""
    return frozenset(files("geotui.actors").joinpath("common_words.txt").read_text("utf-8").split())


ABBREVIATIONS = words("""
    mr mrs ms dr st prof gen lt col maj capt sgt cpl adm cmdr brig sen rep gov pres hon rev fr msgr supt sec pvt spc
    pfc jr sr mme mlle vs atty insp det th kh zh sh ph
""")
"""Words written with a dot that ends no sentence."""

SPEECH = words("""
    said says say told tells added adds wrote writes tweeted warned warns called calls vowed urged insisted insists
    argued argues claimed claims denied denies declared explained noted stressed acknowledged asked replied recalled
    recounted testified predicted announced announces promised pledged accused suggested conceded quipped remarked
    commented concluded confirmed confirms complained cautioned countered criticised criticized hailed praised believes
    thinks hopes wants joked laughed wept smiled nodded shrugged shouted whispered sobbed born
    thanked apologised apologized hugged kissed prayed cried pleaded begged tweets
    resigned arrived met visited flew won lost died agreed refused rejected reiterated
""")
"""Verbs of which a person is mostly the subject."""

HEADLINE_VERBS = words("""
    abandons accuses appoints approves ascends assails axes bemoans berates bids blasts blesses blocks braves chastises
    cheers chides cites clashes concedes condemns criticises criticizes dares decries defies denounces derides disavows
    dismisses downplays embraces endorses expels flees flies forgives fumes greets grills hails halts hints hugs imposes
    invites jeers lambasts lashes lauds lifts lures mocks mourns mulls nixes ousts overhauls pardons pleads ponders
    postpones presses prods quashes rallies rebuffs rebukes rebuts refuses renews repeals reshuffles resigns ridicules
    rues sacks scoffs scolds scraps shields shrugs shuns slams snubs soars spurns stalls stuns sues sways testifies
    tightens touts unveils vetoes vows wades weighs quits urges wins
""")
"""Verbs of headlines that a word of everyday English with an `s` does not give."""

BEFORE_SPEAKER = words("said says told added wrote asked warned explained recalled noted argued insisted")

QUALIFIERS_PAST = words("former ex then late ousted deposed previous past onetime erstwhile outgoing")
"""Before an office: he holds it no more, or not for long."""

NOT_THE_HOLDER = words("""
    former ex then late next a an any new future previous last every no another deputy vice assistant acting interim
    first past if aspiring would potential possible prospective shadow pro anti same two three several other second
    third only sitting self proclaimed declared ousted deposed toppled exiled jailed imprisoned disgraced opposition
    onetime erstwhile incoming fictional fellow
""")
"""Before a role without a name: it is not the one who holds it."""

BEING = words("""
    is are was were be been being become became becomes becoming remain remains remained elected appointed named
    nominated inaugurated
""")
"""Before a role: it is said of someone who is named."""

SEEKING_OFFICE = words("""
    candidate candidates hopeful hopefuls contender contenders nominee nominees elect designate aspirant post job role
    position seat race election elections title runner presumptive emeritus consort
""")
"""After a role: it is not the one who holds it, or no person at all."""

TITLES_OF_ONE = words("pope pontiff taoiseach")
"""Titles that only one person in the world holds."""

ROLE_WORDS = words("""
    foreign policy national security top senior chief deputy vice assistant special presidential former ex acting
    interim outgoing incoming new newly elected longtime veteran retired military political economic domestic trade
    defence defense interior opposition ruling party state regional local government ministry federal supreme high
    conservative liberal socialist social democratic republican communist hardline reformist moderate nationalist
    far right left wing leading prominent influential jailed exiled ousted deposed embattled then caretaker hawkish
    executive managing general founding permanent private press principal associate
    and of the for affairs committee council commission parliament parliamentary senate house
""")
"""Words that may stand between a country and the title, or before the title, and belong to the role."""

THING_HEADS = words("""
    party times post news daily herald tribune journal gazette guardian observer telegraph press agency organisation
    organization association union federation league alliance coalition front movement brigade brigades army navy
    force forces guard guards corps battalion regiment division command committee commission council congress
    parliament assembly senate house ministry department bureau office institute institution centre center university
    college school academy museum library hospital church cathedral mosque temple bank group company corp corporation
    inc ltd plc co llc ag gmbh sa nv spa holdings industries motors airlines airways airport station bridge tunnel road
    street avenue square plaza park stadium arena theatre theater hotel palace castle tower gate fort port harbour
    harbor sea ocean river lake bay gulf strait straits canal channel island islands peninsula cape mount mountain
    mountains valley desert forest province region district county state states city town village territory republic
    kingdom empire emirate war wars revolution uprising spring massacre olympics olympic games cup championship
    championships championship tournament open grand prix festival award awards prize summit conference forum treaty
    agreement accord accords pact protocol convention constitution act bill law code day week month year eve holiday
    foundation fund trust society club network television tv radio channel media studios pictures records court
    tribunal prison camp programme program project plan initiative operation mission fleet squadron missile system
    index exchange securities stock market capital partners airbus boeing electric energy oil gas petroleum telecom
    telekom pharmaceuticals laboratories systems technologies technology software international global worldwide
    service services authority administration board bloc zone line wall highway coast heights hills beach falls
    springs side shore strip bank crossing front north south east west northern southern eastern western central
    minister president street rights watch action nations peoples crescent cross jihad brotherhood taliban
    united rovers athletic wanderers albion fc sc cf dynamo hurricane typhoon cyclone storm tribe rouge khalq
    observatory newsroom unit education affairs finance health security relations welfare culture economy intelligence
    nutrition interior defence defense safety books publishers properties minerals resources logistics textiles foods
    beverages insurance advisory consulting consultancy associates construction engineering chemicals shipping railways
    mining mob branch personnel corruption advisors
""")
"""Words at the end, or in the midst, of names of things and places: a run of capitals with one is no person."""

PLACE_BEGINNINGS = words("st saint mount fort jabal jebel wadi khirbet kfar beit deir ain ein bab cerro isla puerto")
"""First words of names of places."""

THING_CUES = words("""
    newspaper company group ship vessel tanker daily weekly magazine agency bank party village town city district
    province region county state suburb island river airport airline firm carrier station broadcaster channel website
    festival hotel restaurant neighbourhood neighborhood stadium prison camp base port brand manufacturer retailer
    giant shares stock index unit plant refinery missile missiles system aircraft jet jets helicopter helicopters virus
    militia movement faction rebels fighters guerrillas troops governorate oblast prefecture municipality hospital
    university school mosque church bridge road street square team side club match league cup tournament ltd inc corp
    crossing valley mountain lake island desert oilfield gasfield pipeline dam site complex checkpoint
""")
"""Words next to a name that say it is no person's."""

NAMED_AFTER = words(
    "airport stadium street square bridge hospital university prison avenue park school mosque award prize"
)
"""After a person's name: a thing named after the person."""

PERSONAL_MATTERS = words("""
    case trial affair scandal campaign administration presidency murder killing assassination inquiry family verdict
""")
"""After a person's name: a matter of that person, `the Ann Lee case`."""

LOCATIVES = words("in at near outside inside into across around throughout toward towards via off")

MONTHS_AND_DAYS = MONTHS | WEEKDAYS

NEVER_NAMES = (
    FUNCTION_WORDS - words("may will")
    | MONTHS_AND_DAYS - words("may april june august jan mar sun sat mon wed")
    | words("""
    mr mrs ms miss i'm i've i'll i'd it's that's there's here's what's who's he's she's we're they're don't didn't
    isn't also yet however meanwhile although though because since while after before during despite about above
    against among between both each either every few many several these both all another other others earlier later
    still even once just only again back never always often recently today tomorrow yesterday now here where there
    how whether instead moreover nevertheless nonetheless therefore thus otherwise indeed perhaps maybe except
    following according asked speaking citing quoting like unlike given amid along beyond besides apart upon toward
    god internet christianity judaism communism covid christmas easter ramadan muslim muslims christian
    christians jew jews jewish islamic islamist sunni shia shiite shi'ite arab arabs african africans european
    europeans asian asians latin kurd kurds kurdish tatar tatars catholic orthodox protestant hindu hindus buddhist
    nazi nazis soviet communist communists socialist democrat democrats republican republicans tory tories labour
    cold autumn south northern southern eastern western central photo photograph file editor's read watch english
    administration government cabinet mideast midwest
""")
)
"""Words that never belong to a person's name by themselves, capital or not."""

MAYBE_SURNAMES = words("islam black white green blue red north west east may march winter summer spring day")
"""Words that are a surname only after a given name, or where the text has named its bearer so."""

SMALL_SURNAMES = words("to so an do he in on you me may will")
"""Small words that are a surname right after a given name, when they have a capital: `James To`."""

KIN = words("""
    wife husband son daughter brother sister mother father uncle aunt cousin nephew niece grandson granddaughter
    grandfather grandmother partner fiance fiancee widow widower boyfriend girlfriend friend colleague neighbour
    neighbor sons daughters brothers sisters friends
""")
"""Before a name, with a comma or without: it is a person's."""

PRONOUNS_OF_PEOPLE = words("he she his her him himself herself")

HONORIFICS = words("u daw alhaja alhaji pak ibu")
"""Before a name of two words and more, and no part of it."""

DATE_PREPOSITIONS = words(
    "in on last since until till this next early late mid by from during before after through of to"
)

SURNAME_ENDINGS = tuple(
    sorted(
        words("""
    ov ova ev eva enko sky skyy skiy skii skaya ski ska wicz vich vic vych shvili dze oglu yan opoulos akis idis sen
    son dottir stein berg mann ini elli etti ulu zadeh pour nejad ullah uddin khani wala escu ez ic
""")
    )
)

NAME_TITLES = words(
    "shah king prince sultan baron earl duke dean judge pope bishop major marshal sheikh haji sister page"
)
"""Titles that also stand inside or at the end of names."""

AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ee", "smith", "wife", "herd", "monger", "eer")
"""Endings of words for what a person does: `the baker`, `a pharmacist`."""

NO_AGENTS = words("""
    newspaper river number order centre center water matter paper letter chapter quarter corner border tower power
    weather winter summer September October November December manufacturer retailer lender provider carrier supplier
    producer insurer operator exporter importer publisher broadcaster cruiser destroyer bomber tanker freighter
    helicopter quarter factor sector harbour harbor door floor corridor error motor reactor war tour hour human german
    restaurant plant giant instant restraint committee coffee refugee pier career volunteer under over after other
    another either neither rather whether never ever later earlier former latter greater larger bigger smaller higher
    lower older younger however together further cyber offer dinner transfer summer cover master computer
    italian russian indian canadian australian iranian ukrainian brazilian nigerian egyptian norwegian syrian
""")
"""Words with such endings that are no people's."""

CREDIT_WORDS = words("via for by and of file photo photos handout pool courtesy the image images picture credit")

PAST_CUES = words("when then late era under during ago decade decades history once")
"""Words of a sentence that may speak of another time than its own."""

MEDIA_HEADS = words("times post daily news today herald airlines airways air sea morning star tribune")
"""After a country's name: a paper, an airline or a sea, not the country."""

STATE_CUES = {
    "georgia": words("atlanta savannah fulton alabama florida carolina tennessee kemp raffensperger warnock"),
    "turkey": words("thanksgiving roast stuffing poultry"),
    "washington": words("seattle spokane tacoma"),
    "chad": words("hanging dimpled"),
}
"""Words in a text that say a country's name means another thing in it."""

STATES = words("""
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
    nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario manitoba
    saskatchewan alberta ala ariz ark calif colo conn fla ill ind kan ky mass mich minn mo mont neb nev nh nj nm ny nc
    nd okla ore pa ri sc sd tenn tex vt va wash wva wis wyo ont
""") | {"new hampshire", "new jersey", "new mexico", "north carolina", "south carolina", "west virginia"}
"""After a comma they make a town of the name before it: `Paris, Texas`. Not those that stand in lists of capitals."""

OF_A_STATE = words("""
    state governor gov senator senators sen rep congressman congresswoman republican republicans democrat democrats
    attorney legislature lawmakers voters residents native resident runoff runoffs electors football tech
""")
"""After a name that a country and an American state share: it is the state."""

MOSTLY_OTHERS = words("hamilton stanley douglas kingston victoria male nassau georgetown plymouth reunion jersey")
"""Capitals and territories that are mostly something else: they count where their country is named besides."""
