"""Words that stand with names or look like them: titles, particles, calendar words, endings, what bodies are called."""


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

SAINTS = _split("st ste sta saint sainte san santa santo sankt são")
"""What stands before a name in the names of places and churches."""

GIVEN = _split(
    """
    will mark grant rose hope faith grace joy bill sue pat frank dean chase drew rob jack art ray penny dawn heather
    iris ivy lily violet olive ruby amber pearl crystal rich guy gene max star jean robin jay june august april may
    melody harmony destiny trinity justice liberty earnest ernest christian hunter taylor carter cooper mason reed sage
    basil ginger piper dale glen brook cliff clay rusty sunny sandy rocky lucky young tiger rex roman norman german
    paris victor victoria virginia georgia carolina florence israel jordan chad austin dallas houston phoenix brooklyn
    summer autumn winter sky skylar storm river rain raven wren daisy hazel holly laurel myrtle poppy bud buck miles
    paige marshall porter archer baker tanner parker spencer walker
    """
)
"""Common words that are given names too, with which a name may begin."""

ROYAL = _split("king queen prince princess pope emperor empress sultan emir tsar czar")
"""Titles of persons who are known by their given names."""

MODALS = _split("will may")
"""Those of them with which a question may begin."""

KIN = _split(
    """
    adviser advisor aide assistant attorney aunt boyfriend brother colleague counsel cousin daughter father friend
    girlfriend grandfather grandmother husband lawyer mother neighbor neighbour nephew niece partner sister son
    stepfather stepmother uncle widow widower wife
    """
)
"""Whose name is told by the name of another: "sister of"."""

LEGAL_FORMS = _split(
    """
    ab ad ag aps as asa bv co company corp corporation dd doo gmbh group holding inc jsc kft kg kgaa limited llc llp ltd
    nv oao ohg ooo oy oyj pjsc plc pte pty sa sarl sas se sl spa srl sro sons werke works zrt
    """
)
"""What bodies are, by law or in their names, and what tells of none of them."""

HOUSES = _split("brothers children clan couple family families heirs household parents siblings sisters sons twins")
"""What stands behind a surname that several have."""

SAID = _split(
    """
    age aged b born d died dob id no nr number yo yr yrs year years old tel telephone phone mobile cell fax email mail
    e-mail signal whatsapp telegram threema wire skype box twitter facebook instagram linkedin mastodon bluesky wechat
    viber discord tiktok snapchat jabber xmpp matrix session pgp gpg private someone somebody person people interview
    diary letter message tip clinic office team patient patients relatives relative staff member members friends crew
    also anonymous eyewitness former insider junior late named our retired senior unnamed whistleblower whistle-blower
    bystander passenger victim survivor witness
    """
)
"""What stands beside a name, about its bearer or a number, and is no name."""

AFFIXES = _split(
    """
    the real official its im iam i am ask team for free save justice mr drs case story files by about on writes says
    news tv press home work private my interview talk tape notes statement letter call report speaks knows told audio
    video photo scan draft and
    """
)
"""What is run together with a name in an address or handle."""

SUFFIXES = _split("jr sr ii iii iv phd md esq qc kc obe mbe cbe rn rgn mp bsc msc ba ma mba jd dds")
"""What may stand behind a name."""

PARTICLES = _split(
    """
    the of saint san las los علی
    van von der den de del della di da do dos das du la le les el al as ad an at bin ibn ben bint abu umm
    abdul abd abdel abdal
    ter ten te zu zum zur af av og y e i und san santa saint st mac mc o ap
    """
)
"""Small words inside names, which are no name alone."""

OF_NAMES = _split(
    """
    van von vom vander der den de del della di da do dos das du la le el al bin ibn ben bint abu ter zu zum zur af av y
    e née nee né
    """
)
"""Particles with which a name may go on, and which are few other words."""

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

ABBREVIATED = _split("jan feb mar apr jun jul aug sep sept oct nov dec okt dez sommer herbst frühling")
"""Months in short, and seasons, which are given names and surnames too: which of them, what stands beside them says."""

TIMES = _split(
    """
    in on im last next this since until by from to mid late early each every between am vom zum seit bis dem den der
    diesem diesen dieser letzten letzter nächsten jeden dieses
    """
)
"""Words behind which such a word is a time."""

INSTITUTIONS = _split(
    """
    academy administration agency air airlines airport army art assembly association authority avenue bank bay board
    border brigade bureau capital care central centre center chamber church city civil club coast college commission
    committee community company congress corporation council county court crown customs daily defence defense department
    desk district east eastern education embassy energy evening federal federation ferry finance fire first force forces
    foundation foreign free front fund garden gardens gazette government great green group harbour harbor health herald
    high holding home hospital house industries information institute insurance interior international joint journal
    labour lake law league library limited line lines local log ltd inc magazine mail marine maritime market media
    medical memorial ministry mission morning movement museum national navy network new news newspaper north northern
    office oil old order organisation organization park parliament party people period police port post power press
    prison public radio record records red register registry regional rescue research river road royal safety school
    science sea security senate service services shipping social society south southern special sports staff star state
    states station steel street studies sun supreme survey television times trade traffic transport travel treasury
    tribune trust union united university water weekly west western white women works workers world youth
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
    hand light list look main middle now report set start time whether
    """
)
"""Words of the prose that are names too: alone they are a name only with a capital inside a sentence."""

