"""Words of the prose that are names too, in several languages; what stands in small letters is a word then."""


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


SMALL_WORDS = _split(
    """
    claim claims after apple autumn bail barber barrel bay beach beam bean berry blaze block blood bloom blue blunt
    board boat bold bone book boot bow box branch brand brave bread breeze bright broad brook bull burn bush butter camp
    candy cannon cap car carpenter case castle chamber chance charity charm cherry child clay clear close cloud coal
    coast cold cool copper corn cotton court crane crow cruise curtain dance dark dear deep dig down dream drill drink
    driver duck dusk dust dusty eagle early ease end even fair fall farm fast fine fire fish flood flower fly fond foot
    forest free fresh friday full game gay glory goose gore grand grave happy hard hardy hawk hazard heaven heavy high
    hook horn hot hunger hunt hunter ice inch iron island joke jolly judge keen key kind land lark last late leaf left
    light lightning like line link lord loud low lucky man manly march marsh meek merry mild mine mist misty monday
    moody moor morning mosquito mountain mud nail new night nobles nut oak ocean open orange over paradise past path
    peace peach peak peel pine pink plain plum pole pond poor post pretty pride proud quick quiet rain rainy raven red
    rest right ring ripe roach road rock rocky root rose rosewood rough round rusty sad safe sail salmon salt sand sandy
    savage sea shade shadow shine ship silk sky sleep slow smart smoke soft song sorrow sour spark sparrow spice spring
    spruce stand star steep stick still stork stormy stout straw stream sun sunday sunny sunset sweet tall thin thorn
    tiger timber tip tree trout true trusty under valley velvet view vine walk ward warm water way weak week weigh well
    wet whale wheat wild wind window windy wine winter wolf wonder wool worth wren yard yellow heads hearts hands feet
    finger fingers arms leg legs eye eyes ear face faces skin bones back neck nose mouth tooth teeth chest shoulder knee
    body brain voice breath race races gate gates tower towers temple abbey mill mills price prices cases power powers
    sale sales bill bills wage wages weeks month months year years hour hours minute second law laws trial trials crime
    crimes battle battles war wars fight fights better worse small big huge tough write writes shut rice bacon money
    coin coins paid cost costs debt tax taxes bank banks trade market shop shops store goods gift gifts job jobs work
    works crew team teams group club member leader players loser friends loves hate fears hope hopes joy shame guilt
    pains harm help care aid relief rescue trust truth lie lies secret secrets word words page pages books letter
    letters note notes paper papers pen ink print press news story stories tale tales songs poem play plays show shows
    film films scene act acts actor dancer music band drum bell bells rings sound sounds noise silence tone keys lock
    locks door doors wall walls roof floor floors room rooms hall halls house houses home homes hut cabin barn farms
    garden gardens yards field fields fence paths roads street streets lane lanes bridge bridges river rivers streams
    lake lakes ponds pool pools wells springs seas bays cove beaches sands stone rocks hill hills dale glen cave caves
    cliff cliffs mines pit wood woods trees branches leaves roots seeds flowers weed weeds thorns bark fruit apples pear
    grape nuts barley beans pea peas cabbage onion garlic sugar milk cake pie meat beef pork ham lamb eel crab cook
    cooks oven fires flames coals oil gas lights lamp lamps candle shadows moon stars clouds rains snows storm storms
    winds weather heat dry damp fog floods wave waves tides boats ships sails port ports docks pier deck mast captain
    net nets hooks lines rope ropes chain chains wheels cart carts wagon coach carriage train trains track tracks cars
    truck bus plane planes wing wings flight pilot engine engines motor machine tool tools nails saw saws axe blades
    knife knives sword swords spears shield bows arrow arrows gun guns shots bullet bomb bombs army soldier soldiers
    guard guards knight knights king kings queen prince lords lady noble servant slave slaves masters judges courts jury
    prison cell cells chief sheriff marshal officer police thief thieves robber killer victim doctor patient medicine
    pills drug drugs wound wounds scar sick ill health disease plague fever cough deaths graves coffin ghost ghosts
    spirit spirits soul souls god gods angels devil devils saints monk monks nun priest church churches crosses prayer
    faith grace bliss fame honor honour luck chances fate doom dreams wake evening nights days dawn today tomorrow soon
    never always often near far short long wide narrow shallow thick fat slim young old ancient modern rich cheap busy
    lazy wise fool fools mad sane shy humble honest foul clean dirty pure ugly bitter dull dim calm tame angry hungry
    thirsty tired sleepy drunk sober green purple brown grey gray black white golden steel tin lead bronze glass crystal
    diamond pearl pearls jewels gem gems linen cloth cloak coat coats hat hats caps boots shoe shoes sock belt belts
    buttons pocket bag bags sack boxes basket barrels bottle bottles cup cups bowl bowls plate plates dish dishes pan
    pans pot pots spoon fork table tables chair chairs bed beds desk bench stool shelf mirror clock clocks watch picture
    frame map maps flags sign signs mark marks dog dogs cat cats horses pony cow cows bulls ox calf sheep goats pig pigs
    hog hogs hens cock ducks geese bird birds eagles hawks falcon crows doves robin owl owls fox foxes wolves bear bears
    lions deer hare hares rabbits rat rats mice otter beaver frog frogs toad snake snakes worms bee bees wasp ant ants
    flies moth beetle spider run runs walks jump jumps climb climbs falls rise rises stands sit sits turn turns move
    moves push pull lift carry hold holds drop drops throw catch hit hits beat beats strike kick cut cuts break breaks
    burns build builds make makes mend mends fix grow grows plant plants digs sow reap picks sells buy buys give gives
    take takes bring send sends keep keeps lose find finds seek hide hides look looks see seen hear heard feel felt
    touch taste smell think thought know knows learn teach read reads tell tells speak speaks talk talks call calls cry
    cries laugh smile smiles sing sings shout whisper ask answer answers reply agree doubt doubts guess believe wants
    need needs likes enjoy try tries begin start stop stops ends finish opens closes live lives die dies born grown
    cover covers spread wash wipe sweep polish paint draw draws count counts measure pass passes crossing corners edge
    edges side sides top bottom middle center front rear inside outside point points part parts piece pieces half whole
    pair pairs row rows pile heap load loads pack packs bundle bit dirt soil lands ground earth world nation country
    county state states towns city village villages castles fort forts palace park parks square squares circle bishopric
    savings interest sharing shares stocks bonds fund funds grants rent rents lease loan loans bargain major minor
    senior junior novice stranger strangers traveler hunters shepherd herds flock flocks swarm host guests neighbor
    landlord tenant farmer miller baker mason smith weaver potter cooper slater tyler wright porter runner swimmer
    jumper gold frost arm anger anchor angel ash badger bishop blade bond boss brass brewer bunch butcher button chapel
    cheese clever corner cream cross cruel day death dew dock dove elder fear finch fisher flag flame fortune freeman
    friend gentle glad glover goat grant grass guest hair hammer head heart hedge hen herd honey hood horse hurt jewel
    kitchen lace large lion love lover master meadow mercy miner mole mouse noon nurse oats oxen pain painter parish pay
    pepper pick pigeon pike pilgrim pill player purse rabbit ram rider rye sailor saint seed sell sharp shields shore
    shot silver snow spear speed stag staff stamp stock stones strong summer swallow swan tailor thatcher tide town
    turner vale walker want wheel winner wish worker worm
    """
)
"""Everyday words of English: written in small letters they are words, and first in a sentence they may be."""

