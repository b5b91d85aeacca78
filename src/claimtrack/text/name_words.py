"""Words that stand with names or look like them: titles, particles, calendar words, common words, case endings."""


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


ROLES = _split(
    """
    agent assistant attorney chief clerk commander cook deputy director doctor driver editor employee engineer guard
    inspector judge lawyer manager mechanic minister nurse officer official operator pilot policeman policewoman priest
    prosecutor researcher resident sailor secretary soldier student surgeon teacher technician trader worker
    """
)
"""What people do, in small letters."""

TITLES = ROLES | _split(
    """
    admiral ambassador anonymous aunt baron bishop brother capt captain colonel consul corporal count dame dr duke
    father general governor imam judge justice king lady lieutenant lord madam major mayor member miss mother mr mrs ms
    person president prince princess prof professor queen rabbi rev reverend senator sergeant sheikh sir sister source
    spokesman spokesperson spokeswoman uncle unnamed witness
    dr prof professor doctor mr mrs ms miss mx sir dame lord lady rev reverend fr father sr sister br brother
    capt captain cpt cdr commander col colonel gen general brig brigadier lt ltn lieutenant maj major sgt sergeant
    cpl corporal pvt private adm admiral officer constable inspector detective judge justice magistrate
    minister president chancellor senator sen rep representative congressman congresswoman mp mep hon honourable
    governor mayor ambassador consul nurse engineer counsel attorney barrister
    herr frau dipl ing mag dres monsieur m mme madame mlle me maitre señor señora srta sra don doña dom
    signor signora dott dottssa avv pan pani pana inż mgr gospodin gospodja tov tovarisch bay bey hanım efendi
    sheikh shaykh sayyid imam mullah haji ustadh rabbi rav kyrios kyria
    г господин госпожа товарищ др проф пан пані г-н г-жа доктор профессор капитан полковник генерал
    """
)
"""Titles, ranks and roles that stand before a name."""

KIN = _split(
    """
    aunt boyfriend brother colleague cousin daughter father friend girlfriend grandfather grandmother husband lawyer
    mother neighbor neighbour nephew niece partner sister son stepfather stepmother uncle widow widower wife
    """
)
"""Whose name is told by the name of another: "sister of"."""

HOUSES = _split("brothers children clan couple family families heirs household parents siblings sisters sons twins")
"""What stands behind a surname that several have."""

SAID = _split(
    """
    age aged b born d died dob id no nr number yo yr yrs year years old
    tel telephone phone mobile cell fax email mail e-mail signal whatsapp telegram threema wire skype box
    also anonymous eyewitness former insider junior late named our retired senior unnamed whistleblower
    whistle-blower bystander passenger victim survivor witness
    """
)
"""What stands beside a name, about its bearer or a number, and is no name."""

AFFIXES = _split(
    """
    the real official its im iam i am ask team for free save justice mr drs case story files by about on writes says
    news tv press home work private my
    """
)
"""What is run together with a name in an address or handle."""

SUFFIXES = _split("jr sr ii iii iv phd md esq qc kc obe mbe cbe rn rgn mp bsc msc ba ma mba jd dds")
"""What may stand behind a name."""

PARTICLES = _split(
    """
    the of saint san las los علی
    van von der den de del della di da do dos das du la le les el al as ad an at bin ibn ben bint abu umm
    ter ten te zu zum zur af av og y e i und san santa saint st mac mc o ap
    """
)
"""Small words inside names, which are no name alone."""

CALENDAR = _split(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
    januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    """
)
"""Months, days and seasons: alone they are no name."""

INSTITUTIONS = _split(
    """
    academy administration agency air airlines airport army art assembly association authority bank bay board border
    brigade bureau capital care central centre center chamber church city civil club coast college commission committee
    community company congress corporation council county court crown customs daily defence defense department desk
    district east eastern education embassy energy evening federal federation ferry finance fire first force forces
    foundation foreign free front fund gazette government great green group harbour harbor health herald high holding
    home hospital house industries information institute insurance interior international joint journal labour lake law
    league library limited line lines local log ltd inc magazine mail marine maritime market media medical memorial
    ministry mission morning movement museum national navy network new news newspaper north northern office oil old
    order organisation organization park parliament party people police port post power press prison public radio record
    records red register registry regional rescue research river road royal safety school science sea security senate
    service services shipping social society south southern special sports staff star state states station steel street
    studies sun supreme survey television times trade traffic transport travel treasury tribune trust union united
    university water weekly west western white women works workers world youth
    """
)
"""What bodies are called after, so that it tells of none of them."""

COMMON = INSTITUTIONS | _split(
    """
    an art as be best bill black brown by can day go good grace green guy he her him his hope if in is it long love mark
    me my no on or short small so to up us we white will you young
    will mark grant rose hope faith grace joy bill sue pat frank dean chase drew rob jack art ray penny dawn heather
    ivy iris lily violet olive ruby amber pearl crystal king young long short little white black brown green gray grey
    rich strong wise best price day week hill wood woods field fields lake stone bridge church park bank banks cook
    baker smith taylor page bush snow frost rivers major noble moon north west east south case chance cross bell ball
    fox wolf lamb bird swift sharp power law judge bishop pope prince knight guy gene max star stern gold silver
    winter summers waters wells pool poole ford castle hall house holmes parks gates glass sharp steel storm weather
    read reed wright wall walls street lane miller mason carter cooper fisher hunter gardener potter weaver sheriff
    marshall constable warden porter page clerk abbot monk friar bond cash dollar penn jewel gem sage basil ginger
    harbour harbor harper piper drummer singer dancer farmer shepherd butler moss reef cliff cliffs dale glen
    june august april may melody harmony destiny trinity justice liberty earnest ernest christian jean robin jay
    source witness official doctor nurse engineer officer driver guard soldier
    """
)
"""Words of the prose that are names too: alone they are a name only with a capital inside a sentence."""

ENDINGS = _split(
    """
    s es ns n en e er ern a i o u y em am om im um in on un ę ą ó owi ego emu iem ami ach ie iego iemu ów
    ovi ova ové ovou ovo ou ého ému ým ých ami em ovi ům
    а у ю я е о ы и ом ем ой ей ою ею ам ям ами ями ах ях ов ев ого его ому ему ым им ых их ові еві єві єм
    nak nek val vel ba be ban ben ra re tól től ból ből ért ig nál nél hoz hez höz ot et öt at t
    ssa ssä sta stä lla llä lta ltä lle lle ksi na nä ta tä n in en
    ın in un ün ı u ü a e ya ye da de ta te dan den tan ten nın nin nun nün la le yla yle lar ler
    υ ου ο η ης ας α ον ην οι ων ους es
    o os is ui ą e as us iui
    """
)
"""Endings of the case forms of inflected languages, as they follow a name or its stem."""

FEMININE = _split("a e o i y ia ie ina ine in ka")
"""Endings that make another given name rather than a case form of this one: Paul, Paula."""

AFTER_SIGN = {
    "CJK": _split("先生 女士 小姐 太太 某 氏 医生 醫生 教授 警官 师傅 師傅 老师 老師 说 說 表示 称 稱 さん 様"),
    "HANGUL": _split("씨 선생 기자 박사 대표 의원 장관 교수"),
}
"""What stands behind a surname of one sign, which alone is a part of too many words."""
BEFORE_SIGN = {"CJK": _split("小 老 阿"), "HANGUL": frozenset[str]()}