ENDINGS = _split(
    """
    ovou ovými eknél éknál ékhoz ékkel éktól ék ega iga lega dega kanssa ia iu iowi io owie owej owna owny ownie owych
    owym owymi ovych ovym ovymi ovic ho mu yni s es ns n en e er ern a i o u y em am om im um in on un ę ą ó owi ego emu
    iem ami ach ie iego iemu ów ovi ova ové ovo ou ého ému ým ých ům а у ю я е о ы и ом ем ой ей ою ею ам ям ами ями ах
    ях ов ев ого его ому ему ым им ых их ові еві єві єм nak nek val vel ba be ban ben ra re tól től ból ből ért ig nál
    nél hoz hez höz ot et öt at t ssa ssä sta stä lla llä lta ltä lle ksi na nä ta tä ın ün ı ü ya ye da de te dan den
    tan ten nın nin nun nün la le yla yle lar ler υ ου ο η ης ας α ον ην οι ων ους os is ui as us iui
    """
)
"""Endings of the case forms of inflected languages, as they follow a name or its stem."""

NAMING = _split("ez es son sen sson ini ino i ie y ey on er ers in")
"""Endings that make the surname of another rather than a case form: Martin, Martinez."""

SURELY_NAMING = _split("ez son sen sson ini ino")
"""Those of them that are no endings of case forms in any language."""

FEMININE = _split("a e o i y ia ie ina ine in ka")
"""Endings that make another given name rather than a case form of this one: Paul, Paula."""

PREFIXES = frozenset("ובלכמשה" + "وفبكلسک")
"""Hebrew and Arabic particles that are written in one word with a name."""

AFTER_SIGN = {
    "CJK": _split("先生 女士 小姐 太太 某 氏 医生 醫生 教授 警官 师傅 師傅 老师 老師 说 說 表示 称 稱 さん 様"),
    "HANGUL": _split("씨 선생 기자 박사 대표 의원 장관 교수"),
}
"""What stands behind a surname of one sign, which alone is a part of too many words."""
BEFORE_SIGN = {"CJK": _split("小 老 阿"), "HANGUL": frozenset[str]()}

BESIDE_SIGNS = frozenset(
    "说說是在的和与與及也都就了不有对對向把被从從到给給让讓为為将將已曾告表称稱认認指问問答看看见見来來去要会會能可等之于於以而且或"
    "并並又还還再很先女教医醫警某今昨当當因所这這那则則却卻正刚剛没沒未应應跟同由找叫请請派老小阿生员員师師长長者士官任授太氏様君殿"
    "著着死出入走逃写寫听聽知想家"
)
"""Signs that often stand beside a name in Chinese and begin or end no word with it."""

STARTERS = _split(
    """
    a about above according across actually after afterwards again against ago all almost alone along already also
    although always am among an and another any anyone are around as ask asked at away back because been before behind
    being below beside besides between both but by call called can certainly clearly could dear did do does down during
    each earlier either else enough even eventually ever every everybody everyone except few finally first for former
    formerly fortunately found from further give given had has have he hello help her here hers hi him his how however i
    if in indeed inside instead into is it its just keep last late later least less let lets like likewise look many
    maybe me meanwhile met might more moreover most much must my near nearly neither never nevertheless next no nobody
    none nor not nothing now of off often on once one only or other others otherwise our out outside over perhaps please
    rather really regarding said same saw say says second see she should since so some somebody someone sometimes soon
    still such suddenly surely tell than thanks that the their them then there therefore these they third this those
    though through thus till to today together told tomorrow tonight too toward towards two under unless unlike until up
    upon very via was we well were what whatever when whenever where whether which while who whoever whom whose why will
    with within without would yes yesterday yet you your aber als am auch auf bei beim da dann das dass dem den der des
    die doch durch ein eine einem einen er es für gegen gestern hat heute ich im in ist ja mit nach nein nur ob oder
    ohne seit sie so und unter vom von vor war warum was weil wenn wer wie wo zu zum zur avec comme dans de depuis des
    elle en est et hier il ils je la le les mais où ou par pas pour quand que qui sans si sur un une con cuando de del
    desde el ella en entre es esta este hoy la las los no para pero por que según si sin su un una y ayer whistleblower
    accused alleged arrested asked believed called confused convicted detained disgraced embattled exiled frightened
    injured jailed killed named reported scared suspected terrified troubled wanted worried wounded asking calling
    seeing meeting knowing telling finding helping leaving losing hearing following paying watching eyewitness
    journalist reporter campaigner activist lawyers doctors police mother father brother sister wife husband son
    daughter friend neighbour neighbor colleague boss suspect
    """
)
"""Words with which a sentence may begin right before a name, and that are no part of it."""
