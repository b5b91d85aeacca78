"""The words that stand in outputs whatever the casebook: docs/generate_output_words.py writes them."""

OUTPUT_WORDS = frozenset(
    """
    a aaa aafc ab about above absolute ac accessed action add added additionalproperties adds admiralty aeb after again
    against age agreed aliases align all allows almost alone an analyst anchor and another answer answers any anyof
    anything anyway anywhere apart approximate archive archived are aria arial array article as aside ask asserted
    asserts assumed assumes assumption assumptions at attribution audience auto average avoid axis b back background
    band bar bars base basis bayes be bears became because become becomes before begins behind belief believed below
    beside best between bibliography bidi bits block blocks body boolean border both bottom bounds bovens box boxes
    brackets break breakdown broadcast broken bullets but by bytes c ca calculated came can cannot caption card carries
    case casebook causes cbbed cbe cc ccc cells center cents certain certainty cf chance change changed changes charset
    charter check checked choice choices circle cite cites claim claims claimtrack class col collapse collection color
    column columns come comes community concentration confidence confirm confirms consistent content contents
    contributions copies copy corrected corrections could count counted counter counts credibility credible cross
    crossed cursor cutoff cx cy d dark dasharray date dated day days dc deception decided decides deduced deep default
    defs denied denies deny depend dependence dependences description descriptor design details device did digest dir
    directive directly disbelief disbelieved display disputed dissent distance div doctype document documentation
    documents doubles doubtful draft drawn e each ecba ececea edge eee else en end ends entirely enum equal equiv error
    established even event events every everything evidence exact exactly examples excess exclusivemaximum
    exclusiveminimum exhaustive expected f fact factors fall false families family far fbce fe feb fff fidelity fields
    figcaption figure file fill find finding first flips flow focus folder font footer for form found fr from full gap
    gaps gathered general generator georgia gets gone grade graded grades grid ground group h hand happened harm
    hartmann has have head header headings hear heard hearing hedge height helvetica here hidden high higher holds how
    href html http https i id identity ids if ii img important in inconsistent independence independent indicator
    indicators inherit initial ink inline inputs inquiries inside integer intelligence interest internal interval into
    is it items its itself josang json judge judgment judgments keep keeps key kind know knowing knowledge known knows l
    label labelled labelledby lane lanes lang largest last lead leader leading leads leave left less letter level li
    lies light likelier likelihood likely line lineage lines link links list long look losing lost low lowered m made
    main many margin mark marks matrix max maximum may means media met meta method middle min mind minimum mm moderate
    more most move moved moves much must n name named names nav needed neither neutral never new newsroom next no nobody
    nodes none not note notes nothing now nowrap null number numbered numbers o object observed occasion occurred odds
    of off official offset often ol on one only open opinion opposes opposing or order orders org organisation origin
    originevidence origins other others otherwise our out outlet outline over overflow own owner p padding page pale
    paper paragraph part parts pass passed passes path paths pattern per percentage person picture place plaintext point
    pointer points policy position positional prediction prefers preserveaspectratio print prior private probabilities
    probability propensity properties protected pt public publication published publisher px question questions quote
    quotes r raised ratio reach reached read readers readily reason record recorded rect ref referrer refuses region
    relay relays reliability rem remark removed repeating replaced replaces replies reply report reportedly required
    resting rests retracted right ring rival rivals role roman root roughly rounded row rows rule ruler rules run rx s
    said same sans saw say says scale schema scheme schum scope score scored scroll search searched searches section
    sections security see seen segoe sensor sentence sentences serif serves set sets settled several sha shaded shapley
    share shared shares short show shown side sides sign single size sizing skip smallest so soft solid something sort
    source sources space span speak speaks src stanag stance stand standing stands start state stated statement
    statements status stay stays steps still strength string strip strips stroke strong strongest style such summary
    support supported supporting supports sure svg swings system tabindex table take taken takes target tbody td tells
    template terms text textfile texts th than that the thead their them themselves then there these they this through
    tick time timeline times tipping title to together told took top topic topics tr treated true trusted turn turns
    twice two type ui ul uncertain undermines ungraded unicode unknown unlikely unsafe unsure up uri url us uses utf v
    value var vertical very via viewbox viewport visible voice w waiver was wash watch way ways we weak weakness weighs
    weight were what when where whether which white who whole whom whose why width with without witnessed word words
    worth would wrap written wrong wrote x y z zone zones
    """.split()
)
