"""The words that stand in outputs whatever the casebook: docs/generate_output_words.py writes them."""

OUTPUT_WORDS = frozenset(
    """
    a aaa aafc ab about above absolute ac accessed action add added additionalproperties adds admiralty aeb after again
    against age agreed aliases align all allows almost alone an analyst anchor and anonymous another answer answers any
    anybody anyof anything anyway anywhere apart approximate archive archived are aria arial array article as aside ask
    asserted asserts assumed assumes assumption assumptions at attribution audience auto average avoid axis b back
    background band bar bars base basis bayes be bears became because become becomes before begins behind belief
    believed below beside best between bibliography bidi bits block blocks body boolean border both bottom bounds bovens
    box boxes brackets break breakdown broadcast broken bullets but by bytes c ca calculated came can cannot caption
    card carries case casebook causes cbbed cbe cc ccc cells center cents certain certainty cf chance change changed
    changes charset charter check checked choice choices circle cite cites claim claims claimtrack class col collapse
    collection color column columns come comes community concentration confidence confirm confirms consistent content
    contents contributions copies copy corrected corrections could count counted counter counts credibility credible
    cross crossed cursor cutoff cx cy d dark dasharray date dated day days dc deception decided decides deduced deep
    default defs denied denies deny depend dependence dependences description descriptor design details device did
    digest dir directive directly disbelief disbelieved display disputed dissent distance div doctype document
    documentation documents does doubles doubtful draft drawn e each ecba ececea edge eee either else en end ends
    entirely enum equal equiv error established even event events every everything evidence exact exactly examples
    excess exclusivemaximum exclusiveminimum exhaustive expected f fact factors fall false families family far fbce fe
    feb fff fidelity fields figcaption figure file fill find finding first flips flow focus folder font footer for form
    found fr from full gap gaps gathered general generator georgia gets gone grade graded grades grid ground group h
    hand happened harm hartmann has have head header headings hear heard hearing hedge height helvetica here hidden high
    higher holds how href html http https i id identity ids if ii img important in inconsistent independence independent
    indicator indicators inherit initial ink inline inputs inquiries inside integer intelligence interest internal
    interval into is it items its itself josang json judge judgment judgments keep keeps key kind know knowing knowledge
    known knows l label labelled labelledby lane lanes lang largest last lead leader leading leads leave left less
    letter level li lies light likelier likelihood likely line lineage lines link links list long look losing lost low
    lowered m made main many margin mark marks matrix max maximum may means media met meta method middle min mind
    minimum mm moderate more most move moved moves much must n name named names nav needed neither neutral never new
    newsroom next no nobody nodes none not note notes nothing now nowrap null number numbered numbers o object observed
    occasion occurred odds of off official offset often ol on one only open opinion opposes opposing or order orders org
    organisation origin originevidence origins other others otherwise our out outlet outline over overflow own owner p
    padding page pale paper paragraph part parts pass passed passes path paths pattern per percentage person picture
    place plaintext point pointer points policy position positional prediction prefers preserveaspectratio print prior
    private probabilities probability propensity properties protected pt public publication published publisher px
    question questions quote quotes r raised ratio reach reached read readers readily reason record recorded rect ref
    referrer refuses region relay relays reliability rem remark removed repeating replaced replaces replies reply report
    reportedly required resting rests retracted right ring rival rivals role roman root roughly rounded row rows rule
    ruler rules run rx s said same sans saw say says scale schema scheme schum scope score scored scroll search searched
    searches section sections security see seen segoe sensor sentence sentences serif serves set sets settled several
    sha shaded shapley share shared shares short show shown side sides sign single size sizing skip smallest so soft
    solid something sort source sources space span speak speaks src stanag stance stand standing stands start state
    stated statement statements status stay stays steps still strength string strip strips stroke strong strongest style
    such summary support supported supporting supports sure svg swings system tabindex table take taken takes target
    tbody td tells template terms text textfile texts th than that the thead their them themselves then there these they
    this through tick time timeline times tipping title to together told took top topic topics tr treated true trusted
    turn turns twice two type ui ul uncertain undermines ungraded unicode unknown unlikely unsafe unsure up uri url us
    uses utf v value var vertical very via viewbox viewport visible voice w waiver was wash watch way ways we weak
    weakness weighs weight were what when where whether which white who whole whom whose why width with without
    witnessed word words worth would wrap written wrong wrote x y z zone zones
    """.split()
)