VERBS = _split(
    """
    ate became been began bent bit blew bought broke brought built burnt came can cannot caught chose could cut did does
    drank drew drove fell fed felt fled flew forgot fought found froze gave goes got grew had has heard held hid hit
    hung hurt is kept knelt knew laid lay led left lent let lied lit lost made may meant met might must paid put quit
    ran rang read rode rose said sang sank sat saw says sent set shall shook shot should shut slept slid sold spent
    spoke spread stole stood struck stuck sued swam swore taught thinks thought threw told took tore understood wants
    was went were will woke won wore would wrote denies lives stays leaves tells becomes remembers explains admits
    insists confirms adds argues believes resigns owns heads leads visits refuses accuses suspects fears hopes
    """
)
"""Verbs as they stand behind the name of a person, less those in -ed."""

WORDS_AS_SURNAMES = _split(
    """
    dyke strange petit blanc noir rouge brun roux boulanger berger boucher marchand moulin fontaine fournier mercier
    meunier barbier chevalier pont roi duc rey reyes cruz luz flores rosa rosas vega leon campos campo rios rio torre
    torres blanco rojo moreno alba luna sol mar costa monte montes rocha bianco rosso neri nero verdi verde grasso greco
    ferro gatto gallo leone conte klein gross lang kurz jung alt schwarz weiss braun rot gelb fuchs vogel hahn hirsch
    adler falke lowe sommer herbst morgen abend sonntag freitag montag berg tal wald bach feld stein eisen silber kupfer
    kaiser konig herzog graf richter schreiber schneider schmied zimmermann bauer koch becker fischer jager weber maurer
    metzger gartner forster vogt busch baum linde birke eiche blum stern himmel sturm donner schnee engel teufel geist
    stark schnell frohlich ernst reich hart weich kalt lange kurze grosse able acre adder alder amber aspen baron barrow
    basin bass bead beck beech blossom bound bourne bower brace breaker brock broom buckle bunker buzzard cable cage
    canon cape carver chaplain chase chin chisel cobb cobbler cod collar comb cope counsel coward craft cramp creek
    crook crown cruse curl daft daily dare deal dean dike doll draper drought duke dwarf dyer earl elm english farrow
    fern fiddler finder fitter fist flank fleet fletcher flint flax folk ford foreman foster fowl fowler frank freed
    french fuller gent giant gill goldsmith gosling grain grange grater greet grief grind groom grove gull gunner harp
    harrow harvest hasty hay heel helm herring hobby holly holt hoop hound hull inner irons jester joiner keel keeper
    kettle kindly kite knot laird laker lance lander lash latch laurel lawn leach lean leap lee leech legend lever liner
    lister loft lofty lone looker lot lute maker mallet mannish mantle marble marten mayor mead mellow mercer mere
    midwinter minster minter mix moss mould mound mull mustard nettle packer palmer parrot parson partridge pate peacock
    peck pewter pheasant pitcher plaster plow plumb plummer pollen pope porch pound prior proctor provost pulley quail
    rake ranger rank raw ray reader reason reeve riddle rind rower rudd rudder rule rush rust saddler sage salter sadler
    sawyer scales scarf school seal seaman shaft shank shed sheer shell shoemaker shower simple singer skinner slack
    slate slaughter smelt snare snell sole speller spink spooner spur squire stack stable stain staple starling steed
    steer steward stiff stoker storey strand stride stringer sturgeon supper swain tanner taper teal thorne thresher
    tiler tinker toddler toil tolls trail trainer treasure trickle trip trotter tucker tuner turnip twin twist upright
    usher vanner veil verger vicar viner virgin waiter waker warbler ware warner warren waterman wax wayman weal wealthy
    welcome wheeler whistler whiting wick widow wilder willing winch wither womb woodcock woodman wooler yeoman youngest
    вера любовь надежда слава мороз волк лис лиса заяц медведь соловей воробей орел сокол гусь баран козел бык кот ворон
    сорока жук комар рак щука карп белый черный рыжий серый большой малый новый старый мельник кузнец ткач гончар пастух
    король князь граф поп дьяк голова рука нога борода зима весна лето осень снег дождь ветер гром туман камень песок
    земля вода река море гора лес поле луг дуб береза сосна ель липа роза лилия мир свет день ночь утро вечер правда
    kleine kleiner junge starke schwarze weisse grun blau furst bischof papst ritter burger meister arzt lehrer gesell
    knecht wirt hirt hirte kramer kaufmann fuhrmann seemann bergmann hauptmann schafer backer schuster schreiner
    tischler glaser maler kellner brunner brunnen bruck brucke garten wiese acker graben strasse weg stadt dorf haus hof
    schloss turm kirche kreuz glocke blatt wurzel zweig nelke distel dorn apfel birne nuss kirsch kirsche korn gerste
    hafer weizen kohl kraut zwiebel pfeffer salz zucker honig wein bier milch brot fleisch fisch hecht karpfen forelle
    hering krebs frosch schlange specht sperling spatz amsel drossel lerche rabe habicht taube gans ente huhn ochse kuh
    stier kalb schaf lamm bock ziege pferd ross fohlen hund katze maus igel hase reh eber regen eis nebel blitz sonne
    mond nacht tag mittag frohling feuer rauch asche kohle licht schatten glanz hand fuss bein kopf haupt bart haar herz
    zorn mut lust liebe friede krieg sieg kampf recht treu ehrlich lieb selig fromm grande petite gros longue haut bas
    bon bonne beau belle vieux jeune blanche noire vert verte bleu gris forte doux riche pauvre comte eveque pape moine
    abbe clerc maitre vacher tailleur charpentier macon forgeron tonnelier potier pecheur chasseur soldat sergent roche
    rocher pierre mont montagne colline vallee riviere lac mer plage bois foret arbre chene hetre bouleau fleur pre
    prairie champ champs jardin maison chateau tour eglise croix porte rue ville loup renard cerf lievre lapin chat
    chien cheval boeuf mouton agneau coq poulet oiseau merle corbeau jour nuit matin soir hiver printemps lundi vendredi
    vent pluie neige soleil lune etoile feu fer argent or blanca negro negra azul bravo bueno buena bello bella guerra
    paz amor dolor reina principe conde duque marques obispo monje abad caballero soldado guerrero pastor herrero
    carpintero molinero zapatero sastre barbero pescador cazador castillo casa casas iglesia puente puerta calle plaza
    villa ciudad aldea prado huerta arroyo fuente fuentes lago playa sierra valle roca piedra arena nieve viento lluvia
    estrella flor olivo pino encina romero trigo avena lobo zorro toro vaca cordero paloma aguila pena penas grigio
    biondo ricco magro longo corto basso alto vecchio giovane buono santo marchese duca vescovo papa monaco abate
    cavaliere soldato pastore fabbro sarto barbiere pescatore cacciatore castello chiesa croce ponte porta strada piazza
    borgo prato orto fiume fonte mare spiaggia rocca pietra sabbia neve vento pioggia stella fiore oliva quercia grano
    lupo volpe vacca agnello colomba aquila krol wilk lis zajac niedzwiedz kruk wrona golab sokol orzel baran kozak
    kowal mlynarz rybak mysliwy ksiadz wojt sedzia maly duzy stary nowy mlody bialy czarny czerwony zielony zima lato
    wiosna jesien mroz snieg deszcz wiatr gora rzeka las laka dab brzoza lipa roza kwiat novy cerny bily cerveny zeleny
    vesely smutny kral knez sedlak kovar mlynar rybar svec krejci pokorny leto jaro mraz snih vitr hora reka les louka
    dub briza ruze kvet vlk liska zajic medved havran vrana holub orel beran kozel rossi bianchi gentili grassi ricci
    leoni gatti galli conti monti fontana testa serra bosco boschi iglesias palacios cabezas santos morales rubio
    delgado gallego petits grands blancs noirs breit weise stolz rosen krahe
    """
)
"""Words that are common surnames, in several languages: written in small letters they are words."""
