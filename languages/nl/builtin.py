"""Everyday words and merchants of Dutch that name a starting category, by the category's key.

They are singular where a plural can be made; a word stays out where it is not clear.
"""

from collections.abc import Mapping
from types import MappingProxyType

from languages.vocabulary import known

BUILTIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": known(
            """
    griek italiaan
    plezier leuk uitje uitgaan bioscoop film filmkaartje bios theater concert concertkaartje show museum dierentuin artis
    pretpark efteling walibi bowlen bowling karten poolen karaoke disco club kroeg café cafe bar terras terrasje
    bier biertje pils wijn wijntje borrel borrelen cocktail fris frisje koffie koffietje cappuccino espresso
    latte thee ijs ijsje restaurant snackbar frituur friet frietje patat patatje kroket frikandel frikandellen
    bitterballen kapsalon döner shoarma pizza sushi burger lunch lunchen diner ontbijt brunch toetje gebak
    gebakje taart appeltaart taartje stroopwafel pannenkoek poffertjes chocola chocolade snoep snoepje chips
    thuisbezorgd afhaalchinees afhalen afhaal chinees spelletje bordspel game console boek boekje roman
    tijdschrift netflix spotify disney disney+ steam dazn subway burgerking snack spel videoland zwembad
    zwemmen sauna wellness vakantie hotel hostel vakantiehuisje
    camping kermis festival feest feestje entree toegang voetbalwedstrijd wedstrijd stadion kantine febo
    mcdonald mcdonalds starbucks speelgoed cola limonade oliebol oliebollen stamppot escaperoom uit-eten hapje
    drankje drankjes pathé viaplay eten
    """,
            "uit eten,uiteten,burger king,eten bestellen,eten besteld,new york pizza,happy meal,ziggo sport",
        ),
        "predictable_necessities": known(
            """
    huur hypotheek gas water licht stroom elektra elektriciteit verwarming energie energierekening energiebedrijf eneco
    essent vattenfall greenchoice budgetenergie internet ziggo kpn odido t-mobile telefoon telefoonabonnement
    mobiel simyo abonnement verzekering zorgverzekering ziektekosten zilverenkruis inboedelverzekering
    autoverzekering wegenbelasting motorrijtuigenbelasting gemeentebelasting waterschapsbelasting
    onroerendezaakbelasting vve servicekosten kinderopvang crèche creche bso school schoolgeld collegegeld
    lening boodschappen weekboodschappen weekendboodschappen boodschapje supermarkt ah appie jumbo lidl aldi
    plus dirk dekamarkt hoogvliet vomar spar
    coop colruyt delhaize carrefour hema etos kruidvat bakker bakkerij slager slagerij groenteboer groenteman
    kaasboer markt brood broden broodje melk boter kaas ei eieren karnemelk yoghurt vla kwark groente groenten fruit
    appel appels banaan bananen aardappel aardappelen ui uien tomaat tomaten pasta rijst meel suiker vlees kip
    gehakt vis beleg pindakaas hagelslag wc-papier toiletpapier luier luiers shampoo tandpasta zeep wasmiddel
    afwasmiddel schoonmaakmiddel drogist drogisterij tanken getankt benzine diesel tankstation shell esso tango
    tinq ns trein treinkaartje treinticket ov ov-chipkaart ovchipkaart buskaartje tramkaartje metro gvb ret htm
    arriva qbuzz parkeren wasstraat parkeergarage parkeerkaart parkeerkosten tol wasserette hondenvoer kattenvoer
    kattenbakvulling crèchekosten riool afval afvalstoffenheffing
    ov-kaart vitens waterschap opvang q-park bp
    """,
            "albert heijn,gas en licht,zilveren kruis,ov chipkaart,openbaar vervoer,bus kaartje,trein kaartje,ov chip",
        ),
        "unpredictable_necessities": known(
            """
    apotheek dokter huisarts tandarts mondhygiënist orthodontist dierenarts ziekenhuis specialist medicijn
    medicijnen pil pillen paracetamol ibuprofen neusspray hoestdrank pleister pleisters recept bril brillen
    opticien lenzen fysio fysiotherapie fysiotherapeut vaccinatie inenting psycholoog loodgieter elektricien
    aannemer schilder monteur klusjesman slotenmaker schoorsteenveger reparatie fietsenmaker fietsreparatie
    garage apk autogarage onderhoudsbeurt olieverversing band banden autoband winterbanden fietsband lekke
    sleepdienst wegenwacht anwb remmen remblokken auto boete parkeerboete parkeerbon verkeersboete bekeuring onderdeel accu
    wasmachine koelkast vaatwasser cv-ketel ketel lekkage eigen-risico
    """,
            """
    telefoon gerepareerd, telefoon repareren, reparatie telefoon,
    eigen risico,lekke band,kapotte wasmachine,auto reparatie,boete parkeren
    """,
        ),
    }
)

STARTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fun": ("Leuke dingen", "leuk", "restaurant", "bioscoop", "café", "koffie"),
        "predictable_necessities": ("Vaste lasten", "vast", "boodschappen", "huur", "benzine", "vervoer"),
        "unpredictable_necessities": ("Onverwachte kosten", "onverwacht", "auto", "reparatie", "medicijnen", "dokter"),
        "other": ("Overig", "overige"),
    }
)
"""By key: what the categories of a new budget are called, and their keywords."""
