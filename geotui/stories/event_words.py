"""How common words are in news, roughly: what an archive of any size would tell, for one that is too small to tell it.

Three classes, by how many of a hundred English reports have the word: a third and more, a tenth, a thirtieth. What is
not listed is taken for rare until the archive shows otherwise. What must not be in here: texts, weights.
"""

from __future__ import annotations

from collections.abc import Mapping

from geotui.stories.spelling import one_form

_MOST = """
a about according after against all also an and another any are around as at be because been before being between but
by can could day did do does during eight first five for former found four from get go going group had has have he her
him his how i if in including into is it its just last like made make many may me more most much my new nine no not
now of off on one only or other our out over own people percent said same say says seven she should since six so some
still such take ten than that the their them then there these they this those three through time to told too took two
under up us very was we were what when where which while who whom whose why will with would year years you your
"""

_MANY = """
able above accused across action added adding address again agency ago agreed agreement allow allowed almost alone
along already although always am amid among announced anyone area asked attack authorities available away back bad
become began begin behind believe best better big body both bring brought building business call called came campaign
car carried case cause center central change charge charged chief child children city claim claimed clear close come
comes coming comment community company concern condition conference confirmed continue continued control council
country county court cut damage data days dead deal death decided decision defense department despite died different
director down due each earlier early east economic effort eight end enough even evening event ever every everyone
evidence expected fact failed fall family far father federal few fight final find fire five following food force
forced forces four free friday friends full future gave general give given global good government great ground had
half hand happened hard head health held help high himself history hit home hope hospital hour hours house however
hundreds idea immediate immediately important incident increase information inside instead international interview
investigation issue issued issues itself job join just keep key killed kind know known land large largest late later
latest law lead leader leaders least leave led left legal less let life light likely line little live lives local long
look lost lot love low major man manager march mark market matter me media meet meeting member members men might
military million minister minutes missing moment monday money month months morning mother move moved must named nation
national nations near nearby nearly need never news next night north nothing number office officer officers official
officials often old once open order others outside part party past pay peace person place plan planned plans play
played please point police policy political position possible post power present president press pressure previous
private problem program project protect public put question questions quickly quite race ran rather reached ready real
really reason received recent recently record region release released remain remained remains report reported
reportedly reporters reports request response responsible result return returned right rights risk road role room rule
run running safe saturday saw school second secretary security see seek seen senior sent serious service set several
shot show showed shows side sign signed similar situation small social soon source sources south speaking special
spoke spokesman spokesperson spokeswoman staff stage stand star start started state statement states station stay step
stop story street strong sunday support supporters system taken taking talk talks team tell ten term terms themselves
thing things think third thought thousands thursday today together tomorrow top total town tried try trying tuesday
turn turned until use used using vote wait want wanted war warned water way website wednesday week weekend weeks well
went west whether whole whose wife win within without witnesses woman women won work worked workers working world
worth wrote yesterday yet young
"""

