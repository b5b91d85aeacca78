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
    known knows l label labelled labelledby lane lanes lang largest last lead leader leading leaning leave left less
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
    reportedly required rest resting rests retracted right ring rival rivals role roman root roughly rounded row rows
    rule ruler rules run rx s said same sans saw say says scale schema scheme schum scope score scored scroll search
    searched searches section sections security see seen segoe sensor sentence sentences serif serves set sets settled
    several sha shaded shapley share shared shares short show shown side sides sign single size sizing skip smallest so
    soft solid something sort source sources space span speak speaks src stanag stance stand standing stands start state
    stated statement statements status stay stays steps still strength string strip strips stroke strong strongest style
    such summary support supported supporting supports sure svg swings system tabindex table take taken takes target
    tbody td tells template terms text textfile texts th than that the thead their them themselves then there these they
    this through tick time timeline times tipping tips title to together told took top topic topics tr treated true
    trusted turn turns twice two type ui ul uncertain undermines ungraded unicode unknown unlikely unsafe unsure up uri
    url us uses utf v value var vertical very via viewbox viewport visible voice w waiver was wash watch way ways we
    weak weakness weighs weight were what when where whether which white who whole whom whose why width with without
    witnessed word words worth would wrap written wrong wrote x y z zone zones
    """.split()
)

OUTPUT_PAIRS = frozenset(
    """
    a0 aaawash ab aband abar aboutdescription aboutnone abouttype aboutx abouty above0 abroadcast abroken absoluteleft
    accesseddescription achance aclaim aclass acolor acopy acredible acrossed actionnone addedto
    additionalpropertiesenum additionalpropertiesfalse addsnothing addson addup adesign admiraltycredibility
    admiraltygrade adocument afamily afile afocus after0 afteravoid aftereverything afterit afterjudgments
    afterprobability afterrows aftersha0 afterx afull against0 against0a0 againstc0a0c againstestablished againsthow
    againstinputs againstit againstjudgment againstkey againststroke againstturn againsttype againsty againtitle
    againwhat againx agesaid agreed0 agreedanonymous agreedbackground agreedbackground0 agreedis aheader ahref alabel
    aletter aliasesdescription alignitems alignstart aligntop aline alink alinkx allclaims allelse allin allorders
    allowsa allowslow allowsmoderate allsources allthe allto alltype almostcertain almostcertain0 almostno aloneall
    alonealone alonebut alonecounts alonehow aloneover aloneovermovesit alonerows alonesets alonewhat alonewho aloney
    amoderate analystassumed analysts analysttype anarticle anchorend anchormiddle anchorstart and0 andagainst andall
    andhow andii andits andlabelled andnot andone andpublished andretracted andscored andstay andstays andthe andwhat
    andwhen andy anequal anexcess anonymousdescription anopen anopinion anorigin anotherorder anotherorigin anothertype
    answerbefore answerbeforenowlikelihoodforestablished answeris answersapart answerstext answerswould answerto
    answerwould anumber anybodycan anyevidence anyevidence0 anymore anyofenum anyoftype anystatement anythingelse
    anyway0 anywaya anyways anywayterms anywaytermssaidpassedony anywayy anywheretd apale apartwithout aperson
    apositional approximateor aprediction aprivate aquestion archivedtype archiveurl aredesign areestablished areno
    arenot areone arerounded aretrue ariahidden arialabel arialabelledby arialsans arival arrayitems articlea
    articleclass articlesection articlesvg asbackground asentence ashare asidenot asingle asit askthem asky asource
    aspan asreportedly assertedby asserts0 assertsa assertscounts assertsdenies assertslineage assertsor assertssure
    assertsterms assertswhere assertsx assertsy assumeddid assumedfor assumedungraded assumedwhere assumeswhere
    assumptiongap assumptionsfinding assumptionsgaps assumptionslevel assumptionsnobody assumptionsthe assumptionsx
    assumptiontext astatement asthe at0 atall atbefore atext athigh atlow atmost ato atthe attributionpublished
    audienceinternal auto0fr autogap autoh0 automargin automin autopadding autosection autosvg autotd averageover
    avoidcard avoidthead aweight aword ax axisstroke axisx0 b0 background0 backgrounddeep backgroundenum backgroundoff
    backgroundpublished backgroundvar backgroundwhere backwithout band0 band0b banda bandand bandare bandb0cbe0 bandccc
    bandfill bandit bandmethod bandpoint bandrows bandstroke bandthey bandx bard bardenies baris barslabel barstext
    barstroke barsviewbox baseuri basisstatements basisstatus basisto bayesbovens bayestext bband bbits bbitsycci0 bc
    bchance bearson becameof becausea becausedescription becauselink becausex becomepublic becomes0 bedated
    beestablished before0 beforeafter beforeany beforenow beforeprobability beforesha0 beforethe beginsat behindit
    belief0 beliefrect beliefsvg beliefx believed0 believeddisbelieved believeddisbelievednotknownx belikely below0
    benamed bepublished besideits beso bestcounter bestsupported betrusted betrusted0 between0 beunlikely bevery bewrong
    bibliographyis bidiplaintext bit bitsevidence bitshow bitsrivals bitsrows bitsy blockbullets blockfigure
    blockjudgment blockmax blockoutline blockparagraph blocksblock blocktable bodya bodyfont bodyhtml bodymargin
    bodynewsroom booleanadditionalproperties booleandescriptor booleanoccurred booleanpolicy border0px borderbottom
    borderbox bordercollapse borderleft bordertakes bordertop bothsides bottom0 bottom0px bottom0rem bottomaria
    bottomline bottomp bounds0 boundsfinding boundsfrom boundsmark boundsside boundsspan boundstake bovenshartmann
    boxclaim boxesof boxfill boxhtml boxorigin boxsizing boxthe bracketshow breakafter breakdownpoint breakinside
    breakword broadcastor brokenline btopic bulletsitems butadds butis bx by0 bydescription byit byitself bynull
    byorigin byrival byside bysidebelieved bystrength bytesthat bytopic byus byuswheredigestdd0 bywhom byx byy
    byypublication0 byywhen c0 calculatedblock calculatedtitle calculatedto calculatedwhy calculatedx cameall cameto
    canbe cannotask cannotbe canread cansupport caption0 captionhow captionlikelihood captionwhen captionwho cardborder
    cardh0 cardtr cardul carries0 carriesit carriesithow cas casebooka casebookassumes casebookchanged casebookdocument
    casebookf casebookfnothingnobasis casebookid casebookjudgments casebooklevel casebookmethod casebooknote casebooks
    casebooksha0 casebookso casebookthe casebooktitle casebooktype casebookwas casebooky caseis causesa causestext cband
    cbelieved ccand ccczone cchance cci cconsistent cd cdigest cellsx centerfont centsare certain0 certainfrom
    certainlikelihood certainlikelihoodwords certainlow certainstance certainty0 certaintydescription cexpected chance0
    chanceconfidence chancefrom chancelikely chancelikelyverylikelyalmost chancelines chancelow chancenew chancenull
    chanceof chancestance chancestatus chancethat chancevery chanceveryunlikelyunlikelyroughly chancex changedaudience
    changedcollection changedfor changedforinternal changedin changedkind changedreaders changedroot changedso
    changedtype changedy changeno changeour changeskind changesnothing charsetutf chartergeorgia checkdissent
    checkedhere choiceblock choicegrade choicegradetakenband0 choicemethod choicessee ci cid cinternal circleasserts
    circleclass circlestroke circleunsure citebayes citesbayes citesbovens citesjosang citesschum citesstanag citestext
    cix claim0 claima claimalone claimbefore claimbeforeafterx0roughly claimbehind claimbelieved
    claimbelieveddisbelievednotknownx claimcomes claimdescription claimenum claimfill claimit claimlikelihood claimnames
    claimnull claimon claimresting claims0 claimsbasis claimsdescription claimshow claimsid claimsis claimslevel
    claimsof claimssource claimssources claimssourceswhereit claimssvg claimstance claimstatements claimsto claimstype
    claimsupports claimsx claimthat claimthe claimtitle claimtrackcasebook claimtracktitle claimtype claimwhere claimx
    classasserts classaxis classband classbars classbelief classbottom classbox classcard classconfidence classcross
    classdate classdated classdenies classdisbelief classdrawn classedge classflow classgrid classhead classhere
    classlead classline classmeta classon classoutline classruler classscroll classskip classsoft classstrip classstrong
    classtick classtimeline classunknown classzone cnull collapsecollapse collapsewidth collectioncasebook
    collectiondocuments collectionlinks collectionnotes collectionsources collectionstatements colorscheme colorvar
    colth column0 columns0rem columnsauto columnsx comebefore comein comesfrom comesfromtimelineassumptionsgapssearches
    comesover comesthrough communitydirective concentrationfinding cone confidencearticle confidenceborder
    confidenceconfidence confidenceis confidencelow confirmit confirms0 confirmschance consistenti contentclaimtrack
    contentdefault contentno contentsbottom contentsbottomlinekey contentsdetails contentsecurity contentsjudgment
    contentsjudgments contentsjudgmentsinthe contentsjudgmentwhatis contentsthe contentsthemost contentwidth
    contributionsclaim contributionsid copiesshared copyis correctedand correctedor correctedretracted
    correctionsevidence correctionslevel correctionss correctionssection correctionsstatement correctionsstatementwhat
    couldhave count0 countalone countedthat counterevidence countfor counts counts0 countsa countsfor countswith
    credibility0 credibilitydescription credibleinterval crossedone crossstroke crossunsure csources cstrips cthe
    cursorpointer cutoffdescription cwitnessed cx0 cy0 d0 dand darkpaper darkroot dasharray0 dasharraynone dateallows
    datedafter dateddiv datedfill datedir datedline datedx datewhat datewhite daysthat dayup dband dchance dd ddocuments
    de deceptioncheck decidedrecorded decidesfalse deducedunknown deepbackground defaultmethod defaultnumbers defaultsrc
    defsclaim defsdependence defsdocument defsestablished defslink defsnote defspolicy defsquestion defssource
    defsstanding defsstatement defstextfile deniedby denies0 deniesan denieschance deniescounts deniesfalse
    denieslineage deniesnot deniesone deniesstanding deniesthe deniestrue deniesunsure deniesvia denieswhich deniesx
    denyit dependencedescription dependenceestablished dependencenone dependencesdescription dependon descriptiona
    descriptionadmiralty descriptionan descriptionassumptions descriptioncorrected descriptiondigest descriptionfamilies
    descriptionfidelity descriptiongrade descriptiongrades descriptionhow descriptionid descriptionids descriptionits
    descriptionname descriptionone descriptionother descriptionpath descriptionprobability descriptionremark
    descriptionsentences descriptionshort descriptionsources descriptionterms descriptionthe descriptiontitle
    descriptiontopic descriptionwhat descriptionwhen descriptionwhere descriptionwhether descriptionwhich descriptionwho
    descriptionwhy descriptordescription descriptory designchoice designchoices detailscontributions detailsdisplay
    detailsfont detailsnav detailssummary devicewidth devidence dfields didnot digestclaims digestd digestdescription
    digestevidence digestof digestrows digestsha0 dirauto directive0 directly0 dis disbelief0 disbelieffill
    disbeliefrect disbeliefx disbelieved0 disbelievednot displayblock displaygrid displaynone displaytable disputed0
    disputedallows disputedblock disputedfactors disputedkey disputedtitle disputedwhat disputedx dissentcorrections
    dissentharm dissentlevel dissenttext dissenttype dissentx distancesuch dit divclass divp divsection dm0 dnull
    dnumbered doctypehtml documentationlikelihood documentationmethod documentationtitle documentd documentdescription
    documenthas documentis documentit documentnotes documentpublisher documentpublisherpublishedseenby documents
    documentsd documentsdescription documentsdocument documentsdocumentpublisherpublishedseen documentsid documentslevel
    documentssection documenttype doesnot doublesthe doubtfulfalse doubtfulfill dpublished dpublisher dquote draft0
    drawnmin drawnsvg ds dstrips dtitle dto dtopic dwhat dwho dx e0 eachadds eachclaim eachgrade eachnumber eachof
    eachother eachrival eand eband ececeasoft echance edgebar edged edgefill edgeunsure eeeagainst ef eithertype
    elsestays elsethat endof endrect endsin endsof enhead eno entirelytype enuma enumasserts enumassumption
    enumestablished enumfact enumneutral enumon enumperson enumsame enumstands enumsupports enumweak enumwitnessed
    equalshare equivcontent error0 established0 establisheda establishedagainst establishedall establishedassumed
    establishedbest establishedcan establishedconfidence establisheddenied establisheddescription establisheddocuments
    establishedestablished establishedfalse establishedfor establishedits establishedjudgment establishedkey
    establishedlevel establishednot establishednotknown establishedor establishedorigin establishedorigins
    establishedrelays establishedrivals establishedrows establishedside establishedstatements establishedstatus
    establishedsupported establishedthat establishedtitle establishedtrue establishedwhat establishedwhatto
    establishedwhere establishedwhy establishedwhywhatwould establishedx establishedy establishedz etopic even0
    evenchance evenchance0 evenchancelikelyvery event0 eventmarks eventskind everygrade everythinghere everythingwas
    evidence0 evidenceby evidencedocuments evidenceit evidencelevel evidencemethod evidenceof evidencequotes
    evidencestatements evidencesupports evidencewhat evidencewith evidencex exactlyone exacttrue examples0
    excesslikelihood exclusivemaximum0 exclusiveminimum0 exhaustivedescription expectedto factorsname factprediction
    factquestion fallback falseasserts falseblock falsecolumn falsecount falsedefs falseestablished falseinquiries
    falseorigin falsequestion falserequired falsesays falsestatement falsetitle falsetype falsewords falsewritten falsey
    familiesof familyinherit familyof familysystem fareach farit farthe farthis fary fcredibility fffink fffmark
    fidelity0 fidelitya fidelityfidelity fidelityid fidelitytaken fidelitythat fieldstext fieldstitle figcaptioncolor
    figcaptiondiv figcaptionfigcaption figcaptionfont figurebreak figurecaption figuredetails figurediv figuremargin
    figuresection figuresummary figuresvg filefrom filethat filetrue fillnone fillvar findanother finding0 findingone
    findingthat findingthe findout findsearched first0 firstask firstfind firsthand firstlevel firstlook firstof
    firstthe firsttype flipstarget flowfigure flowtext flowviewbox fnothing focusleft focusvisible fof foldertype font0
    font0rem fontfamily fontsize fontweight footerbody footercolor footerfooter footermax footerp for0 fora foragainst
    forall forand foreach forestablished forgrades forinputs forinternal forit forits formaction fornone fornothing
    foronly foror forpublication forsingle forthis foundin foundout foundto foundtype fprotected from0 fromare
    fromdescription fromdiv fromevidence fromfrom fromhow fromits fromlevel fromlikely fromor fromorigin fromroughly
    fromrows froms fromsvg fromthe fromtimeline fromtimelineassumptionsgapssearchesmaderight fromto fromtwice fromwhat
    fromwho fromwhom fromx fromy ftopic ftopics fullcircle gap0rem gapindicator gapslevel gapssearches gapsx gaptext
    gatherednone generalgrade generatorcontent georgiatimes getsa gonea goneclaim goneclaimbeforeafterx gonedigest
    gonedocument gonein goneinternal gonejudgments gonekind gonemoved gonenote gonenumbered gonetext gonethe gradea
    gradeabout gradeallows gradeand gradeat gradeb gradec graded graded0 gradedb gradedc gradedd gradede gradedenum
    gradedfrom gradedid gradedit gradedone gradedthe gradedthis gradedunknown gradedunknownservesneutralnot gradedy
    gradee gradef gradeis gradeof gradesa gradesb gradesby gradesc gradesd gradese gradesf gradesfor gradesgrade
    gradeshow gradesids gradeslevel gradesnot gradessvg gradetaken gradetype gridgrid gridmax gridtemplate gridviewbox
    gridwidth ground0 groupscroll hand0 handabout handchance handon handor handtype handy happenedtype happenedwhen
    harmtext harmwaiver hartmann0 has0 hasa hasgraded hasno hasthem havecome haveto head0 headbody headd headerclass
    headergroup headerhead headernav headfill headingsanswer headingsclaim headingsdocument headingsevidence
    headingsgrade headingsid headingslane headingslink headingsorigin headingsrelay headingssource headingsstatement
    headingswhat headingsword headmeta headnav headp hearddirectly heardthrough hearingthis hearthis hedgedescription
    hedgehow height0 heightauto helveticaarial hereblock hereevidence herefill hererests herestatement
    herestatementquotefroms herex hiddensources hiddentrue high0 highend higherword holdsa holdsfor holdsit howfar howit
    howmany howmuch howoften howreadily howsure howthe howthey howthis howy hrefpart htmlfont htmlhtml htmllang
    httpequiv httpsjson i0 ic icbelieved icdigest id0 idby idclaim idd iddescription identitymust idhead idl idname idof
    idpart idpicture ids idsof idss idsy idtext idtitle idx idy idz ievidence ifit iflost ifnothing ifthese ifthis ify
    iifrom iinconsistent imgaria importanty ina inanother inbrackets inconsistentn ind independencedescription
    independencefinding independenceis independencemust independencenot independentof independenttype indicatorsearch
    indicatorsto indicatortext indoes inheritmin initialscale inits ink0 ink0a0a0a inkececea inkfont inkh0 inkstroke
    inksvg inlinebase inpercentage inplace inputsl inputss inputsx inputsy inputsz inquirieskind inreply insideavoid
    integerminimum intelligencecommunity interesttold internalbefore internalcasebook internaldigest internalinquiries
    internalmethod internalnot internalreaders internalsection intervalblock intervalmethod intervalthe inthe into0
    intohow intype inwhich inwords irivals is0 isa isabout isabove isan isapproximate isarchived isassumed isdenied
    isdescription isenum isestablished isfrom isgone isheard isin isknown islow islowered ismoved isno isnone isnot ison
    israised isretracted issaid isscored isshown isstill istaken isthis istreated istrue istype isunknown iswhat isworth
    iswrong iswrongrivals isx it0 itall itallclaimssourceswhere italone itanyof itanyway itanywaytermssaidpassed
    itasserted itbears itbegins itchanged itchanges itclaim itcomes itconfirms itdenied itdenies itdiv iteach items0
    itemsasserted itemsbefore itemsbreakdown itemscenter itemsclaim itemsfind itemsnobody itemsref itemss itemsthe
    itemstype itemsx itemsy itevidence itevidenceby itfrom itfrom0 ithappened ithas itholds ithow ithowfar itis itit
    itjudgment itkey itknows itknowswould itlevel itlies itlink itmoves itof itopposes itor itorigin itreached itrelay
    itrests itrule itsays itsband itsection itself0 itserves itshare itshidden itsorigin itsown itsplace itsplaces
    itsrivals itsshapley itssources itstands itstays itstext itsupports itsword ittable ittd ittells itthe ittips ittype
    itwas itweighs itwere itwhat itwhen itwhenwhyinits itwhy itwith itwithout itwould itx ity ix iy josang0 jsonschema
    judgeby judgmentclaim judgmentit judgmentlevel judgmentsby judgmentsclaim judgmentsin judgmentslevel judgmentstable
    judgmentswhat judgmentswhatis judgmentsx judgmentwhat judgmentx keepsa keeptype keyjudgments kindanother
    kindassumption kindchanged kindclaim kinddescription kinddissent kinddocument kindfact kindfidelity kindfirst
    kindgap kindgrade kindgraded kindgrades kindharm kindindicator kindlink kindmedia kindorigin kindprior
    kindpropensity kindrelay kindremoved kindretracted kindright kindsearch kindsources kindstatements kindstrength
    kindtext knowcame knowfirst knowing0 knowingfirst knowit knowledgetype known0 knownbelieved knownclaim knownfigure
    knownfirst knownfrom knownhow knownis knownjudgments knownlevel knownpicture knownref knownrows knownsvg knownthe
    knownto knowntype knownwhy knownwhywhatwould knownx knownx0 knows0 knowsa knowsenum knowsfirst knowsit knowsthrough
    knowswould knowswouldsay knowthis knowtype l0 label0 labelcontents labeldenied labelledan labelledbyhead
    labelledbypicture labelpicture labeltable labeltype labelx lanedate lanesname langen largestring last0 leaddiv
    leaderkind leadernull leaderx leadfont leadingside leadit leadnot leadroughly leadstatus leaningneither leaveit
    left0 left0px left0rem leftout leftwho lessone lettera level0 lia liesbetween lifigure lightdark lightpaper
    likelierwe likelihoodbasis likelihoodfor likelihoodratio likelihoodwords likely0 likelyalmost
    likelyalmostcertainlikelihood likelyconfidence likelyfrom likelyleader likelylow likelynew likelystance likelystatus
    likelytitle likelyvery limargin line0 line0a0d0 lineaaa lineagedescription lineagewitnessed lineborder linec0c0c0
    lineclass lineeverything lineheight lineindependence lineinternal lineis linekey linekeyjudgmentswhat linelevel
    linemin linepadding lines0 linesno linestroke linethat lineul lineviewbox linewidth linez linkasserted linkcarries
    linkcontributions linkdependences linkdescription linkestablished linkfrom linkl linknever linknone linknull
    linknumbered linkpicture linksdescription linkshare linkshareiflostalonewhat linksid linkside linkskind linkthe
    linktimeline linkwhere linkx linkxthe liol liststyle longoverflow lookinto losingit lost0 lostalone lostalonewhatis
    lostaloney0 losthow low0 lowafter lowcauses loweredfrom lowname lowno lowor lowstatus madelevel maderight
    maderightof madetext madex mainfooter mainheader mainsection manyof manyorigins manytimes margin0 margin0mm
    margin0rem marginbottom margintop mark0 mark0d0f0c mark0fbce0 marka markcursor marknav markoutline markpadding
    markslabel markstroke marksvg markthe matrixquestion maximum0 maxwidth maybe meansall meansan meansnot meansonly
    meansthe medianot mediaoutlet mediaprefers mediaprint mediaprotected mediaprotectednot mediarecord met0 metacharset
    metacolor metafigcaption metaheader metahttp metaname metarole methodbottom methodgaps methodgrades methodlevel
    methodlikelihood methodnever methodnumbered methodoriginevidence methodrepeating methodscored methodthe middleclass
    middletext mindbreakdown mindeach mindif mindlevel mindto mindwhat mindwhatto mindwho mindwhocarries mindx minimum0
    minwidth moderate0 moderatelink moderatename moderatesteps moderatestrong morea morein morekind moresources morethan
    morey most0 mostimportant mostone mostworth movedalone movedaloneovermoves movedclaim moveif moveit movesit
    movesitall movesitevidence movesno movesx movethe muchis muchit muchof muchthe muchthey mustbe mustnot
    nameassumptions namebounds nameconcentration namedescription namedso nameevent namegenerator nameindependence
    nameits namenone nameopen namepublication namereferrer namesof namestanding namestatement namesthe namesx namesy
    nameto nameus nameviewport namey navaria navdisplay navfooter navmain navmeta navol navsummary neededword neitherway
    neutral0 neutralbackground neutralcc neutralnot neutralnotagreed neutralserves nevermore neveruses neverweighs
    newestablished newroman newsroomrecord next0 nextask nextaudience nextfind nextfor nextforinternal nextif nextifthis
    nextlevel nextlook nextreaders nextroot nextwho nextwhocarries nneutral noanswer nobasis nobodygraded nobodyhas
    nochance nochance0 nochancevery nodes0 nodeskind noestablished nograde nonefigcaption noneform nonegets nonemay
    nonemeans nonemeta noneof nonepadding nonerole nonescroll noneskip nonestroke nonestyle nonetd nonetype nopart
    noreferrer norows noscore nosource nostatement nostatements nostatementsnot nostatementsx nota notadded notagreed
    notat notbecome notchecked notcount note0 notedescription notep noteschema notesdescription notesgrade notesid
    noteskind notesnot notesover notestablished notestablished0 notestablishednot notestablishedwhat
    notestablishedwhywhat notethis notetype notfind notfor notgraded notgraded0 nothing0 nothingan nothingand
    nothingcounted nothingis nothingno nothingnumbered nothingorigin nothingoriginshareif nothingshare nothingthat
    nothingto nothingweighs nothingwho notindependent notknown notknown0 notknownwhywhat notmet notname notnot
    notprotected notsaid notscored notthese nowlikelihood nowraplong nullblock nullcells nulld nullinputs nullkind
    nulllow nullnull nullothers nullparts nullprior nullprobability nullsmallest nullswings nullword numberabove
    numberedfalse numberedtrue numberexclusiveminimum numberfrom numberis numberminimum numbermoves numberon
    numbersblock numberscites numbersfidelity numbersmethod numbersrepeating numbersrivals numbersstrength
    numbersstrongest numberssupporting o0 objectadditionalproperties objectproperties observeddescription occasiontype
    occurreddescription oddsbits oddsper of0 ofa ofattribution ofdays ofdistance ofeach officialorganisation offset0px
    offthe ofgrade ofhappened ofhearing ofhow ofit ofits ofitwhenwhyin ofnote ofone oforigins ofreply ofreplyindicators
    ofrival ofsource oftena ofthe oftheir ofthem ofthese ofthese0 ofthis oftwo oftype ofwhat ofwhich ofy olcolumns
    oldetails olli olmargin on0 ona onaverage onbelief onboth oncounts ondated ondescription ondisbelief one0 oneach
    onealone oneanswer oneclaim onedenies oneestablished onefor oneis oneoccasion oneof oneorigin oneoriginynot oneother
    onerelay onesource onetells onetype onevoice onewith onewould onit onknows only0 onlya onlyclaim onno onone onrows
    onsources onthe ontype onunknown onwhat onx ony onypersoncwitnessedneutralnot openfinding openone opinionis
    opinionprior opinionside opposesand opposing0 ora oragainst oranything ordenies orderblock orderevidence orderrivals
    ordersin orfalse orfrom organisationmedia organisationstate orgdraft orhigh origin0 origina originabout originallows
    originalone originand originasserts origincame origincarries originclaim originconfidence origincontributions
    origindescription originestablished originevidence originevidencefidelity originfor originknows originnames
    originnot originnothing originnotknown originorigin originpicture originrests origins origins0 originsagainst
    originsaid originsall originsand originsblock originscannot originsestablished originsfor originshare
    originshareiflostaloney originsid originsidclaimlikelihoodbasisstatus0 originsin originsindependence originsis
    originskind originsources originstatements originsthat originstrips originstroke originthat originthe originunsure
    originwhere originwho originwould originx originy originynotgraded oris ormore orof orpass orpasses orpublished
    orsensor orthe orthrough oruncertain orundermines orwas orwhat othera otherclaim otherenum othernames
    otherreliability others0 otherslosing otherswhat othertype otherwisenone ourmind ourmindwhat ourmindwho outlet0
    outline0px outlineitems outlineoffset outlinepadding outlinesection outlineul outnext outnextfor outnextif
    outnextwho outrequired overa overall overflowvisible overflowwrap overflowx overits overmoves ownercopies ownhedge
    ownits ownknowledge ownnone ownwhat ownword padding0 padding0rem paddingbottom paddingleft paddingright paddingtop
    pagemargin paleone paper0b papercolor paperfff paperpadding paperstroke papersvg paragraphtext part0 partdecided
    partof partsrule partsset parttext passedon passeson passon pathclass pathdescription pathof pathsnodes patternw
    pclass percentagepoints percents personc personcwitnessedneutralnotagreed0y personofficial personorganisation
    personsame personsources personstrength pfirst pfooter ph0 picture0 picturebars pictureclaim picturecolumns
    picturelanes picturename placecorrections placedescription placeof placerows places places0 plaintextsvg point0
    pointercolor pointerfont pointsa pointsblock pointsflips pointsgrade pointsit pointsorigin pointsoriginshareif
    pointstitle pointswho pointsx policycontent policydescription policyof policysources positionabsolute positionalone
    predictionis predictionopinion preferscolor preserveaspectrationone printroot prior0 priordescription priorid
    priorside privatedescription privatefile probabilitiesx probability0 probabilitybefore probabilityno propensity0
    propensitydescription propensityid propensityneutral propensitypropensity propensityserves propertiesid
    propertiesindependence propertiesis propertieskind propertiespath propertiessource propertiestitle
    protecteddescription protectedneutral protectednot protectednotgradedunknownserves protectedtrue protectedtype
    psection publication0 publicationdoctype publicationmarks publicationwhat publicationx publicationxfor publictype
    published0 publisheda publishedbackground publishedby publisheddescription publishedin publishedis publishedit
    publishedon publishedseen publishedtext publishedtype publisherd publisherdescription publisherpublished pul
    questionclaims questiondescription questionin questionis questionnull questionsdescription questionsid questiontype
    questionz quotedescription quotefrom quotesdiv quoteslevel quotess quotesstatement quotesthe quoteswere quotex r0
    raisedfrom ratiohow reachedus reachlikely reachroughly reachunlikely reachus reachvery readand readerscannot
    readerscasebook readersinternal readilythe readit reasontype recordedtold recordnot recordor recordpublished
    recordsensor rectclass refdefs referrercontent referrermeta refusesto regiontabindex relaycontributions relaynever
    relays relaysare relayshare relayshareiflostalonewhat relayskind relaysthe reliabilityc reliabilitydescription
    reliabilityhow remarkof removedcollection repeatinga replacedby replacesit repliesdissent replydeception
    replyindicators replyindicatorsto replylevel replytext replytype replyx reportedlythey reportwhat reportx
    requiredfrom requiredid requiredkind requiredorigin requiredpath requiredsource requiredsources requiredtype
    restingon restnull rests0 restson retractedbecause retractedevidence retractedid retractednumbered retractedquotes
    retractedref retractedreplaced retractedstatements retractedx retractedxevidence right0 rightof ring0 rivala
    rivaland rivalclaims rivalevidence rivalitself rivaljudgment rivallevel rivalmain rivals0 rivalsit rivalsleave
    rivalsside rivalsx rivalx rivaly roleimg rolenote roleregion romanserif rootcolor rootpaper roughlyeven roughlyside
    roundedafter rowdir rowsa rowsalmost rowsd rowsevent rowsof rowsorigin rowss rowswhat rowsx rowsy rulebounds
    rulelink rulenot ruleopinion ruleprior rulerivals rulerviewbox rulescite rulestatement runthe rx0 s0 sadmiralty
    said0 saidby saiddetails saidit saidnumbered saidof saidor saidpassed saidto saidwhat saidwhen saidwhy samein
    sameowner sameperson sansserif sawit sayit sayor saysit saysnothing saysor sayssomething saysthat sayswhat sayterms
    saythis scale0 schemahttps schemaorg schematitle schematype schemedark schemelight schum0 scopecol scoperow
    scoredagain scoredand scoredby scoredenum scoredigest scoreinternal scorestrips scoretext scoretype scrollfocus
    scrolloverflow scrollrole searchedfor searchesmade searchesreplies searchmade sectionid sectionmain sectionpart
    sectionsection sectionstitle securitypolicy seenby seethe segoeui sensorother sensorthat sentencesthat sentencethat
    sentencetype senum serif0 seriffill serifh0 serifoverflow serves0 servesagainst servesneutral servesnot servesstated
    servesthem setaside setsthe settled0 severallikelihood sfinding sfolder shadedroughly shadedunlikely shapley0
    shapleyvalue sharedinterest sharefor shareif sharesadd sharetype sharewhat shortword shownand showwhere sideagainst
    sideallows sideat sidebelieved sidebelieveddisbelieved sideby sidefirst sidefor sidelevel sidentity sidenull sides0
    sidesjudgment sideskey sidez signdescription signnote signsupports singleorigin singleoriginnot singletopics size0
    size0rem sizingborder skipfocus skiphref skipnav skipposition smallesttrue soand soft0 softb0b0ac softdiv softfill
    softfont softline softrect softsection softstrip softsvg softtext solidvar somethingtype sortof sothat sotype
    sourceany sourceasserts sourcebecause sourcecan sourcedescription sourceexpected sourceis sourceof sourcequestions
    sourcereliability sourcereliabilityhowit sourcerule sources sources0 sourcesage sourcesaudience sourcesdescription
    sourceseither sourcesenum sourceserif sourcesfound sourceshas sourcesid sourcesids sourceskind sourceslevel
    sourcesmost sourceson sourcespeaks sourcesscore sourcessection sourcessections sourcessource sourcesstrength
    sourcesthat sourcestype sourcesweakness sourceswhere sourceswould sourcesy sourcethat sourcethis sourcetype sourcey
    sown spacenowrap spanaria spanof spanseveral spansvg speakfirst speaksfrom srcnone srcunsafe sside stanag0
    stanceasserts stancedenies stancedescription stancetextfile standat standin standingadditionalproperties
    standingdescription standingis standingretracted stands0 standsand standschance standscorrected standsfor standsin
    standskey standsstatus standstype standswas startcircle startclass startrect starttext startvertical statebody
    stated0 stateddescription statement0 statementadds statementbefore statementbetween statementdescription
    statementdid statementlinks statementmarks statementnone statementof statementon statementquote statementquotefroms0
    statements0 statementsall statementsconfidence statementscount statementsdescription statementsdid
    statementsestablished statementsfrom statementsid statementside statementsids statementsin statementsjudgments
    statementskey statementslevel statementsnot statementsnotknown statementsorigins statementsreach statementss
    statementsstatements statementsstrips statementstill statementswere statementsx statementsx0likely statementsx0not
    statementsx0x statementthat statementwhat statementwhatbecame status0 statusall statusindependence statusno
    statusrows statussingle statusth statusx staysat stayshow staysnot staystitle staysx stayvisible stepsrule stext
    stillstands stillunknown strength0 strengthdescription strengthid strengthstrength strengthweak
    stringadditionalproperties stringaliases stringarchive stringbecause stringby stringclaim stringclaims stringcutoff
    stringexamples stringexhaustive stringkind stringnote stringon stringpattern stringplace stringpropensity
    stringpublished stringpublisher stringquote stringref stringreliability stringsign stringstance stringterms
    stringtext stringto stringurl stringwhen stripdisplay striplow stripsblock stripslow stripspan stripstitle stripsvg
    strokedasharray strokevar strokewidth strong0 strongest0 strongfont strongline strongrect strongtext strongtype
    stylehead stylenone stylesrc stylestyle sucha suchas summarycolor summaryfont summaryol summarysummary supporta
    supportedby supportedx supporting0 supportsbecause supportshow supportsor supportsthis supportsundermines surecx
    surefill sureit svgaxis svgband svgbar svgbars svgbelief svgbox svgcircle svgclaim svgclass svgcross svgdated
    svgdisbelief svgdisplay svgdiv svgdoubtful svgedge svgflow svggrid svghead svgheight svghere svgline svgmin svgon
    svgorigin svgsoft svgstrong svgtext svgtick svgunknown svgunsure svgwidth svgzone swingskind swords systemui
    tabindex0 table0 tableborder tablediv tableheader tableheadings tablethead takeevery takenband takenfor takenfrom
    takento takesthe targetleader targetword tbodytable tbodyth tdclass tddir tddrawn tdoverflow tdtbody tdtd tdtext
    tdth tellsof templatecolumns termsbackground termsdescription termsof termssaid text0 texta textalign textanchor
    textask textasserted textat textbasis textbefore textbottom textclaims textdenied textdependence textdescription
    textdocument texteach texteverything textfile textfileadditionalproperties textfiledescription textfind textfont
    textfrom textgrade texthow textit textjudgment textjudgments textlook textnote textor textpolicy textrect
    textrepeating textscored textshare textsthat textsvg textthat textthe textto texttype textunicode textwhat textwith
    textx texty textz thanthat thanthe thata thatadds thatare thatbears thatclaims thatconfirm thatcounts thatdeny
    thatends thatholds thatis thatit thatnames thatnobody thatreaders thatrelay thatreplaces thatsays thatstands
    thatstatements thatthe thatthere thatthey thatwe thatwhat thaty thborder the0 theaddisplay theadtbody theadth
    theadtr theanalyst theanswers thebibliography theborder thebottom thebounds thebytes thecase thecasebook thechance
    theclaim theclaim0 theclaims thedate theday thedefault thedependence thedocument thedocumentation theends
    theestablished theevidence thefidelity thefile thegeneral thehigher theirown thejudgment thejudgments theleading
    theleft thelink thelow them0 themare themblock thembottom themethod themheard themmost themost themselvesas
    themsources themtype then0 thename thenote theodds theone theonly theorigin theother theothers thepath thepolicy
    theprobability thepublished thequestion thequotes thereason therecord thereis therelay therelays therewhy therival
    therules thesame these0 theseasserted theseclaim thesehow thesekeeps thesenothing thesentence theserule
    thesestatements thesewas thesewhy thesource thestatement thetexts thetime thetitle theway theweight thewhole
    thewords theyare theychange theycould theydepend theyknow theypass theywere thfont thisanyway thiscasebook
    thiscasebookfnothingno thisif thisis thisknown thisone thisorigin thissource thisstatement thiswas thisx thmin thnav
    throughone throughwhom throughy thscope thtbody thtd thtr tickstroke tickx0 timeassumptions timelineassumptions
    timelineevent timelinelane timelinelevel timelinepublication timelinestatement timelinesvg timelinetd
    timelineviewbox timelinewhen timesd timeslikelier timesnew timex timexthe tippingpoints tipsthe titleall
    titleassumptions titlebelieved titlebottom titleclaimtrack titlecorrections titled titledescription titledissent
    titledocuments titleestablished titleevidence titlefields titlegaps titlegrades titlehow titleid titleif titlein
    titleindicators titlejudgment titlejudgments titlekey titlelikelihood titlemethod titleof titleor titlequotes
    titleright titlerivals titlesearches titlesources titlestatements titlestyle titletext titlethe titletimeline
    titletitle titlewhat titlewhere titlewho titlewhy titlex titlez to0 toa toalmost tobe todescription tof tofind
    togetherif togetherwhat tojudge toknow told0 toldby toldchance tolddeduced toldin tomethod tomove tonot tookpart
    toothers top0px top0rem topass topicdescription topicfor topicnull topicsdescription topicswhich topictype
    toppadding toreach toread toroughly torows toshow tosign tospeak tothe towatch
    towatchdissentcorrectionsevidencemethod towhich tox toz treatedas trli trth trthead trueasserts truebeside
    truecolumn truecount truedescriptor trueestablished truefor trueless trueneeded trueor trueotherwise truerefuses
    truerest truespan truetarget truetitle truetype trusted0 trustedgraded trustednobody trustednone turn0 turns0
    twicethe twoor twosource typearray typeboolean typefont typeinteger typenumber typeobject typestring uihelvetica
    uisegoe ulclass uldiv ullist ulol uloutline ulp ulpadding ulul uncertainlane uncertainpicture uncertainthe
    uncertaintimeline underminesanother underminesstrength underminesthe undermineswhich ungradeddescription unicodebidi
    unknown0 unknownand unknownbefore unknownclaim unknownfigcaption unknownfill unknownrule unknownserves unknowntext
    unknowntitle unknownto unknownvia unknownwhat unknownwhy unknownwith unknownx unlikely0 unlikelyconfidence
    unlikelyfrom unlikelyleader unlikelylines unlikelylow unlikelynew unlikelynull unlikelyroughly unlikelystance
    unlikelystatus unlikelyunlikely unlikelyunlikelyroughlyeven unsafeinline unsurecx unsured unsurestroke unsurex upto
    urinone urldescription usand usesit usfrom usintelligence uswhere utf0 value0 valueshares varagainst varband varink
    varline varmark varpaper varsoft varwash varzone verticalalign verylikely verylikely0 veryunlikely veryunlikely0
    viadescription viay viewbox0 viewportcontent visibleenum visiblefigure visibleoutline visiblescroll voicefrom w0
    waiverabout wascalculated waschanged wascorrected wasfound wash0 washcard washf0f0f0 washfff washsvg waspublished
    wasretracted wasrun wassaid wastold watchdissent watchdissentcorrectionsevidencemethodbottom watchlevel watchx way0
    wayasserted wayis waysy waysygradec waywhy weak0 weakmoderate weakness0 weaknessnobody weaknesswould weighs0
    weighsfor weighsmore weight0 weightfor weightis weighton wekeep werefound weregathered weregraded werenot weretaken
    weretrue wesaw wewould what0 whata whatanybody whatbecame whatchanged whatchangedfor whatcomes whateach whatevent
    whatis whatit whatmay whatmoves whatrows whatsays whatsort whatstatements whatthe whatthey whattimeline whatto
    whatwas whatwould when0 whendescription whenevidence whenit whenstatements whenthe whentitle whentype whenwe
    whenwhat whenwhy wherea wheredigest whereit wherenothing wherethe whethera whetherexactly whetherindependence
    whetherit whetherthe whichasserts whichat whichclaim whichcome whichdenies whichrests whichstatements whichthey
    whichtype whitespace whoasserts whocarries whoknows wholecasebook wholemove whomexpected whomit whomwhere whoor
    whopublished whosays whoseindependence whowrote why0 whya whyasserted whybefore whydenied whyhow whyin whyit
    whylevel whyrule whyto whywhat whywith whyx width0 width0rem widthauto widthdevice widthinitial widthnone with0
    witha withbounds withevery withoutfalse withoutthat withoutthis withthe witnesseddocument witnessedneutral
    witnessedtook witnessedx wordalmost wordalone wordand worddate wordfrom wordfromtoalmostno wordkind wordlikely
    wordlow wordmain wordmethod wordnull wordor wordpicture wordroughly wordsallows wordsalmost wordsasserted wordsclaim
    wordsclaimbelieveddisbelievednot wordsdiv wordsheadings wordsitems wordslane wordslanedatewhatevent0 wordslevel
    wordslikelihood wordslikely wordsof wordsorigin wordsroughly wordssvg wordsthemselves wordsunlikely wordsus
    wordsvery wordsword wordswordfromtoalmost wordthat wordthe wordtitle wordunlikely wordvery wordword worthbounds
    worthknowing wouldbe wouldchange wouldcount wouldfall wouldhave wouldhear wouldlead wouldmove wouldsay wouldstand
    wouldy wrapanywhere wrapbreak written0 wronglevel wrongrivals wrongrivalsside wrongtogether wrongx wroteit ww x0 x0x
    xage xand xasserted xassumptions xaudience xauto xb xbefore xbelief xbelieved xbest xbreakdown xc xcc xcciyci0
    xclaim xconfidence xcorrections xd xdenied xdigest xdissent xdiv xdocuments xevidence xexpected xfirst xfor
    xforinternal xfrom xhow xi xic xid xif xin xindicators xis xit xkind xl xlead xlevel xlikely xlink xlinks xno xnodes
    xnot xnotes xnothing xnumbered xon xone xorigin xover xpublished xreaders xrelay xretracted xretractedx xright
    xrivals xroot xroughly xrows xrule xsaid xsearches xsection xsources xstatement xstatements xstatus xstrips
    xsupported xsvg xthe xthefidelity xtimeline xto xtwo xwhat xwhen xwhere xwhich xwho xwhy xwith xwould xx xy y0 ya
    yand yasserts yassertsydeniesnot yassumptions ybears yblock ybottom yc ycame ycan ycarries ycc yconfidence ydenies
    yfirst ygrade ygraded yheard yhow yindependence yis yjudgment ykey ykind ymedia ynot ynotes yon yperson ypublication
    yquestions yreliability ysay ysays ysources ystrips ysuch ythe ythrough ytimeline ytitle ytwo yweakness ywere ywhen
    ywhenit ywhich ywhose ywitnessed yx yy yy0 za zanswer zanswerbeforenowlikelihoodfor zat zbefore zbest zclaims
    zevidence zlevel znone zone0b0f0 zonecolor zonee0e0dc zoneeee zonefill zonesvg zonesword zoneul zonex zprior zrivals
    zsection ztable ztext zx zy
    """.split()
)
"""Two words that stand side by side in them, written as one, with 0 for each number."""