OUTPUT_PAIRS = frozenset(
    """
    a0 aaawash ab aband abar aboutdescription aboutnone abouttype aboutx abouty above0 abroadcast abroken absoluteleft
    accesseddescription achance aclaim aclass acolor acopy acredible acrossed actionnone addedto
    additionalpropertiesenum additionalpropertiesfalse addsnothing addson addup adesign admiraltycredibility
    admiraltygrade adocument afamily afile afocus after0 afteravoid aftereverything afterit afterjudgments
    afterprobability afterrows aftersha0 afterth afterx afull againp against0 against0a0 againstc0a0c againstestablished
    againsthow againstinputs againstit againstjudgment againstkey againstli againststroke againstturn againsttype
    againsty againtitle againwhat againx agesaid agreed0 agreedanonymous agreedbackground agreedbackground0 agreedis
    agreedtd aheader ahref alabel aletter ali aliasesdescription alignitems alignstart aligntop aline alink alinkx
    allclaims allelse allin allorders allowsa allowslow allowsmoderate allsources allthe allto alltype almostcertain
    almostcertain0 almostno aloneall alonealone alonebut alonecounts alonehow aloneover aloneovermovesit alonerows
    alonesets aloneth alonewhat alonewho aloney amoderate analystassumed analysts analysttype anarticle anchorend
    anchormiddle anchorstart and0 andagainst andall andhow andii andits andlabelled andnot andone andpublished
    andretracted andscored andstay andstays andthe andwhat andwhen andy anequal anexcess anonymousdescription anopen
    anopinion anorigin anotheranswer anotherorder anotherorigin anothertype answerbefore
    answerbeforenowlikelihoodforestablished answeris answerleads answersapart answerstext answerswould answerth answerto
    answerwould anumber anybodycan anyevidence anyevidence0 anymore anyofenum anyoftype anystatement anythingelse
    anyway0 anywaya anyways anywayterms anywaytermssaidpassedony anywayth anywayy anywheretd apale apartwithout aperson
    apositional approximateor aprediction aprivate aquestion archivedtype archiveurl aredesign areestablished areno
    arenot areone arerounded aretrue ariahidden arialabel arialabelledby arialsans arival arrayitems articlea
    articlearticle articleclass articlesection asbackground asentence ashare asidenot asingle asit askli askthem asky
    asource aspan asreportedly assertedby asserts0 assertsa assertscounts assertsdenies assertslineage assertsor
    assertssure assertstd assertsterms assertswhere assertsx assertsy assumeddid assumedfor assumedungraded assumedwhere
    assumeswhere assumptiongap assumptionsa assumptionsfinding assumptionsgaps assumptionsh0 assumptionslevel
    assumptionsnobody assumptionsthe assumptionsx assumptiontext astatement asthe at0 atall atbefore atext ath athigh
    atlow atmost ato atthe attributionpublished audienceinternal auto0 auto0fr autoa autoalmost autoasserts autob autoc
    autocc autod autodenied autodenies autodocuments autoe autoevent autof autogap autogrades autohow autoi
    autoindependence autolikelihood autolikely automargin automin autoneutral autono autonone autonot autonothing
    autopadding autopublication autoquotes autoretracted autoroughly autos autoserves autosingle autostatement
    autostatements autosvg autotd autothe autounknown autounlikely autovery autowhat autowitnessed autowould autox autoy
    autoz averageover avoidcard avoidthead aweight aword ax axisstroke axisx0 b0 background0 backgrounddeep
    backgroundenum backgroundoff backgroundpublished backgroundtd backgroundvar backgroundwhere backwithout band0b banda
    bandand bandare bandb0cbe0 bandccc bandfill bandit bandmethod bandpoint bandrows bandstroke bandth bandthey bandx
    bard bardenies baris barslabel barstext barstroke barsviewbox baseuri basisstatements basisstatus basisth basisto
    bayesbovens bayestext bband bbits bbitsycci0 bc bchance bearson becameof becausea becausedescription becauselink
    becausex becomepublic becomes0 bedated beestablished before0 beforeafter beforeany beforenow beforeprobability
    beforesha0 beforeth beforethe beginsat behindit belief0 beliefsvg beliefx believed0 believeddisbelieved
    believeddisbelievednotknownx believedtext believedth belikely below0 benamed bepublished besideits beso bestcounter
    bestsupported betrusted betrusted0 between0 beunlikely bevery bewrong bibliographyis bidiplaintext bit bitsevidence
    bitshow bitsrivals bitsrows bitsth bitsy blockbullets blockfigure blockjudgment blockmax blockoutline blockparagraph
    blocksblock blocktable bodya bodyfont bodyhtml bodymargin bodynewsroom booleanadditionalproperties booleandescriptor
    booleanoccurred booleanpolicy border0px borderbottom borderbox bordercollapse borderleft bordertakes bordertop
    bothsides bottom0 bottom0px bottom0rem bottomaria bottomline bottomp bounds0 boundsfinding boundsfrom boundsmark
    boundsside boundsspan boundstake bovenshartmann boxclaim boxesof boxfill boxhtml boxorigin boxsizing boxthe
    bracketshow breakafter breakdownpoint breakinside breakword broadcastor brokenline bth btopic bulletsitems butadds
    butis bx by0 bydescription byit byitself bynull byorigin byrival byside bysidebelieved bystrength bytesthat bytopic
    byus byuswheredigestdd0 bywhom byx byy byypublication0 byywhen c0 calculatedblock calculatedp calculatedtitle
    calculatedto calculatedwhy calculatedx cameall cameto canbe cannotask cannotbe canread cansupport caption0
    captionhow captionlikelihood captionwhen captionwho cardborder cardh0 cardtr cardul carries0 carriesit carriesithow
    cas casebooka casebookassumes casebookchanged casebookdocument casebookf casebookfnothingnobasis casebookh0
    casebookid casebookjudgments casebooklevel casebookmethod casebooknote casebooks casebooksha0 casebookso casebooktd
    casebookthe casebooktitle casebooktype casebookwas casebooky caseis causesa causestext cband cbelieved ccand ccczone
    cchance cci cconsistent cctd cd cellsx centerfont centsare certain0 certainfrom certainlikelihoodwords certainlow
    certainstance certaintext certainth certainty0 certaintydescription cexpected chance0 chanceconfidence chancefrom
    chancelikelyverylikelyalmost chancelines chancelow chancenew chancenull chanceof chancestance chancestatus chancetd
    chancetext chanceth chancethat chanceveryunlikelyunlikelyroughly chancex changedaudience changedcollection
    changedfor changedforinternal changedh0 changedin changedkind changedli changedreaders changedroot changedso
    changedtitle changedtype changedy changeno changeour changeskind changesnothing charsetutf chartergeorgia
    checkdissent checkedhere choiceblock choicegrade choicegradetakenband0 choicemethod choicep choicessee ci cid
    cinternal circleasserts circleclass circlestroke circleunsure citebayes citesbayes citesbovens citesjosang
    citesschum citesstanag citestext cix claima claimalone claimbefore claimbeforeafterx0roughly claimbehind
    claimbelieved claimbelieveddisbelievednotknownx claimcomes claimdescription claimenum claimfill claimit
    claimlikelihood claimnames claimnull claimon claimp claimresting claims0 claimsa claimsbasis claimsdescription
    claimsh0 claimshow claimsid claimsis claimslevel claimsof claimssource claimssourceswhereit claimstable claimstance
    claimstatements claimstitle claimsto claimstype claimsupports claimsx claimtext claimth claimthat claimthe
    claimtitle claimtrackcasebook claimtracktitle claimtype claimwhere claimx classasserts classaxis classband classbars
    classbelief classbottom classbox classcard classconfidence classcross classdate classdated classdenies
    classdisbelief classdrawn classedge classflow classgrid classhead classhere classlead classline classmeta classon
    classoutline classruler classscroll classskip classsoft classstrip classstrong classtick classtimeline classunknown
    classzone cnull col0 cola colafter colagainst colalone colanswer colb colband colbasis colbefore colbelieved colbits
    colclaim coldate coldigest coldisbelieved coldocument colevidence colfor colfrom colgrade colhow colid colif colin
    collane collapsecollapse collapsewidth collectioncasebook collectiondocuments collectionlinks collectionnotes
    collectionsources collectionstatements collikelihood collink colmoves colnot colnow colorigin colorscheme colorvar
    colover colpassed colpublished colpublisher colquote colrelay colreliability colsaid colseen colshare colsource
    colstatement colstatus coltaken colterms colto column0 columns0rem columnsauto columnsx colwhat colwhen colwhere
    colwhy colword colwould comebefore comein comesfrom comesfromtimelineassumptionsgapssearches comesover comesthrough
    communitydirective concentrationfinding cone confidenceborder confidenceconfidence confidenceis confidencelow
    confirmit confirms0 confirmschance consistenti contentclaimtrack contentdefault contentno contentsbottomlinekey
    contentsdetails contentsecurity contentsjudgmentsinthe contentsjudgmentwhatis contentssummary contentsthemost
    contentwidth contributionsclaim contributionsid copiesshared copyis correctedand correctedor correctedretracted
    correctionsa correctionsh0 correctionslevel correctionss correctionsstatement correctionsstatementwhat
    correctionstable couldhave count0 countalone countedthat counterevidence countfor counts counts0 countsa countsfor
    countswith credibility0 credibilitydescription credibleinterval crossedone crossstroke crossunsure csources cstrips
    ctd cth cthe cursorpointer cutoffdescription cwitnessed cx0 cy0 d0 dand darkpaper darkroot dasharray0 dasharraynone
    dateallows dated0 datedafter datedfill datedir datedx dateth datewhat datewhite daysthat dayup dband dchance dd
    ddocuments de deceptioncheck decidedrecorded decidesfalse deducedunknown deepbackground defaultmethod defaultnumbers
    defaultsrc defsclaim defsdependence defsdocument defsestablished defslink defsnote defspolicy defsquestion
    defssource defsstanding defsstatement defstextfile deniedby denies0 deniesan denieschance deniescounts deniesfalse
    denieslineage deniesnot deniesone deniesstanding deniesthe deniestrue deniesunsure deniesvia denieswhich deniesx
    denyit dependencedescription dependenceestablished dependencenone dependencesdescription dependon descriptiona
    descriptionadmiralty descriptionan descriptionassumptions descriptioncorrected descriptiondigest descriptionfamilies
    descriptionfidelity descriptiongrade descriptiongrades descriptionhow descriptionid descriptionids descriptionits
    descriptionname descriptionone descriptionother descriptionpath descriptionprobability descriptionremark
    descriptionsentences descriptionshort descriptionsources descriptionterms descriptionthe descriptiontitle
    descriptiontopic descriptionwhat descriptionwhen descriptionwhere descriptionwhether descriptionwhich descriptionwho
    descriptionwhy descriptordescription descriptory designchoice designchoices detailscontributions detailsdisplay
    detailsfigure detailsfont detailsnav detailssummary devicewidth devidence dfields didnot digestclaims digestd
    digestdescription digestevidence digestof digestrows digestsha0 digestth dirauto directive0 directly0 directlyth dis
    disbelief0 disbelieffill disbeliefx disbelieved0 disbelievednot disbelievedtext disbelievedth displayblock
    displaygrid displaynone displaytable disputed0 disputedallows disputedblock disputedfactors disputedkey disputedp
    disputedtitle disputedwhat disputedx dissenta dissenth0 dissentharm dissentlevel dissenttext dissenttype dissentx
    distancesuch dit divclass divdetails divdir divdiv divfigcaption divh0 divli divp divsection divspan divth dli dm0
    dnull dnumbered doctypehtml documentationlikelihood documentationmethod documentationp documentationtitle documentd
    documentdescription documenthas documentis documentit documentnotes documentpublisher
    documentpublisherpublishedseenby documents documentsd documentsdescription documentsdocument
    documentsdocumentpublisherpublishedseen documentsh0 documentsid documentslevel documentstable documentth
    documenttype doesnot doublesthe doubtfulfalse doubtfulfill dpublished dpublisher dquote draft0 drawnmin drawnsvg
    drawntd ds dstrips dtd dth dtitle dto dtopic dwhat dwho dx e0 eachadds eachclaim eachgrade eachnumber eachof
    eachother eachrival eand eband ececeasoft echance edgebar edged edgefill edgeunsure eeeagainst ef eithertype
    elsestays elsethat endalmost endlikely endof endroughly endsin endsof endunlikely endvery enhead eno entirelytype
    enuma enumasserts enumassumption enumestablished enumfact enumneutral enumon enumperson enumsame enumstands
    enumsupports enumweak enumwitnessed equalshare equivcontent error0 established0 establisheda establishedagainst
    establishedall establishedassumed establishedbest establishedcan establishedconfidence establisheddenied
    establisheddescription establisheddocuments establishedestablished establishedfalse establishedfor establishedh0
    establishedits establishedjudgment establishedkey establishedlevel establishedli establishednot establishednotknown
    establishedor establishedorigin establishedorigins establishedp establishedrelays establishedrivals establishedrows
    establishedside establishedstatements establishedstatus establishedsupported establishedtd establishedth
    establishedthat establishedtitle establishedtrue establishedwhatto establishedwhere establishedwhywhatwould
    establishedx establishedy establishedz eth etopic even0 evenchance evenchance0 evenchancelikelyvery event0
    eventmarks eventskind eventtext eventth everygrade everythinghere everythingwas evidence0 evidencea evidenceby
    evidencedocuments evidenceh0 evidenceit evidencelevel evidenceof evidencequotes evidencestatements evidencesupports
    evidenceth evidencewhat evidencewith evidencex exactlyone exacttrue examples0 excesslikelihood exclusivemaximum0
    exclusiveminimum0 exhaustivedescription expectedto factorsname factprediction factquestion fallback falseasserts
    falseblock falsecolumn falsecount falsedefs falseestablished falseinquiries falseorigin falsequestion falserequired
    falsesays falsestatement falsetitle falsetype falsewords falsewritten falsey familiesof familyinherit familyof
    familysystem fareach farit farthe farthis fary fcredibility fffink fffmark fidelity0 fidelitya fidelityfidelity
    fidelityid fidelitytaken fidelitythat fieldstext fieldstitle figcaption0 figcaptioncolor figcaptiondetails
    figcaptionfont figcaptionhow figcaptionlikelihood figcaptionwhen figcaptionwho figurebreak figurecaption
    figuredetails figurediv figureh0 figuremargin figurep figuresection figuresummary figuresvg filefrom filethat
    filetrue fillnone fillvar findanother finding0 findingone findingthat findingthe findli findout findsearched first0
    firsta firstask firstfind firsth0 firsthand firstlevel firstlook firstof firstthe firsttype flipstarget flowfigure
    flowtext flowviewbox fnothing focusleft focusvisible fof foldertype font0 font0rem fontfamily fontsize fontweight
    footerbody footercolor footermax footerp for0 fora foragainst forall forand foreach forestablished forgrades
    forinputs forinternal forit forits formaction fornone fornothing foronly foror forpublication forsingle forthis
    foundin foundout foundto foundtype fprotected from0 froma fromare fromdescription fromevidence fromfrom fromh0
    fromhow fromits fromlevel fromlikely fromor fromorigin fromroughly fromrows froms fromsvg fromtable fromth fromthe
    fromtimelineassumptionsgapssearchesmaderight fromto fromtwice fromwhat fromwho fromwhom fromx fromy fth ftopic
    ftopics fullcircle gap0rem gapindicator gapsa gapsh0 gapslevel gapssearches gapsx gaptext gatherednone generalgrade
    generatorcontent georgiatimes getsa gonea goneclaim goneclaimbeforeafterx gonedigest gonedocument gonein
    goneinternal gonejudgments gonekind goneli gonemoved gonenote gonenumbered gonetext gonethe gradea gradeabout
    gradeallows gradeand gradeat gradeb gradec graded graded0 gradedb gradedc gradedd gradede gradedenum gradedfrom
    gradedid gradedit gradedone gradedtd gradedth gradedthe gradedthis gradedunknown gradedunknownservesneutralnot
    gradedy gradee gradef gradeis gradeof gradesa gradesb gradesby gradesc gradesd gradese gradesf gradesfor gradesgrade
    gradesh0 gradeshow gradesids gradeslevel gradesnot gradestable gradetaken gradeth gradetype gridgrid gridmax
    gridtemplate gridviewbox gridwidth ground0 groupscroll hand0 handabout handchance handon handor handtype handy
    happenedtype happenedwhen harmtext harmwaiver hartmann0 has0 hasa hasgraded hasno hasthem havecome haveto head0
    headbody headd headerclass headergroup headerhead headernav headfill headingsanswer headingsclaim headingsdocument
    headingsevidence headingsgrade headingsid headingslane headingslink headingsorigin headingsrelay headingssource
    headingsstatement headingswhat headingsword headmeta headnav headp hearddirectly heardthrough hearingthis hearthis
    hedgedescription hedgehow height0 heightauto helveticaarial hereblock hereevidence herefill herep hererests
    herestatement herestatementquotefroms herex hiddensources hiddentrue high0 highend higherword holdsa holdsfor
    holdsit howfar howit howmany howmuch howoften howreadily howsure howtd howthe howthey howthis howy hrefpart htmlfont
    htmlhtml htmllang httpequiv httpsjson i0 ic icbelieved icdigest id0 idby idclaim idd iddescription identitymust
    idhead idl idname idof idpart idpicture ids idsof idss idsy idtext idth idtitle idx idy idz ievidence ifit ifli
    iflost ifnothing ifthese ifthis ify iifrom iinconsistent imgaria importanty ina inanother inbrackets inconsistentn
    ind independencedescription independencefinding independenceis independencemust independencenot independentof
    independenttype indicatorsearch indicatorsto indicatortext indoes inheritmin initialscale inits ink0 ink0a0a0a
    inkececea inkfont inkh0 inkstroke inksvg inlinebase inpercentage inplace inputsl inputss inputsx inputsy inputsz
    inquirieskind inreply insideavoid integerminimum intelligencecommunity interesttold internalbefore internalcasebook
    internaldigest internalinquiries internalmethod internalnot internalreaders internalsection intervalblock
    intervalmethod intervalp intervalthe inthe into0 intohow intype inwhich inwords irivals is0 isa isabout isabove isan
    isapproximate isarchived isassumed isdenied isdescription isenum isestablished isfrom isgone isheard isin isknown
    islow islowered ismoved isno isnone isnot ison isone israised isretracted issaid isscored isshown isstill istaken
    isthis istreated istrue istype isunknown iswhat isworth iswrong iswrongrivals isx it0 ita itallclaimssourceswhere
    italone itanyof itanyway itanywaytermssaidpassed itasserted itbears itbegins itchanged itchanges itclaim itcomes
    itconfirms itd itdenied itdenies iteach items0 itemsasserted itemsbefore itemsbreakdown itemscenter itemsclaim
    itemsfind itemsnobody itemsref itemss itemsthe itemstype itemsx itemsy itevidenceby itfrom itfrom0 ith0 ithappened
    ithas itholds ithow ithowfar itis itit itjudgment itkey itknows itknowswould itlevel itli itlies itlink itmoves itof
    itopposes itor itorigin itreached itrelay itrests itrule itsays itsband itself0 itselfth itserves itshare itshidden
    itsorigin itsown itsplace itsplaces itsrivals itsshapley itssources itstands itstays itstext itsupports itsword
    ittable ittells itth itthe ittype itul itwas itweighs itwere itwhat itwhen itwhenwhyinits itwhy itwith itwithout
    itwould itx ity ix iy josang0 jsonschema judgeby judgmenta judgmentclaim judgmenth0 judgmentlevel judgmentsa
    judgmentsby judgmentsclaim judgmentsh0 judgmentslevel judgmentstable judgmentswhatis judgmentsx judgmentx keepsa
    keeptype keyjudgments kindanother kindassumption kindchanged kindclaim kinddescription kinddissent kinddocument
    kindfact kindfidelity kindfirst kindgap kindgrade kindgraded kindgrades kindharm kindindicator kindlink kindmedia
    kindorigin kindprior kindpropensity kindrelay kindremoved kindretracted kindright kindsearch kindsources
    kindstatements kindstrength kindtext knowcame knowfirst knowing0 knowingfirst knowit knowledgetype known0 knowna
    knownbelieved knownclaim knownfigcaption knownfirst knownfrom knownh0 knownhow knownis knownjudgments knownlevel
    knownli knownpicture knownref knownrows knownsvg knowntable knowntd knowntext knownth knownthe knownto knowntype
    knownwhywhatwould knownx knownx0 knows0 knowsa knowsenum knowsfirst knowsit knowsth knowsthrough knowswould
    knowswouldsay knowthis knowtype l0 label0 labelcontents labeldenied labelledan labelledbyhead labelledbypicture
    labelpicture labeltable labeltype labelx lanedate lanesname laneth langen largestring last0 leaderkind leadernull
    leaderx leadfont leadingside leadit leadnot leadroughly leadstatus leadsthen leaveit left0 left0px left0rem leftwho
    lessone lettera level0 li0 lia liage liask liasserted libefore libest libreakdown lidenied lidocument liesbetween
    lifigure lifind lightdark lightpaper lihow liif liit likelierwe likelihoodbasis likelihoodfor likelihoodratio
    likelihoodth likelihoodwords likely0 likelyalmostcertainlikelihood likelyconfidence likelyfrom likelyleader
    likelylow likelynew likelystance likelystatus likelytext likelyth likelytitle lili lilook limargin limost line0
    line0a0d0 linea lineaaa lineagedescription lineagewitnessed lineborder linec0c0c0 lineclass lineeverything lineh0
    lineheight lineindependence lineinternal lineis linekeyjudgmentswhat linelevel linemin linepadding lines0 linesno
    linestroke linetd linetext lineth linethat linetitle lineul lineviewbox linewidth linez linkasserted linkcarries
    linkcontributions linkdependences linkdescription linkestablished linkfigcaption linkfrom linkl linkli linknever
    linknone linknull linknumbered linkpicture linksdescription linkshare linkshareiflostalonewhat linksid linkside
    linkskind linktext linkth linkthe linktimeline linkwhere linkxthe lino linobody linote linothing liol lion lione lis
    listatus listrength liststyle lisupported lithe lito litwo liul liweakness liwith lix liy longoverflow lookinto
    lookli losingit lost0 lostalone lostalonewhatis lostaloney0 losthow lostth low0 lowafter lowcauses loweredfrom
    lowname lowno lowor lowstatus madea madeh0 madelevel maderight maderightof madetext madex mainfooter mainheader
    mainsection manyof manyorigins manytimes margin0 margin0mm margin0rem marginbottom margintop mark0 mark0d0f0c
    mark0fbce0 marka markcursor marknav markoutline markpadding markslabel markstroke marksvg markthe matrixquestion
    maximum0 maxwidth maybe meansall meansan meansnot meansonly meansthe medianot mediaoutlet mediaprefers mediaprint
    mediaprotected mediaprotectednot mediarecord met0 metacharset metacolor metafigcaption metafor metahttp metaname
    metarole methoda methodgaps methodgrades methodh0 methodlevel methodli methodlikelihood methodnever methodnumbered
    methodoriginevidence methodrepeating methodscored methodthe middleclass middlex middley minda mindbreakdown mindeach
    mindh0 mindif mindlevel mindto mindwhatto mindwhocarries mindx minimum0 minwidth moderate0 moderatelink moderatename
    moderatesteps moderatestrong morea morein morekind moreli moresources morethan morey most0 mostimportant mostone
    mostworth movedalone movedaloneovermoves movedclaim moveif moveit movesit movesitall movesitevidence movesno movesx
    movethe muchis muchit muchof muchthe muchthey mustbe mustnot nameassumptions namebounds nameconcentration
    namedescription namedso nameevent namegenerator nameindependence nameits namenone nameopen namepublication
    namereferrer namesof namestanding namestatement namesthe namesx namesy nameto nameus nameviewport namey navaria
    navdisplay navfooter navmain navmeta navol navsummary neededword neitherway neutral0 neutralbackground neutralcc
    neutralnot neutralnotagreed neutralserves neutraltd nevermore neveruses neverweighs newestablished newroman
    newsroomrecord next0 nexta nextask nextaudience nextfind nextfor nextforinternal nexth0 nextifthis nextlevel
    nextlook nextreaders nextroot nexttitle nextwhocarries nneutral noanswer nobasis nobodygraded nobodyhas nochance
    nochance0 nochancevery nodes0 nodeskind noestablished nograde nonefigcaption noneform nonegets nonemay nonemeans
    nonemeta noneof nonepadding nonerole nonescroll noneskip nonestroke nonestyle nonetd nonetype nopart noreferrer
    norows noscore nosource nostatement nostatements nostatementsnot nostatementsx not0 nota notadded notagreed notat
    notbecome notchecked notcount note0 notedescription noteinternal noteschema notesdescription notesgrade notesid
    noteskind notesnot notesover notestablished notestablished0 notestablishednot notestablishedwhat
    notestablishedwhywhat notethis notetype notfind notfor notgraded notgraded0 nothing0 nothingan nothingand
    nothingcounted nothingis nothingli nothingno nothingnumbered nothingorigin nothingoriginshareif nothingshare
    nothingtd nothingthat nothingto nothingweighs nothingwho notindependent notknown notknown0 notknownwhywhat notmet
    notname notnot notprotected notsaid notscored nowlikelihood nowraplong nowth nullblock nullcells nulld nullinputs
    nullkind nulllow nullnull nullparts nullprior nullprobability nullsmallest nullswings nullword numberabove
    numberedfalse numberedtrue numberexclusiveminimum numberfrom numberis numberminimum numbermoves numberon
    numbersblock numberscites numbersfidelity numbersmethod numbersp numbersrepeating numbersrivals numbersstrength
    numbersstrongest numberssupporting o0 objectadditionalproperties objectproperties observeddescription occasiontype
    occurreddescription oddsbits oddsper of0 ofa ofattribution ofdays ofdistance ofeach officialorganisation offset0px
    offthe ofgrade ofhappened ofhearing ofhow ofit ofits ofitwhenwhyin ofnote ofone oforigins ofreply ofreplyindicators
    ofrival ofsource oftena ofthe oftheir ofthem ofthese ofthese0 ofthis oftwo oftype ofwhat ofwhich ofy olcolumns
    oldetails olh0 olli olmargin olsection olth on0 ona onaverage onbelief onboth oncounts ondated ondescription
    ondisbelief one0 oneach onealone oneanswer oneclaim onedenies oneestablished onefor oneis oneoccasion oneof
    oneorigin oneoriginynot oneother onerelay onesource onetells onetype onevoice onewith onewould onit onknows only0
    onlya onlyclaim onno onone onrows onsources onth onthe ontype onunknown onwhat onx ony onypersoncwitnessedneutralnot
    openfinding openone opinionis opinionprior opinionside opposesand opposing0 ora oragainst oranything ordenies
    orderblock orderevidence orderp orderrivals ordersin orfalse orfrom organisationmedia organisationstate orgdraft
    orhigh origin0 origina originabout originallows originalone originand originasserts origincame originclaim
    originconfidence origincontributions origindescription originestablished originevidence originevidencefidelity
    originfigcaption originfor originknows originnames originnot originnothing originnotknown originorigin originpicture
    originrests origins origins0 originsagainst originsaid originsall originsand originsblock originscannot
    originsestablished originsfor originshare originshareiflostaloney originsid originsidclaimlikelihoodbasisstatus0
    originsin originsindependence originsis originskind originsources originsp originstatements originsthat originstrips
    originstroke origintd origintext originth originthat originthe originunsure originwhere originwho originwould
    originx originy originynotgraded oris ormore orof orpass orpasses orpublished orsensor orthe orthrough oruncertain
    orundermines orwas orwhat othera otherclaim otherenum othernames otherreliability otherslosing otherswhat othertype
    otherwisenone ourmind ourmindwhat ourmindwho outlet0 outline0px outlineitems outlineli outlineoffset outlinepadding
    outlineul outnext outnextfor outnextif outnextwho outrequired overa overall overflowvisible overflowwrap overflowx
    overits overmoves overth ownercopies ownhedge ownits ownknowledge ownnone ownwhat ownword p0 pa padding0 padding0rem
    paddingbottom paddingleft paddingright paddingtop pagemargin paleone paper0b papercolor paperfff paperpadding
    paperstroke papersvg paragraphtext part0 partdecided particle partof partsrule partsset parttext passedon passeson
    passon pat pathclass pathdescription pathof pathsnodes patternw pbasis pclass pdigest pdiv peach percentagepoints
    percents personc personcwitnessedneutralnotagreed0y personli personofficial personorganisation personsame
    personsources personstrength personth peverything pfirst pfooter pfrom ph0 pheader phow picture0 picturebars
    pictureclaim picturecolumns picturelanes picturename placecorrections placedescription placeof placerows places
    places0 placeth plaintextsvg pli point0 pointercolor pointerfont points0 pointsblock pointsflips pointsgrade
    pointsit pointsorigin pointsoriginshareif pointsp pointstitle pointswho pointsx policycontent policydescription
    policyof policysources positionabsolute positionalone pp predictionis predictionopinion preferscolor prepeating
    preserveaspectrationone printroot prior0 priordescription priorid priorside privatedescription privatefile
    probabilitiesx probability0 probabilitybefore probabilityno probabilityp propensity0 propensitydescription
    propensityid propensityneutral propensitypropensity propensityserves propertiesid propertiesindependence
    propertiesis propertieskind propertiespath propertiessource propertiestitle protecteddescription protectedneutral
    protectednot protectednotgradedunknownserves protectedth protectedtrue protectedtype pscored psection pshare pthe
    publication0 publicationmarks publicationp publicationtext publicationth publicationwhat publicationx
    publicationxfor publictype published0 publisheda publishedbackground publishedby publisheddescription publishedin
    publishedis publishedit publishedon publishedseen publishedtext publishedth publishedtype publisherd
    publisherdescription publisherpublished publisherth pul pwhat pz questionclaims questiondescription questionin
    questionis questionnull questionsdescription questionsid questiontype questionz quotedescription quotefrom quotesh0
    quoteslevel quotess quotesstatement quotestable quotesthe quoteswere quoteth quotex r0 raisedfrom ratiohow reachedus
    reachlikely reachroughly reachunlikely reachus reachvery readand readerscannot readerscasebook readersinternal
    readilythe readit reasontype recordedtold recordnot recordor recordpublished recordsensor rectclass rectspan
    recttext refdefs referrercontent referrermeta refusesto regiontabindex relaycontributions relaynever relays
    relaysare relayshare relayshareiflostalonewhat relayskind relaysthe relayth reliabilityc reliabilitydescription
    reliabilityhow reliabilityth remarkof removedcollection repeatinga replacedby replacesit repliesdissent replya
    replydeception replyh0 replyindicatorsto replylevel replytext replytype replyx reportedlythey reportwhat reportx
    requiredfrom requiredid requiredkind requiredorigin requiredpath requiredsource requiredsources requiredtype
    restingon rests0 restson retractedbecause retractedevidence retractedid retractedli retractednumbered
    retractedquotes retractedref retractedreplaced retractedstatements retractedtd retractedx retractedxevidence right0
    rightof ring0 rivala rivaland rivalclaims rivalevidence rivalh0 rivalitself rivaljudgment rivallevel rivals0
    rivalsit rivalsleave rivalsside rivalsx rivaltable rivalx rivaly roleimg rolenote roleregion romanserif rootcolor
    rootpaper roughly0 roughlyeven roundedafter rowdir rowsa rowsalmost rowsd rowsevent rowsof rowsorigin rowss rowswhat
    rowsx rowsy rulebounds rulelink rulenot ruleopinion ruleprior rulerivals rulerviewbox rulescite rulestatement runthe
    rx0 s0 sadmiralty said0 saidby saiddetails saidit saidli saidnumbered saidof saidor saidpassed saidth saidto
    saidwhat saidwhen saidwhy sallows samein sameowner sameperson sansserif sawit sayit sayor saysit saysnothing saysor
    sayssomething saysthat sayswhat sayterms saythis scale0 schemahttps schemaorg schematitle schematype schemedark
    schemelight schum0 scopecol scoperow scoredagain scoredand scoredby scoredenum scoredigest scoreinternal scorestrips
    scoretd scoretext scoretype scrollfocus scrolloverflow scrollrole searchedfor searchesmade searchesreplies
    searchmade sectionid sectionmain sectionpart sectionsection sectionstitle securitypolicy seenby seethe segoeui
    sensorother sensorthat sentencesthat sentencethat sentencetype senum serif0 seriffill serifh0 serifoverflow serves0
    servesagainst servesneutral servesnot servesstated servesthem setaside setsthe settled0 severallikelihood sfinding
    sfolder shadedroughly shadedunlikely shapley0 shapleyvalue sharedinterest sharefor shareif sharesadd shareth
    sharetype sharewhat shortword shownand showwhere sidea sideagainst sideat sidebelieveddisbelieved sideby sidefirst
    sidefor sideh0 sideis sidelevel sidentity sidenull sides0 sidesjudgment sideskey sidesli sidez signdescription
    signnote signsupports singleorigin singleoriginnot singletopics size0 size0rem sizingborder skipfocus skiphref
    skipnav skipposition smallesttrue soand soft0 softb0b0ac softfill softfont softgrade softnot softover softstrip
    softsvg softthe solidvar somethingtype sortof sothat sotype sourceany sourceasserts sourcebecause sourcecan
    sourcedescription sourceexpected sourceis sourceof sourcequestions sourcereliability sourcereliabilityhowit
    sourcerule sources sources0 sourcesa sourcesage sourcesaudience sourcesdescription sourceseither sourcesenum
    sourceserif sourcesfound sourcesh0 sourceshas sourcesid sourcesids sourceskind sourceslevel sourcesmost sourceson
    sourcespeaks sourcesscore sourcessections sourcessource sourcesstrength sourcestable sourcesthat sourcestype
    sourcesweakness sourceswould sourcesy sourceth sourcethat sourcethis sourcetype sourcey sown spacenowrap spanaria
    spandiv spanof spanseveral spansvg speakfirst speaksfrom srcnone srcunsafe sside stanag0 stanceasserts stancedenies
    stancedescription stancetextfile standat standin standingadditionalproperties standingdescription standingis
    standingretracted stands0 standsand standschance standscorrected standsfor standsin standskey standsli standsstatus
    standstype standswas startbelieved startclass startdisbelieved startnot startvertical startx starty statebody
    stated0 stateddescription statement0 statementadds statementbefore statementbetween statementdescription
    statementdid statementlinks statementmarks statementnone statementof statementon statementquote statementquotefroms0
    statements0 statementsall statementsconfidence statementscount statementsdescription statementsdid
    statementsestablished statementsfrom statementsh0 statementsid statementside statementsids statementsin
    statementsjudgments statementskey statementslevel statementsli statementsnot statementsnotknown statementsorigins
    statementsreach statementss statementsstatements statementsstrips statementstd statementstill statementswere
    statementsx statementsx0likely statementsx0not statementsx0x statementtext statementth statementthat statementwhat
    statementwhatbecame statusall statusindependence statusno statusrows statussingle statusth statusx staysat stayshow
    staysnot staysp staystitle staysx stayvisible stepsrule stext stillstands stillunknown strength0 strengthdescription
    strengthid strengthstrength strengthweak stringadditionalproperties stringaliases stringarchive stringbecause
    stringby stringclaim stringclaims stringcutoff stringexamples stringexhaustive stringkind stringnote stringon
    stringpattern stringplace stringpropensity stringpublished stringpublisher stringquote stringref stringreliability
    stringsign stringstance stringterms stringtext stringto stringurl stringwhen stripdisplay striplow stripsblock
    stripslow stripspan stripstitle stripsvg strokedasharray strokevar strokewidth strong0 strongest0 strongevent
    strongfont strongpublication strongstatement strongtype strongx stylehead stylenone styleroot stylesrc sucha suchas
    summarycolor summarycontents summarydiv summaryfont summaryol summarythe summaryul supporta supportedby supportedx
    supporting0 supportsbecause supportshow supportsor supportsthis supportsundermines surecx surefill sureit svgaxis
    svgband svgbar svgbars svgbelief svgbox svgcircle svgclaim svgclass svgcross svgdated svgdisbelief svgdisplay svgdiv
    svgdoubtful svgedge svgflow svggrid svghead svgheight svghere svgline svgmin svgon svgorigin svgsoft svgspan
    svgstrong svgtd svgtext svgtick svgtitle svgunknown svgunsure svgwidth svgzone swingskind swords systemui tabindex0
    table0 tableborder tablediv tableheader tableheadings tablethead takeevery takenband takenfor takenfrom takenth
    takento takesthe targetleader targetword tbodytable tbodyth tbodytr tdclass tddir tddrawn tdoverflow tdtd tdtext
    tdth tdtitle tdtr tellsof templatecolumns termsbackground termsdescription termsof termssaid termsth text0 texta
    textalign textanchor textask textasserted textat textbasis textbefore textbottom textcircle textclaims textdenied
    textdependence textdescription textdocument texteach texteverything textfile textfileadditionalproperties
    textfiledescription textfind textfont textfrom textgrade texthow textit textjudgment textjudgments textline textlook
    textnote textor textpolicy textrect textrepeating textscored textshare textsthat textsvg texttd texttext textthat
    textthe textto texttype textunicode textwhat textwith textx texty textz thanthat thanthe thata thatadds thatanother
    thatare thatbears thatclaims thatconfirm thatcounts thatdeny thatends thatholds thatis thatit thatnames thatnobody
    thatreaders thatrelay thatreplaces thatsays thatstands thatstatements thatthe thatthere thatthey thatwe thatwhat
    thaty thborder thdir the0 theaddisplay theadtbody theadth theadtr theanalyst theanswers thebibliography theborder
    thebottom thebounds thebytes thecase thecasebook thechance theclaim theclaim0 theclaims thedate theday thedefault
    thedependence thedir thedocument thedocumentation theends theestablished theevidence thefidelity thefile thegeneral
    thehigher theirown thejudgments theleading theleft thelink thelow them0 themare themblock thembottom themethod
    themheard themli themmost themost themp themselvesas themsources themtype then0 thename thenit thenote theodds
    theone theonly theorigin theother theothers thepath thepolicy theprobability thepublished thequestion thequotes
    thereason therecord thereis therelay therelays therewhy therival therules thesame these0 theseasserted theseclaim
    thesehow thesekeeps theseli thesenothing thesentence theserule thesestatements theseth thesewas thesewhy thesource
    thestatement thetexts thetime thetitle theway theweight thewhole thewords theyare theychange theycould theydepend
    theyknow theypass theywere thfont thisanyway thiscasebook thiscasebookfnothingno thisif thisis thisknown thisone
    thisorigin thissource thisstatement thiswas thisx thmin thnav throughone throughwhom throughy thscope thtbody thtd
    thth thtr tickstroke tickx0 timeassumptions timeli timelinea timelineevent timelineh0 timelinelane timelinelevel
    timelinepublication timelinestatement timelinesvg timelinetable timelineviewbox timelinewhen timesd timeslikelier
    timesnew timex timexthe tippingpoints titleall titleassumptions titlebelieved titlebottom titleclaimtrack
    titlecorrections titled titledescription titledissent titledocuments titleestablished titleevidence titlefields
    titlegaps titlegrades titlehow titleid titleif titlein titleindicators titlejudgment titlejudgments titlekey
    titlelikelihood titleline titlemethod titleof titleor titlepath titlequotes titlerect titleright titlerivals
    titlesearches titlesources titlestatements titlestyle titletext titlethe titletimeline titlewhat titlewhere titlewho
    titlewhy titlex titlez to0 toa toalmost tobe todescription tof tofind togetherif togetherli togetherwhat tojudge
    toknow told0 toldby toldchance tolddeduced toldin toli tomethod tomove tonot tookpart toothers top0px top0rem topass
    topicdescription topicfor topicnull topicsdescription topicswhich topictype toppadding toreach toread toroughly
    torows toshow tosign tospeak toth tothe towatch towatchdissentcorrectionsevidencemethod towhich tox toz treatedas
    trli trtbody trth trthead trtr true0 trueasserts truebeside truecolumn truecount truedescriptor trueestablished
    truefor trueless truelinks trueneeded trueor trueotherwise truerefuses truerelays truetarget truetipping truetitle
    truetype trusted0 trustedgraded trustednobody trustednone trustedth turn0 turns0 twicethe twoor twosource typearray
    typeboolean typefont typeinteger typenumber typeobject typestring uihelvetica uisegoe ulclass uldetails uldiv ulh0
    ulli ullist ulol uloutline ulp ulpadding ulsection uncertainfigcaption uncertainlane uncertainpicture uncertainthe
    uncertaintimeline underminesanother underminesstrength underminesthe undermineswhich ungradeddescription unicodebidi
    unknown0 unknownand unknownbefore unknownclaim unknownfill unknownli unknownp unknownrule unknownserves unknowntd
    unknowntitle unknownto unknownul unknownvia unknownwhat unknownwhy unknownwith unknownx unlikely0 unlikelyconfidence
    unlikelyfrom unlikelyleader unlikelylines unlikelylow unlikelynew unlikelynull unlikelystance unlikelystatus
    unlikelytext unlikelyth unlikelyunlikelyroughlyeven unsafeinline unsurecx unsured unsurestroke unsurex upto urinone
    urldescription usand usesit usfrom usintelligence usth uswhere utf0 value0 valueshares varagainst varband varink
    varline varmark varpaper varsoft varwash varzone verticalalign verylikely verylikely0 veryunlikely veryunlikely0
    viadescription viay viewbox0 viewportcontent visibleenum visiblefigure visibleoutline visiblescroll voicefrom w0
    waiverabout wascalculated waschanged wascorrected wasfound wash0 washcard washf0f0f0 washfff washsvg waspublished
    wasretracted wasrun wassaid wastold watcha watchdissentcorrectionsevidencemethodbottom watchh0 watchlevel watchx
    way0 wayasserted wayis wayli waystitle waysygradec waywhy weak0 weakmoderate weakness0 weaknessnobody weaknesswould
    weighs0 weighsfor weighsmore weight0 weightfor weightis weighton wekeep werefound weregathered weregraded werenot
    weretaken weretrue wesaw wewould what0 whata whatanybody whatbecame whatchanged whatchangedfor whatcomes whateach
    whatevent whatis whatit whatmay whatmoves whatrows whatsays whatsort whatstatements whatth whatthe whatthey
    whattimeline whatto whatwas whatwould when0 whendescription whenevidence whenit whenp whenstatements whenth whenthe
    whentitle whentype whenwe whenwhat whenwhy wherea wheredigest whereit wherenothing whereth wherethe whethera
    whetherexactly whetherindependence whetherit whetherthe whichasserts whichat whichclaim whichcome whichdenies
    whichrests whichstatements whichthey whichtype whitespace whoasserts whocarries whoknows wholecasebook wholemove
    whomexpected whomit whomwhere whoor whopublished whosays whoseindependence whowrote why0 whya whyasserted whybefore
    whydenied whyh0 whyhow whyin whyit whylevel whyrule whyth whyto whywith whyx width0 width0rem widthauto widthdevice
    widthinitial widthnone with0 witha withbounds withevery withli withoutfalse withoutthat withoutthis withthe
    witnesseddocument witnessedneutral witnessedtd witnessedtook witnessedx wordalmost wordalone wordand worddate
    wordfigcaption wordfrom wordfromtoalmostno wordkind wordlikely wordlow wordmain wordmethod wordnull wordor
    wordpicture wordroughly wordsallows wordsalmost wordsasserted wordsclaimbelieveddisbelievednot wordsh0 wordsheadings
    wordsitems wordslanedatewhatevent0 wordslevel wordslikelihood wordslikely wordsof wordsorigin wordsroughly
    wordssummary wordssvg wordstable wordsthemselves wordsunlikely wordsus wordsvery wordsword wordswordfromtoalmost
    wordth wordthat wordthe wordtitle wordunlikely wordvery wordword worthbounds worthknowing wouldbe wouldchange
    wouldcount wouldfall wouldhave wouldhear wouldlead wouldmove wouldsay wouldstand wouldy wrapanywhere wrapbreak
    written0 wronga wrongh0 wronglevel wrongrivalsside wrongtogether wrongx wroteit ww x0 x0x xage xand xasserted
    xassumptions xaudience xauto xb xbefore xbelief xbelieved xbest xbreakdown xc xcc xcciyci0 xclaim xconfidence
    xcorrections xd xdenied xdigest xdissent xdocuments xevidence xexpected xfirst xfor xforinternal xfrom xh0 xhow xi
    xic xid xif xin xindicators xis xit xkind xl xlead xlevel xli xlikely xlink xlinks xno xnodes xnot xnotes xnothing
    xnumbered xon xone xorigin xover xpublished xreaders xrelay xretracted xretractedx xright xrivals xroot xroughly
    xrows xrule xsaid xsearches xsources xstatement xstatements xstatus xstrips xsupported xsvg xtable xtd xtext xth
    xthe xthefidelity xtimeline xtitle xto xtwo xul xwhat xwhen xwhere xwhich xwho xwhy xwith xwould xx xy y0 ya yand
    yasserts yassertsydeniesnot yassumptions ybears yblock ybottom yc ycame ycan ycarries ycc yconfidence ydenies yfirst
    ygraded yheard yhow yindependence yis yjudgment ykey ykind yli ymedia ynot ynotes yon yp yperson ypublication
    yquestions yreliability ysay ysays ysources ystrips ysuch ytd ytext yth ythe ythrough ytimeline ytitle ytwo
    yweakness ywere ywhenit ywhich ywhose ywitnessed yx yy0 za zanswer zanswerbeforenowlikelihoodfor zat zbefore zbest
    zclaims zevidence zh0 zlevel znone zone0b0f0 zonecolor zonee0e0dc zoneeee zonefill zoneshaded zonesvg zonesword
    zonex zprior zrivals ztable ztext zx zy
    """.split()
)
"""Two words that stand side by side in them, written as one, with 0 for each number."""