_SOME = """
accept access accident account act administration affected africa african age agreement aid air aircraft airport
allegations alleged allegedly alliance ambassador america american amount analyst analysts annual appeal appear
appeared approach approved april area armed army arrest arrested arrived article asia asian attempt attention attorney
august average award ban bank banks based battle beat biggest bill billion black blame blood board boat bomb border
born boy break british broke brother budget build built bureau bus buy camp cancer candidate candidates capital care
career carry catch caught ceasefire celebrate central century certain chairman champion chance charges check china
chinese choice choose christmas church citizens civil civilian civilians clash clashes class club coach coalition
college commander commission commissioner committed committee common companies complete completely computer concerned
concerns conflict congress construction contact contract convicted cost costs counter couple course cover created
credit crew crime criminal crisis critical criticism crowd crown culture currency current currently customers daily
dangerous date daughter deadly deaths debate december declared declined deep defence delivered demand democracy
democratic demonstrators denied deputy described designed details detained development device dialogue difficult
directly disaster dispute district doctor doctors document documents dollar dollars door dozen dozens dropped drug
drugs earthquake economy education elected election elections emergency employees ended energy enforcement england
entered environment environmental equipment especially estimated europe european evacuated eventually exchange
executive expect experience experts explosion extra eye eyes face facebook faces facilities facility facing families
fans fatal fears february feel feeling feet felt female field fighters fighting figure figures file filed film finally
finance financial finished fired firm flight floor focus follow followed foreign formal forward france french friend
front fuel funds game games gas generally german germany girl giving goal going got governor ground grow growing
growth guard guilty gun guns happen happy heads hear heard hearing heart heavy held helped helping hold holding homes
hostage hotel human humanitarian hundred hurt husband identified image images impact imposed improve include included
income independent india indian individuals industry inflation influence initial injured injuries injury innocent
insurance intelligence interest interior internal internet invasion investigating investigators invited involved
involving iran iraq islamic island israel israeli jail january japan japanese john joint journalists judge july june
jury justice kill killing killings king knew knowledge labour lack language late lawyer lawyers leadership leading
league leaving legislation letter level levels list listed looked looking loss losses lower mail main majority makes
making marked markets married mass massive match means measures medical meetings message met mid middle miles
militants military militia mind mission mobile model monetary moscow mostly movement movie moving murder music muslim
nato natural nature negotiations neighbours network nice northern noted november nuclear numbers october offer offered
offices oil online opened opening operation operations opinion opposition option organisation organization original
overall owner pacific paid palestinian paper parents paris park parliament parliamentary participate partner partners
parts passed passengers patients peaceful phone photo photos picture pictures piece places plane player players points
politics poll polls population port positive potential powerful powers presence presidential pretty prevent price
prices prime prison pro probably process product production professional programme progress promised proposal proposed
prosecutor prosecutors protest protesters protests prove provide provided province provincial provisional published
pull purchase push quarter quoted radio rain raise raised rally range rate rates reach read rebels receive record
reduce reform refused regional regular relations relationship religious remarks rescue rescued rescuers research
residents resolution resources respect respond rest restaurant results review rise rising river roads round rules
ruling running russia russian russians sales sanctions sat save scene scheduled science scientists score season seat
seats secret sector seeking self sell senate sense sentence sentenced separate september series served services
session settlement seven shooting short shortly shot showing shut significant signs single sister site sites six size
smoke society software sold soldiers son song sought sound southern space speak speaker speech speed spending sport
sports spread spring square standard standing starting statements status steps stock stood stopped stories storm
straight strategy strike strikes struck student students studio study style success successful suffered suggested
suicide summer summit support suspect suspected suspects talking target targeted targets task tax technology
television terror terrorism terrorist terrorists test text thousand threat threatened threats throughout tour trade
traditional traffic train training transfer transport travel treated treatment trial trip troops trouble troubled
trust truth turning twitter type ukraine ukrainian understand union united units university unknown unlikely upon
urged usual vehicle vehicles version victim victims victory video village violence violent virus visit voted voters
votes walked wall wanting warning warnings washington watch watched weapons weather website western white winning
winter wish worked worst wounded writer written wrong
"""

_CLASSES = (_MOST, _MANY, _SOME)


def _classes() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for class_, words in enumerate(_CLASSES):
        for word in words.split():
            found.setdefault(stem(one_form(word)), class_)
    return found


def stem(word: str) -> str:
    """A folded English word without its commonest endings; it only has to be the same for all forms of a word."""
    if len(word) < 5 or not word.isalpha():
        return word[:-1] if len(word) == 4 and word.endswith("s") and word[-2] not in "su" else word
    for ending, put in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending):
            if ending == "s" and word[-2] in "isu":
                break
            if len(word) - len(ending) >= 3:
                word = word[: -len(ending)] + put
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


COMMON = _classes()
"""Stems of listed words → their class, 0 the commonest."""
