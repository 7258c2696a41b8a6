"""Dutch, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides."""

from dataclasses import replace
from types import MappingProxyType

from languages.nl.builtin import BUILTIN, STARTERS
from languages.vocabulary import EMPTY, numbered, phrases, with_parts, with_slips, words

_WEEKDAYS = numbered("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"

VOCABULARY = replace(
    EMPTY,
    language="nl",
    own=words(
        """
    ah
    of was die want door had as room rate brand trap fee slot bal even pin peer pier pond bad but met all bill
    stand an am be bp heb he el do ten last wand stall lot bay mast most back
    """
    ),
    weekdays=MappingProxyType(
        {
            f"{name}{part}": n
            for name, n in with_slips(_WEEKDAYS).items()
            for part in ("", "ochtend", "morgen", "middag", "avond", "nacht")
        }
    ),
    sure_shorts=words("di wo woe do vr vri vrij za"),
    weekday_shorts=numbered(
        "ma|maa di|din|dinsd wo|woe|woens do|don|dond vr|vrij|vrij.|vrijd za|zat|zater zo|zon|zond"
    ),
    named_months=words("jan"),
    months=numbered(
        """
    januari|jan februari|feb|febr maart|mrt|maa april|apr mei juni|jun juli|jul augustus|aug september|sep|sept
    oktober|okt november|nov december|dec
    """,
        1,
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(phrases("half uur geleden, een half uur geleden, half uurtje geleden"), 0),
            **dict.fromkeys(
                phrases("nu,vandaag,vanochtend,vanmorgen,vanmiddag,vanavond,vannacht,vandaag nog,zojuist,daarnet,net"),
                0,
            ),
            **dict.fromkeys(
                phrases(
                    """
    gistere, gisteren ochtend, gister avond, gister middag, gister ochtend, afgelopen nacht
    """
                ),
                -1,
            ),
            **with_parts(
                {"gister": -1, "gisteren": -1, "eergister": -2, "eergisteren": -2}, "ochtend morgen middag avond nacht"
            ),
        }
    ),
    parts_of_day=words("ochtend morgen middag avond nacht ochtends middags avonds 's"),
    future_days=words("morgen overmorgen morgenavond morgenochtend morgenmiddag"),
    next_words=words("volg aanst volgend komend volgende komende aanstaande aankomende"),
    earlier_words=words("voorvorige voorlaatste eerverleden"),
    last_words=words("vorige afgelopen laatste vorig"),
    unclear_periods=words("week maand jaar weekend"),
    ago_words=words("geleden terug"),
    unclear_phrases=phrases("laatst, onlangs, pas geleden, een tijdje geleden, een tijd geleden"),
    ago_minutes=MappingProxyType(
        {**dict.fromkeys("uur uren uurtje".split(), 60), **dict.fromkeys("minuut minuten min".split(), 1)}
    ),
    ago_units=MappingProxyType({"dag": 1, "dagen": 1, "dgn": 1, "nacht": 1, "week": 7, "weken": 7}),
    in_words=words("over"),
    small_numbers=numbered(
        """
    een|één|n|'n twee|tweeën drie|drieën vier|vieren vijf|vijven zes|zessen zeven|zevenen acht|achten
    negen|negenen tien|tienen
    """,
        1,
    ),
    day_openers=words("op datum boekdatum"),
    articles=words("de het"),
    ordinal_names=words("kwartaal verjaardag verdieping etage klas straat"),
    weekday_names=phrases("black friday,blauwe maandag,stille zaterdag,goede vrijdag,witte donderdag"),
    range_words=words("tot t/m"),
    due_words=words("uiterlijk vervalt vervaldatum"),
    through_words=words("tot"),
    units=words(
        """
    vergaderingen afspraken meetings
    ritten lessen beurten keer maal km m meter cm mm kg kilo kilogram kilo's g gr gram l liter lt ml cl ons pond
    pondje stuk stuks st uur uurtje
    uren u min minuut minuten min. sec seconde seconden dag dagen week weken maand maanden jaar jaren nacht
    nachten persoon personen pers man mensen gasten volwassenen kind kinderen kids vrienden vriendinnen
    collega's collegas sterren graden kant pagina's blz punten paar pak pakken pakje pakjes doos dozen blik
    blikken blikjes fles flessen flesje flesjes krat kratten kratjes zak zakken zakje bekers glas glazen plakken
    rol rollen vel vellen porties portie kwh gb mb stappen calorieën
    """
    ),
    count_nouns=words("mensen kinderen pizza's taco's cola's latte's cappuccino's espresso's"),
    plurals=(("", "en"), ("", "s"), ("", "'s"), ("", "je"), ("", "jes")),
    count_endings=("en", "jes", "s"),
    pack_words=words("doos pak pakje krat tray zak bak doosje dozen"),
    secrets=words("wachtwoord pincode code pin"),
    labels=words(
        """
    kanaal zender pincode lijn spoor perron kamer deur tafel stoel zitplaats plek nr nummer huisnummer factuur
    bestelling postcode
    factuurnummer klantnummer pas kaart hal vlucht trein bus tram etage verdieping hoofdstuk aflevering seizoen
    pagina bladzijde blz kavel
    rij
    pin code
    """
    ),
    ending_words=words("eindigend eindigt"),
    sold_alone=words("kaart"),
    bought_labels=words("bus trein tram vlucht"),
    streets=words("straat str laan weg plein"),
    bought_things=words("hotel hostel taxi eten drinken snack snacks souvenir souvenirs"),
    hours_first=words("om"),
    size_words=words("maat mt"),
    hour_parts=phrases("half, kwart over, kwart voor"),
    clock_words=words("uur u uurtje"),
    percent_words=words("procent"),
    per_words=words("maand mnd week jaar dag nacht uur persoon pers pp p.p stuk hoofd"),
    fraction_words=words("prijs korting kip brood taart"),
    times_words=words("keer maal"),
    multipliers=MappingProxyType(
        {
            **dict.fromkeys("duizend".split(), 3),
            **dict.fromkeys("miljoen miljoenen mln".split(), 6),
        }
    ),
    scales=words("honderd miljard mrd rug ruggen"),
    number_words=MappingProxyType(
        {
            **numbered(
                """
    eenentwintig|éénentwintig tweeëntwintig drieëntwintig vierentwintig vijfentwintig zesentwintig zevenentwintig
    achtentwintig negenentwintig dertig eenendertig|éénendertig
    """,
                21,
            ),
            **numbered(
                """
    twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
    achttien negentien twintig
    """,
                2,
            ),
            **{
                name: n * 10
                for n, name in enumerate("dertig veertig vijftig zestig zeventig tachtig negentig".split(), 3)
            },
            "vijfje": 5,
            "tientje": 10,
            "joet": 10,
            "twintigje": 20,
            "geeltje": 25,
            "vijftigje": 50,
            "meier": 100,
            "snip": 100,
            "barkie": 100,
            "honderd": 100,
            "rooie": 1000,
            "duizend": 1000,
        }
    ),
    about_words=words("haast ca ca. circa ongeveer rond zo'n bijna ruim plm ±"),
    with_words=words("met"),
    amount_words=words("terugbetaling bedrag som betaling rekening kosten prijs aankoop overschrijving boete"),
    for_words=words("voor"),
    at_words=words("à om per á van"),
    each_openers=words("à á"),
    plus_words=words("plus"),
    tip_words=words("fooi"),
    total_words=words("totaal samen tezamen subtotaal"),
    and_words=words("en"),
    each_words=words("pp p.p elk ieder stuk p.st"),
    each_not=words("kant maand week dag jaar nacht"),
    part_names=MappingProxyType({"derde": 3, "kwart": 4}),
    parts_behind=MappingProxyType({"kwart": 0, "driekwart": 75}),
    half_words=words("half halve helft"),
    double_words=words("dubbel verdubbel"),
    of_words=words("van e ste de"),
    from_now=phrases("nu, voortaan, vanaf nu"),
    rises=phrases("gaat naar, stijgt naar, wordt"),
    spread_over=words("over"),
    spread_words=words("spreid spreiden verdeel verdelen"),
    split_words=words("gesplit gedeeld delen deelden verdeeld gesplitst splitten"),
    us_words=words("zijn waren z'n zijn"),
    way_words=words("pers personen mensen man vrienden"),
    talk_verbs=words(
        """
    zal zult tekort
    wordt worden ben bent zijn heb hebt heeft hebben nodig zie zien kom komt komen wil willen wilt zou zouden moet moeten mag
    schuldig krijg krijgt niet geen graag ga gaan gaat denk
    wilde wilden
    """
    ),
    gone_words=words("geweest gegaan gefietst gereden"),
    was_words=words("was waren"),
    question_words=words("wie wat wanneer waar waarom welke welk hoe waarvoor hoezo heeft"),
    talk_places=words("tot tegen vanaf na om"),
    cost_verbs=words("gekost"),
    cost_whom=words("me mij ons"),
    amount_verbs=words(
        """
    gegaan
    geweest gegeten gehaald gekocht besteld gedronken gedaan kost kostte kosten kwam kwamen werd betaald uitgegeven was
    """
    ),
    plans=phrases(
        """
    loont het, is het waard,
    herinner me, herinner mij, vergeet niet, niet vergeten, kan ik, kunnen we, kunnen wij, kun je, kan je,
    kunnen jullie, zou ik, mag ik, hoeveel, hoe veel, wat als, moet ik, moeten we, zal ik, zullen we, heb ik,
    hebben we, wat kost, wat kosten, is er genoeg, is er nog, kom ik uit, red ik het, heb je, hebben jullie,
    ben je, was je, waren jullie
    """
    ),
    afford_openings=phrases("kan ik,kunnen we,kunnen wij,mag ik,zou ik"),
    afford_last=words("veroorloven permitteren kopen uitgeven betalen"),
    balance_words=words(
        "weekbudget maandbudget dagbudget kasstand saldo tegoed beschikbaar banksaldo stand limiet over"
    ),
    money_asked=words("over resteert resterend uitgegeven besteed budget saldo geef"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(phrases("kerst,kerstmis,rond kerst,tijdens kerst,met kerst"), "christmas"),
            **dict.fromkeys(phrases("pasen,pinksteren,oud en nieuw,sinterklaas"), "unclear"),
            **dict.fromkeys(phrases("deze maand,van de maand,de maand"), "month"),
            **dict.fromkeys(phrases("vorige maand,afgelopen maand"), "last month"),
            **dict.fromkeys(phrases("vorige week,afgelopen week"), "last week"),
            **dict.fromkeys(phrases("sinds salaris,sinds het salaris,sinds loon"), "period"),
            **dict.fromkeys(phrases("deze week,de week,per week,van de week"), "week"),
            **dict.fromkeys(phrases("dit jaar,het jaar"), "year"),
            **dict.fromkeys(phrases("vorig jaar,afgelopen jaar"), "last year"),
            **dict.fromkeys(phrases("dit weekend,het weekend,van het weekend,in het weekend"), "weekend"),
            **dict.fromkeys(phrases("vorig weekend,afgelopen weekend"), "last weekend"),
            **dict.fromkeys(
                phrases("volgende week,komende week,eergisteren week,voorvorige week,voorlaatste week"), "unclear"
            ),
        }
    ),
    how_much=phrases("hoeveel,hoe veel"),
    look_words=words("toon laat zien geef"),
    spending_words=words("overzicht samenvatting uitgaven uitgave uitgegeven"),
    most_words=words("meest meeste"),
    list_words=words("lijst lijstje alles iets"),
    largest_words=phrases(
        """
    grootste uitgave, grootste uitgaven, hoogste uitgave, hoogste uitgaven, duurste, grootste aankoop, grootste
    aankopen
    """
    ),
    over_words=phrases("boven, meer dan, boven de, hoger dan, groter dan, minstens"),
    earned_words=words("verdiend verdien verdienen verdienden inkomsten"),
    latest_words=words("laatste afgelopen vorige"),
    since_words=words("sinds vanaf"),
    spent_on=words("aan voor bij"),
    group_verbs=words(
        """
    pak neem neem neemt breng brengt brengen ben bent is zijn was waren heb hebt heeft hebben kom komt komen ga gaat gaan
    rijdt vertrekt landt begint start opent sluit speelt wint verliest staat zegt zie zien afgesproken weeg weegt
    woog
    """
    ),
    bill_words=words("betaald betaling rekening factuur"),
    paid=words("betaald"),
    paid_last=words("betaald"),
    paid_by=words(
        """
        voorgeschoten teruggegeven toegestopt betaalde stuurde gaf overmaakte gegeven gestuurd overgemaakt bijgedragen
        geschonken geleend
        """
    ),
    got_paid=phrases("betaald gekregen,uitbetaald gekregen"),
    income=phrases(
        """
    loonstrook, salarisstrook,
    loon gestort, salaris gestort, salaris, loon, salaris binnen, loon binnen, salaris gekregen, loon gekregen,
    salaris ontvangen, loon ontvangen, salaris gestort, mijn salaris, uitbetaald, uitbetaling salaris,
    salarisbetaling, maandsalaris, weekloon, aow, pensioen, nabestaandenpensioen, weduwepensioen,
    bedrijfspensioen, uitkering, ww-uitkering, bijstand, wajong, stufi, studiefinanciering, inkomen, inkomsten,
    payday, wedde, maandloon, weeksalaris, nettosalaris, nettoloon, salarisdag, betaaldag, loondag
    """
        + "".join(f",{month}{pay}" for month in _MONTHS.split() for pay in ("salaris", "loon"))
    ),
    me=words("me mij ons"),
    costs=words("kost kostte kostten voor met"),
    back_words=words("terug"),
    self_words=words("ik we wij heb hebben net zojuist even"),
    refunds=words(
        """
    terugbetaling terugbetaald teruggestort terugstorting retour retourzending teruggave restitutie teruggaaf
    statiegeld creditnota
    teruggestuurd geretourneerd
    """
    ),
    debts=words("lening schuld schulden hypotheek krediet"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(phrases("terugboeking, stornering"), "refund"),
            **dict.fromkeys(phrases("opgebracht"), "extra"),
            **dict.fromkeys(phrases("uitbetaling"), "either"),
            **dict.fromkeys(phrases("inkomsten, opbrengst"), "extra"),
            **dict.fromkeys(phrases("alimentatie, kinderalimentatie"), "either"),
            **dict.fromkeys(phrases("verdien, ik krijg, ik ontvang"), "extra"),
            **dict.fromkeys(
                phrases(
                    """
    overuren, overwerk, loonsverhoging, salarisverhoging, provisie, ww, ww-uitkering, ontslagvergoeding,
    transitievergoeding, erfenis, geld verjaardag, verjaardagsgeld, uitbetaald, winst, royalty's, reiskostenvergoeding,
    onkostenvergoeding, stagevergoeding, zwangerschapsuitkering, ziektegeld, bijles gegeven, klusje, klusjes,
    opgepast, oppasgeld, lening ontvangen, verkoop auto, verkoop fiets, huur ontvangen, huurinkomsten,
    dividenduitkering, ploegentoeslag, overwerkvergoeding
                    """
                ),
                "either",
            ),
            **dict.fromkeys(
                phrases(
                    "duo, kerstbonus, eindejaarsbonus, winstdeling, winstuitkering, vakantietoeslag, kerstgratificatie"
                ),
                "paycheck",
            ),
            # `13e maand`: an `e` behind a number is the euro's
            **dict.fromkeys(phrases("13€ maand, 13 de maand"), "extra"),
            **dict.fromkeys(phrases("schadevergoeding, compensatie"), "extra"),
            **dict.fromkeys(phrases("wisselgeld"), "extra"),
            **dict.fromkeys(phrases("terugbrengen, terugsturen, retourneren"), "refund"),
            **dict.fromkeys(phrases("opgehaald voor, geld opgehaald, ingezameld, bij elkaar gehaald"), "either"),
            **dict.fromkeys(
                phrases(
                    """
    verkoop, klant heeft betaald, klant betaalde, klant betaald, klant heeft, gekregen, ontvangen, kreeg, gaf
    me, gaf mij, gaf ons, gaf, verkocht, gewonnen, cadeau gekregen, bonus, bijgeschreven, bijschrijving,
    kinderbijslag, bijbaan, bijbaantje, zakgeld, vakantiegeld, eindejaarsuitkering, dertiende maand, huurtoeslag,
    zorgtoeslag,
    toeslag, toeslagen, kindgebonden budget, cashback, gestort, storting, fooien, belastingteruggave, verdiend, tikkie
    van, tikkie ontvangen, tikkie gekregen, tikkie binnen, gevonden, geërfd, rente ontvangen, voorschot, lening
    ontvangen, lening van
    """
                ),
                "extra",
            ),
            **dict.fromkeys(
                phrases("vergoedt, vergoeden, verzekering dekt, verzekering betaalt, verzekeraar betaalt"), "refund"
            ),
            **dict.fromkeys(
                phrases(
                    """
    terug, teruggekregen, teruggegeven, terugontvangen, terug gekregen, borg terug, retour ontvangen, geld terug,
    flessen ingeleverd, lege flessen, vergoed, vergoeding, teruggebracht, geretourneerd
    """
                ),
                "refund",
            ),
        }
    ),
    came_in_first=phrases("voorschot"),
    got=words("gekregen ontvangen kreeg"),
    behind_things=words("met bij"),
    from_words=words("van"),
    counted_at=words(
        "ah jumbo lidl aldi plus dirk hema action kruidvat etos ikea gamma praxis zeeman primark zara hm postnl dhl"
    ),
    sellers=words(
        "wasserette scouts scouting boer bakker slager markt kraam winkel bakkerij slagerij groenteboer kiosk"
    ),
    money_names=words("contant cheque geld cadeau bon"),
    trip_words=words("trein bus tram vlucht ticket kaartje reis taxi uber metro rit heen"),
    card_words=words("kaart"),
    debits=words(
        """
    rekening factuur afgeschreven gekocht uitgegeven besteld incasso afschrijving betaalverzoek kocht
    """
    ),
    transfers=words(
        """
    voorgeschoten bespaard schuld schulden stuurde gestuurd geldautomaat pinautomaat opgenomen geldopname overgemaakt
    overboeking overschrijving spaarrekening
    geleend uitgeleend spaarpot gespaard spaarvarken opzijgezet beleggen belegd belegging beleggingen degiro
    """
    ),
    wires=words("tikkie pin pinnen gepind"),
    transfer_phrases=phrases(
        """
        gewisseld in, bewaard voor, geld gewisseld, naar spaarrekening, op spaarrekening, naar spaar, naar
        sparen, opzij gezet, opzij gelegd, dollars gewisseld, euro gewisseld, naar sparen
        """
    ),
    little_words=words(
        """
    hoi hallo hey
    een één en of in op aan uit bij met naar van voor tot door over om te per de het die dat deze dit ik je jij
    hij zij ze we wij jullie u mij me mijn m'n ons onze nog maar ook dan zo toch hier er weer even al weer
    """
    ),
    verbs_first=words(
        """
    noteren schrijven invoeren
    vergeten vergat
    gekocht betaald uitgegeven heb hebben ik we gehaald gedaan besteld gegeten gedronken getankt gepind kocht
    haalde bestelde kopen even net
    """
    ),
    tells=words("uitgegeven gekocht betaald besteld gehaald kocht afgerekend vergeten vergat"),
    count_verbs=words(
        """
    koop haal neem pak gekocht besteld gehaald gegeten gedronken bestel bestellen bestelde bestelden nemen breng
    brengen kopen kocht kochten haalde haalden
    """
    ),
    every_words=words("elke elk iedere ieder alle"),
    every_weekdays=numbered(
        """
    maandags|maandagen dinsdags|dinsdagen woensdags|woensdagen donderdags|donderdagen vrijdags|vrijdagen
    zaterdags|zaterdagen zondags|zondagen
    """
    ),
    twice_a_month=phrases("twee keer per maand, 2 keer per maand, tweemaal per maand"),
    working_days=phrases("werkdag"),
    once_words=words("eenmalig"),
    every_phrases=phrases("om de, een keer per, één keer per, 1x per, eens per, eens in de"),
    recurring_days=MappingProxyType({"dag": 1, "dagen": 1, "week": 7, "weken": 7}),
    recurring_months=MappingProxyType(
        {"maand": 1, "maanden": 1, "kwartaal": 3, "kwartalen": 3, "jaar": 12, "jaren": 12, "halfjaar": 6}
    ),
    every_second=MappingProxyType({"tweewekelijks": "week", "tweemaandelijks": "maand"}),
    adverbs=MappingProxyType(
        {
            "dagelijks": "dag",
            "wekelijks": "week",
            "maandelijks": "maand",
            "jaarlijks": "jaar",
            "halfjaarlijks": "halfjaar",
            "driemaandelijks": "kwartaal",
        }
    ),
    every_numbers=MappingProxyType({"tweede": 2, "derde": 3, "andere": 2}),
    dates_after=words("ste"),
    last_day_words=words("laatste"),
    month_starts=phrases("eerste dag van de maand, eerste van deze maand"),
    month_ends=phrases(
        """
        aan het eind van de maand, aan het einde van de maand, op het eind van de maand, op het einde van de maand,
        aan het eind van elke maand, aan het einde van elke maand, aan het eind van iedere maand,
        aan het einde van iedere maand, eind van de maand, einde van de maand, einde maand, eind maand, elk einde van de maand
        """
    ),
    from_day_words=words("vanaf sinds"),
    weekend_words=words("weekend weekenden"),
    before_words=words("voor vóór"),
    after_words=words("na"),
    tomorrow_words=words("morgen"),
    openings=words(
        """
    jawel wel
    eerder liever
    ach
    nee nou neen niet sorry oeps eigenlijk het was waren is moet moest zijn dat ik bedoel bedoelde fout klopt toch
    moeten foutje verkeerd correctie
    """
    ),
    changed_to=words("bij in naar op onder"),
    part_openings=words(
        """
    corrigeer corrigeren
    verhoog verhogen verlaag verlagen
        wijzigen veranderen zetten aanpassen schuif verschuif verplaats verplaatsen zet verander wijzig categorie bedrag
        notitie datum dag
        """
    ),
    not_openings=words("niet geen"),
    but_words=words("maar"),
    wrong_words=words("verkeerd verkeerde fout foute onjuist klopt"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("categorie".split(), "category"),
            **dict.fromkeys("bedrag prijs".split(), "amount"),
            **dict.fromkeys("dag datum".split(), "day"),
            **dict.fromkeys("notitie omschrijving".split(), "note"),
        }
    ),
    closings=words("graag alsjeblieft aub het dat dit deze die ermee weg"),
    please_words=words("graag alsjeblieft aub zijn"),
    courtesies=words(
        """
    super top mooi prima perfect goed leuk laat maar vergeet bedankt dank dankje dankjewel je wel ok oké okay haha
    hahaha lol begrepen fijn bedankje welterusten doei dag tot ziens later
    """
    ),
    delete_words=words("verwijder verwijderen wis wissen weg haal annuleer annuleren schrap"),
    restore_words=words("herstel herstellen terugzetten terughalen"),
    everything_words=words("alles allemaal beide allebei"),
    yes_words=words("ja j jep jawel klopt juist goed"),
    never_mind=phrases(
        """
    laat maar, maakt niet uit, nee bedankt, nee dank je, vergeet het, toch niet, laat het, laat het zo, laat het
    maar, laat maar zitten
    """
    ),
    again=phrases("hetzelfde,nog een,nog eentje,nog eens,nog een keer,idem,weer hetzelfde,zelfde"),
    no_words=words("nee neen niets niks nope"),
    answers=MappingProxyType(
        {
            "uitgegeven": "spent",
            "uitgave": "spent",
            "terugbetaling": "refund",
            "salaris": "paycheck",
            "loon": "paycheck",
            "inkomen": "paycheck",
            "extra": "extra",
            "beide": "entries",
            "allebei": "entries",
            "alle": "all",
            "alles": "all",
            "nieuw": "new",
            "nieuwe": "new",
            "erbij": "adds",
        }
    ),
    void_words=words(
        """
    prijsverhoging huurverhoging verhoging achterstallig openstaande dreigt zei zeiden
    geplande nodig gepland
    duurder goedkoper gefeliciteerd proficiat
    nooit
    verkopen bespaar afgezegd uitgesteld
    opgezegd
    twijfel twijfelen gecanceld afgelast geweigerd mislukt afgewezen geannuleerd onbetaald koorts annulering stijgt
    gestegen verhoogd
    """
    ),
    void_first=words(
        """
    spaardoel
    wijzigen veranderen aanpassen
    lijst lijstje boodschappenlijst boodschappenlijstje
    verlanglijst verlanglijstje openstaand vervalt wijzig verander maak mss mischien msch wss waarschijnlijk
    misschien offerte doel herinnering schatting
    """
    ),
    hour_verbs=words("landt begint opent sluit vertrekt"),
    booked_words=words("gereserveerd reservering geboekt"),
    price_verbs=words("offerte kost verdient verdienen"),
    meant_for=words("voor"),
    card_debts=phrases("creditcard, creditcardrekening"),
    marked_talk=words(
        """
    zal zult tekort
    wordt worden schuldig moet moeten wil willen wilt nodig krijg krijgt zou zouden ga gaan geen niet denk wilde wilden
    """
    ),
    included_words=words("incl incl. inclusief waarvan"),
    off_words=words("korting kortingsbon"),
    less_words=words("korting"),
    minus_words=words("minus min"),
    rate_words=words("de per"),
    told_of=words("vertraagd vertraging uitgevallen vol gemist niet valt"),
    others=words(
        """
    tante oom opa oma schoonmoeder schoonvader peettante
    vriend vriendin maat maatje gabber kumpel schoonouders grootouders collega buurman buurvrouw broer zus baas mama papa oma opa
    moeder vader ouders tante oom werk
    """
    ),
    treated_by=phrases("betaald door, getrakteerd door, op kosten van, trakteert, trakteerde"),
    hosts=words("huis zaak"),
    not_hosts=words("kaart bank rekening tikkie paypal"),
    others_paid=words("geeft legt schenkt hebben betaalden gaf gaven betaalt betaalde heeft trakteerde"),
    no_payers=words(
        """
    vrouw man vriend vriendin partner kinderen zoon dochter al eindelijk weer nog ook alleen vandaag
    iedereen zelf
    """
    ),
    mine=words("mij"),
    share_names=words("deel aandeel"),
    most_openers=phrases("max, maximaal, hooguit, hoogstens"),
    compared_with=words("als"),
    ran_out=words("op leeg"),
    kept_in=phrases(
        "op de rekening, op mijn rekening, op m'n rekening, op de kaart, in mijn portemonnee, in de portemonnee, op de bank"
    ),
    spent_phrases=phrases(
        """
        pakket gestuurd, pakje gestuurd, kosten overboeking, kosten geldautomaat, rente lening, rente hypotheek,
        rente creditcard, kosten geldopname
        """
    ),
    void_phrases=phrases(
        """
    gereserveerd voor, ingepland voor, geeft me nog, betaalt me nog, krijg nog, goedkoper dan, portemonnee
    vergeten, onvoldoende saldo, te koop, geef je, betaal je, stuur je, tik je, maak je, bijna gekocht, had
    bijna,
    niet ik, laten we, in portemonnee, in mijn portemonnee, in de portemonnee,
    staat klaar, is beschikbaar, je rekening van, je factuur, je saldo,
    gratis ipv, gratis in plaats,
    notitie voor mezelf, gratis verzending, als we, als ik, in mijn portemonnee, met code, met kortingscode,
    incasso gestorneerd, incasso teruggeboekt, incasso mislukt, bedankt voor, dank voor, dank je, dankjewel voor,
    spaar voor, sparen voor, sparen we, wacht op, wachten op, verwacht terug, pakket komt, bestelling komt,
    pakketje komt, vergeten te betalen, kan zijn, zou kunnen, wordt duurder, gaat omhoog, is gestegen, nog betalen,
    niet betaald, nog betaald worden, te betalen, nog open, staat open
    """
    ),
    corrections=phrases("typfout, tikfout, verkeerd getypt, ik bedoelde, bedoelde, verander in"),
    former_phrases=phrases("was, afgeprijsd van, eerst, ipv, plaats van"),
    times_after=MappingProxyType({"tweemaal": 2}),
    halved=phrases(
        """
        fiftyfifty, fifty-fifty, ieder de helft, elk de helft, ieder helft, elk helft, samsam, sam sam, fifty fifty,
        samen gedeeld
        """
    ),
    street_endings=(
        "straat",
        "laan",
        "gracht",
        "singel",
        "kade",
    ),
    value_words=words("valutadatum rentedatum"),
    weeks=MappingProxyType(
        {
            **dict.fromkeys(phrases("deze"), 0),
            ("voorvorige", "week"): -2,
            ("vorige", "week"): -1,
            ("afgelopen", "week"): -1,
            ("deze", "week"): 0,
            ("volgende", "week"): 1,
        }
    ),
    number_openers=phrases("op de, de"),
    containers=words("zak zakken kaartjes tickets treinkaartjes bolletjes"),
    first_day=words("eerste"),
    ordinals=numbered(
        """
    tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende
    zestiende zeventiende achttiende negentiende twintigste eenentwintigste tweeëntwintigste drieëntwintigste
    vierentwintigste vijfentwintigste zesentwintigste zevenentwintigste achtentwintigste negenentwintigste
    dertigste eenendertigste
    """,
        2,
    ),
    first_of_things=words("eerste"),
    installments=words("termijn termijnen"),
    ordinal_endings=("e", "ste", "de"),
    owners=words("mijn onze zijn"),
    tips_earned=words("fooien"),
    auxiliaries=words("hebben heeft"),
    paid_with=phrases("met pin, per pin, met kaart, met visa, op kaart, met mijn kaart"),
    poured=words("benzine diesel brandstof"),
    unpaid_labels=words(
        """
        postcode pincode code nr nummer huisnummer bladzijde blz aflevering seizoen hoofdstuk pagina klantnummer spoor
        perron
        """
    ),
    packs=words("pakje fles blik doos zak paar stuk"),
    arrived=words("op de rekening bijgeschreven over is binnen gestort ontvangen gekregen eindelijk"),
    record_asks=phrases("kun je, kan je, wil je"),
    record_closers=words("noteren toevoegen opschrijven invoeren"),
    record_openers=phrases("noteer, voeg toe, kun je noteren, kan je noteren"),
    pay_verbs=words("betaal betalen"),
    deadline_words=words("voor uiterlijk altijd"),
    ride_goods=words("kaartje kaartjes ticket wifi stoel bagage koffer toeslag reservering"),
    refunded_to=words("aan"),
    measured=phrases(
        """
    verwarming op, thermostaat op, koers staat op, koers is, staat op, benzineprijs, dieselprijs, literprijs,
    prijs per nacht, prijs per persoon, prijs per kilo, wisselkoers, uurloon, uurtarief, minimumloon, punten,
    meterstand, kenteken, ordernummer, bestelnummer, klantnummer, dollarkoers,
    meterstand, meterstanden,
        gewicht, temperatuur, bloeddruk, kilometerstand, hartslag, lengte, suikerspiegel, bloedsuiker, stappen,
        meterstand, luchtvochtigheid
    """
    ),
    between_words=words("door"),
    they=words("jij je jullie hij zij ze"),
    only_words=words("nu momenteel nog maar slechts"),
    next_after=phrases("over een week, over twee weken, over 2 weken, a.s, as, aanstaande, aankomende"),
    treat_verbs=words("trakteerde trakteert trakteerden"),
    former_openers=words("van"),
    former_closers=words("voor naar"),
    almost_words=words("bijna haast"),
    seen_words=words("gezien zag"),
    at_most=phrases("hoogstens, hooguit, maximaal, max, niet meer dan"),
    accounts=words("rekening portemonnee"),
    parts_of_month=words("begin half eind medio"),
    builtin=BUILTIN,
    starters=STARTERS,
)
