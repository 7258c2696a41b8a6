"""German, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides."""

from dataclasses import replace
from types import MappingProxyType

from languages.de.builtin import BUILTIN, STARTERS
from languages.vocabulary import EMPTY, numbered, phrases, with_parts, with_slips, words

_WEEKDAYS = numbered("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag")
_MONTHS = "januar jänner februar märz april mai juni juli august september oktober november dezember"

VOCABULARY = replace(
    EMPTY,
    language="de",
    own=words(
        """
    am an im was die war bar man so es also not gut brief rate rat mit hat tag kind rock gang wind handy bp
    """
    ),
    weekdays=MappingProxyType(
        {
            f"{name}{part}": n
            for name, n in with_slips(_WEEKDAYS).items()
            for part in ("", "früh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
        }
    ),
    sure_shorts=words("mo di do sa"),
    named_shorts=words("fr"),
    surnames=words("müller otto"),
    weekday_shorts=numbered("mo|mon di mi|mittw do|don|donn|donnerst fr|fre|freit sa|sam|sams|samst so|son|sonn|sonnt"),
    named_months=words("jan"),
    months=numbered(
        """
    januar|jänner|jan februar|feber|feb märz|mrz april|apr mai juni|jun juli|jul august|aug september|sep|sept
    oktober|okt november|nov dezember|dez
    """,
        1,
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(
                phrases("vor einer halben stunde, vor ner stunde, vor ner halben stunde, vor paar stunden"), 0
            ),
            **with_parts({"heute": 0, "gestern": -1, "vorgestern": -2}, "früh morgen mittag nachmittag abend nacht"),
            **dict.fromkeys(
                phrases("jetzt,heute,heute früh,heute morgen,heute mittag,heute nachmittag,heute abend"), 0
            ),
            **dict.fromkeys(
                phrases(
                    """
    gestern, gestern früh, gestern morgen, gestern mittag, gestern nachmittag, gestern abend, gestern nacht,
    letzte nacht
    """
                ),
                -1,
            ),
            **dict.fromkeys(phrases("vorgestern,vorgestern abend"), -2),
            **dict.fromkeys(phrases("vorvorgestern"), -3),
        }
    ),
    parts_of_day=words("früh morgen vormittag mittag nachmittag abend nacht abends mittags"),
    future_days=words("morgen übermorgen"),
    next_words=words("nächstes kommendes nächsten nächster nächste kommenden kommender"),
    earlier_words=words("vorletzten vorletzter vorletztes vorletzte vorvorige vorvorigen"),
    last_words=words("letztes voriges vergangenes letzten letzter letzte vergangenen vorigen"),
    unclear_periods=words("wochenende we woche monat jahr"),
    ago_openers=phrases("vor"),
    unclear_phrases=phrases(
        """
    vor ein paar tagen, vor paar tagen, vor einigen tagen, vor ein paar wochen, neulich, kürzlich, letztens, vor
    kurzem, vor einiger zeit
    """
    ),
    ago_minutes=MappingProxyType(
        {**dict.fromkeys("stunde stunden std stdn".split(), 60), **dict.fromkeys("minute minuten min".split(), 1)}
    ),
    ago_units=MappingProxyType({"tag": 1, "tage": 1, "tagen": 1, "woche": 7, "wochen": 7}),
    day_marks=(".",),
    in_words=words("in"),
    small_numbers=numbered(
        "ein|eine|einem|einer|einen|ner|nem|ne zwei|zweit drei|dritt vier|viert fünf|fünft sechs|sechst sieben acht neun zehn",
        1,
    ),
    day_openers=words("am vom zum buchungstag buchung buchungsdatum datum wertstellung valuta"),
    articles=words("der die das den dem des"),
    ordinal_names=words("quartal halbjahr geburtstag stock klasse mal etage klasse jahrestag platz straße"),
    range_words=words("bis"),
    of_words=words("des der von vom auf bei"),
    weekday_names=phrases("schwarzer freitag,black friday,tatort sonntag"),
    due_words=words("fällig"),
    units=words(
        """
    meetings termine besprechungen anrufe
    erw erw.
    eintritte fahrten zoll watt sitzungen
    mal km m meter cm mm kg kilo kilogramm g gr gramm l liter ml cl pfund stück stk std stunde stunden min minute
    minuten sek sekunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren nacht nächte nächten
    person personen pers leute gäste erwachsene kinder freunde kollegen sterne grad seiten punkte paar packung
    packungen dose dosen flasche flaschen kiste kisten kasten tüten tüte becher gläser glas scheiben rollen
    rolle blatt portionen portion kwh gb mb schritte kalorien
    """
    ),
    count_nouns=words(
        """
    brote leute kinder brötchen semmeln pakete schuhe stifte hefte tische stühle filme fische äpfel säfte shirts t-shirts
    tickets snacks eimer teller becher pullover
    """
    ),
    plurals=(("", "n"), ("", "en"), ("", "e"), ("", "er")),
    count_endings=("en", "er"),
    pack_words=words("packung pack paket kiste kasten karton schachtel tüte beutel packungen box"),
    secrets=words("passwort kennwort code pin"),
    labels=words(
        """
    ice ic re rb
    kanal sender tan linie gleis zimmer raum tür tisch sitz platz nr nummer hausnummer hausnr rechnung
    bestellung karte kundennummer plz postleitzahl
    konto halle flug zug bus tram straßenbahn etage stock kapitel folge staffel seite parkplatz
    pin code
    """
    ),
    ending_words=words("endet endend endziffer endziffern"),
    sold_alone=words("karte"),
    bought_labels=words("bus zug tram flug"),
    let_labels=words("zimmer tisch sitz platz rechnung parkplatz"),
    seatings=words("tisch platz plätze zimmer"),
    streets=words("str strasse straße weg gasse allee platz"),
    bought_things=words("hotel hostel taxi essen getränk getränke snack snacks souvenir souvenirs"),
    size_words=words("größe gr"),
    hour_parts=phrases("halb, dreiviertel, viertel nach, viertel vor, kurz nach, kurz vor"),
    clock_words=words("uhr h"),
    percent_words=words("prozent"),
    per_words=words("monat mon mtl woche jahr tag nacht stunde std person pers nase kopf"),
    fraction_words=words("preis rabatt hähnchen huhn brot kuchen torte laib pfund liter ente"),
    times_words=words("mal"),
    multipliers=MappingProxyType(
        {
            **dict.fromkeys("tausend tsd".split(), 3),
            **dict.fromkeys("million millionen mio".split(), 6),
        }
    ),
    scales=words("hundert milliarde milliarden mrd"),
    number_words=MappingProxyType(
        {
            **numbered(
                """
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
    achtzehn neunzehn zwanzig
    """,
                2,
            ),
            **{
                name: n * 10
                for n, name in enumerate("dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), 3)
            },
            **dict.fromkeys(("fuffzig", "fuffzich", "fuchzig"), 50),
            "hundert": 100,
            "tausend": 1000,
            "fuffi": 50,
            "zwanni": 20,
            "zehner": 10,
            "hunni": 100,
        }
    ),
    about_words=words("wohl beinahe ca ca. circa etwa ungefähr rund fast knapp gut zirka"),
    with_words=words("mit"),
    amount_words=words("rückerstattung betrag summe zahlung rechnung gebühr kosten preis kauf überweisung"),
    for_words=words("für fürs"),
    at_words=words("um à je zu á"),
    each_openers=words("à je á"),
    plus_words=words("plus"),
    tip_words=words("trinkgeld"),
    total_words=words("gesamt summe zusammen insgesamt gesamtsumme total"),
    and_words=words("und u u."),
    each_words=words("pp p.p je jeweils pro stück/€ stk"),
    each_not=words("richtung monat woche tag jahr nacht person"),
    part_names=MappingProxyType({"drittel": 3, "viertel": 4}),
    half_words=words("halb halbe hälfte"),
    parts_behind=MappingProxyType({"einhalb": 50, "einviertel": 25, "dreiviertel": 75}),
    double_words=words("doppelt verdoppeln verdopple zweimal"),
    from_now=phrases("jetzt, ab jetzt, künftig, von jetzt an, ab sofort"),
    rises=phrases("steigt auf, stieg auf, erhöht sich auf, sinkt auf"),
    spread_over=words("über auf"),
    spread_words=words("verteil verteile verteilen"),
    split_words=words("teilen teilten gesplittet geteilt aufgeteilt durch"),
    us_words=words("waren sind zu"),
    way_words=words("pers personen leute freunde"),
    talk_verbs=words(
        """
    wird wirst
    wäre bekommt bekommst kriegt kriegst werde werden hab bin bist ist sind seid habe hast haben brauche brauch
    brauchst bräuchte brauchen
    treffen trefft komme kommst kommen will wollen
    möchte würde könnte sollte muss müssen schulde schuldet bitte nicht kein keine ich's
    fehlt fehlen
    hätte hätten wollte wollten
    """
    ),
    gone_words=words("gegangen gewesen gefahren"),
    was_words=words("war waren"),
    question_words=words("wer was wann wo warum wieso welche welcher welches wieviel wem wen hat"),
    talk_places=words("bis gegen ab nach vor"),
    cost_verbs=words("abgebucht berechnet gekostet"),
    cost_whom=words("mich uns"),
    clock_openers=words("um"),
    amount_verbs=words(
        """
    gegangen
    gekauft geholt gegessen bestellt getrunken gewesen macht machte kostet kostete kosteten bezahlt gezahlt
    ausgegeben
    """
    ),
    plans=phrases(
        """
    lohnt sich, lohnt es sich, lohnen sich,
    erinnere mich, erinner mich, vergiss nicht, nicht vergessen, kann ich, können wir, kannst du, könnt ihr,
    könnte ich, könnten wir, wie viel, wieviel, wie viele, was wenn, soll ich, sollen wir, sollte ich, darf ich,
    hab ich, habe ich, haben wir, was kostet, reicht das, reicht's, reicht es, reicht mein, reicht unser,
    langt das, langt's, reichen mir, warst du, hast du, bist du, habt ihr, wart ihr, seid ihr
    """
    ),
    afford_openings=phrases("kann ich,können wir,könnte ich,könnten wir,darf ich"),
    afford_last=words("leisten kaufen ausgeben"),
    balance_words=words(
        """
        wochenbudget monatsbudget tagesbudget kassensturz kassenstand kassenbestand restguthaben startguthaben
        verfügungsrahmen dispo verfügbarer verfügbare
        """
        "verfügbares kontostand saldo guthaben verfügbar stand übrig"
    ),
    money_asked=words("übrig rest restlich budget ausgegeben verbraucht bleibt geblieben gebe geben"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(phrases("weihnachten,über weihnachten,an weihnachten,zu weihnachten"), "christmas"),
            **dict.fromkeys(phrases("ostern,pfingsten,silvester,neujahr,den feiertagen,die feiertage"), "unclear"),
            **dict.fromkeys(phrases("diesen monat,diesem monat,dieser monat,im monat,den monat"), "month"),
            **dict.fromkeys(
                phrases("letzten monat,letztem monat,letzter monat,vorigen monat,vergangenen monat"), "last month"
            ),
            **dict.fromkeys(phrases("letzte woche,letzter woche,vorige woche,vergangene woche"), "last week"),
            **dict.fromkeys(phrases("gehaltszeitraum,seit dem gehalt,seit gehalt"), "period"),
            **dict.fromkeys(phrases("diese woche,dieser woche,die woche,der woche,pro woche"), "week"),
            **dict.fromkeys(phrases("dieses jahr,diesem jahr,das jahr,heuer"), "year"),
            **dict.fromkeys(
                phrases(
                    """
                    letztes jahr, letzten jahr, letztem jahr, voriges jahr, vorigen jahr, vergangenes jahr,
                    vergangenen jahr
                    """
                ),
                "last year",
            ),
            **dict.fromkeys(
                phrases("dieses wochenende,diesem wochenende,übers wochenende,am wochenende,das wochenende"), "weekend"
            ),
            **dict.fromkeys(phrases("letztes wochenende,letzten wochenende,letztem wochenende"), "last weekend"),
            **dict.fromkeys(
                phrases(
                    """
                    nächste woche, nächster woche, kommende woche, vorletzte woche, vorletzter woche,
                    vorletzten monat, vorletztes jahr
                    """
                ),
                "unclear",
            ),
        }
    ),
    how_much=phrases("wie viel,wieviel"),
    look_words=words("zeig zeige zeigen mal mir bitte meine"),
    spending_words=words("ausgaben ausgabe ausgegeben übersicht bericht kosten"),
    most_words=words("meisten meiste"),
    list_words=words("liste auflisten alles irgendwas"),
    largest_words=phrases(
        """
    größte ausgabe, größten ausgaben, größte ausgaben, höchste ausgabe, höchsten ausgaben, teuerste, teuersten,
    teuerster, größter einkauf, größten einkäufe, größter posten, größten posten, größte buchung, größten buchungen,
    am teuersten
    """
    ),
    over_words=phrases("über, mehr als, ab, mindestens"),
    earned_words=words("verdient verdiene verdienen verdienten verdienst einnahmen eingenommen einkommen"),
    latest_words=words("letzte letzten vergangenen vorigen"),
    since_words=words("seit ab"),
    spent_on=words("für bei beim"),
    group_verbs=words(
        """
    nimm nehmt bring bringe bringt nehme nimmt bin ist sind war waren hast hat habt treffen kommt komme kommen geht gehe
    gehen fährt fahre fährst landet startet beginnt öffnet schließt spielt gewinnt verliert steht sagt wiege wiegt
    wog
    """
    ),
    bill_words=words("bezahlt gezahlt überwiesen zahlung rechnung"),
    paid=words("bezahlt gezahlt"),
    paid_last=words("bezahlt gezahlt"),
    paid_by=words(
        """
    vorgestreckt ausgelegt überlassen rübergereicht
    zugesteckt rübergeschoben zahlte bezahlte zahlt gegeben geschickt überwiesen beigesteuert dazugegeben spendiert
    geschenkt geliehen
    """
    ),
    got_paid=phrases("bezahlt worden,bezahlt bekommen"),
    income=phrases(
        """
    lohnabrechnung, gehaltsabrechnung, gehaltszettel, lohnzettel,
    lohn/gehalt, gehalt/lohn, lohn-/gehaltszahlung,
    gehalt, lohn, gehaltseingang, lohneingang, rente, pension, bafög, sold, besoldung, witwenrente,
    waisenrente, halbwaisenrente, betriebsrente, altersrente, erwerbsminderungsrente,
    einkommen,
    gehaltszahlung, lohnzahlung, zahltag, monatsgehalt, monatslohn, wochenlohn, restgehalt, nettogehalt, nettolohn
    """
        + "".join(f",{month}{pay}" for month in _MONTHS.split() for pay in ("gehalt", "lohn", "rente"))
    ),
    me=words("mir uns"),
    costs=words("kostet kostete gekostet für"),
    back_words=words("zurück"),
    self_words=words("ich wir hab habe haben ich's gerade eben grad"),
    refunds=words(
        """
    rückerstattung erstattung erstattet rückzahlung gutschrift storno rückgabe rücksendung retoure pfandrückgabe
    """
    ),
    debts=words("kredit kredits darlehen darlehens schulden schuld hypothek ratenkredit autokredit"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(phrases("rückbuchung, rücklastschrift"), "refund"),
            **dict.fromkeys(phrases("eingebracht"), "extra"),
            **dict.fromkeys(phrases("zurückgebracht, zurückgeschickt, retourniert, umgetauscht"), "refund"),
            **dict.fromkeys(phrases("auszahlung"), "either"),
            **dict.fromkeys(phrases("einnahme, einnahmen, erlös, erlöst, eingenommen"), "extra"),
            **dict.fromkeys(phrases("kredit von"), "extra"),
            **dict.fromkeys(phrases("bekomme, kriege"), "extra"),
            **dict.fromkeys(
                phrases("""
    trinkgeld schicht, trinkgelder schicht, aus der schicht, von der schicht, hat dir, hat ihnen, haben dir
    """),
                "extra",
            ),
            **dict.fromkeys(phrases("unterhalt, kindesunterhalt, alimente"), "either"),
            **dict.fromkeys(phrases("ich verdiene, verdiene, ich kriege, ich krieg, ich bekomme"), "extra"),
            **dict.fromkeys(
                phrases(
                    """
    überstunden, überstunden ausbezahlt, überstunden ausgezahlt, gehaltserhöhung, lohnerhöhung, provision,
    provisionen, abfindung, stipendium, gewinn, gewinne, erbe, erbschaft, kredit aufgenommen,
    darlehen aufgenommen, geburtstag geld, geld geburtstag, geburtstagsgeld, konfirmationsgeld,
    kommunionsgeld, ausbezahlt, ausgezahlt, mutterschaftsgeld, kurzarbeitergeld, tantiemen, nebenverdienst,
    ausschüttung, schichtzulage, zulage, nachtzuschlag, fahrtkostenzuschuss, fahrtkostenerstattung,
    kredit ausgezahlt, nachhilfe gegeben,
    babysitten verdient, preisgeld, wettgewinn, verkaufserlös, erlös, ersparnis zurück, steuer zurück, krankentagegeld
                    """
                ),
                "either",
            ),
            **dict.fromkeys(
                phrases("weihnachtsbonus, jahresbonus, bonuszahlung, gewinnbeteiligung, gratifikation"), "paycheck"
            ),
            **dict.fromkeys(
                phrases("gutschrift von, geldeingang, überweisungseingang, entschädigung, schadensersatz"), "extra"
            ),
            **dict.fromkeys(phrases("gehaltsvorschuss, lohnvorschuss, vorschuss"), "extra"),
            **dict.fromkeys(phrases("wechselgeld, rückgeld, restgeld"), "extra"),
            **dict.fromkeys(
                phrases(
                    "zurückgeben, zurückschicken, zurückbringen, erstattete, erstatteten, zahlte zurück, überwies zurück"
                ),
                "refund",
            ),
            **dict.fromkeys(phrases("eingesammelt, gesammelt, zusammengesammelt"), "either"),
            **dict.fromkeys(
                phrases(
                    """
    gehaltsnachzahlung, lohnnachzahlung, rentennachzahlung, bonuszahlung, sonderzahlung, verkauf, kunde hat, kunde
    bezahlt, kunde zahlt, kunde zahlte, kundin hat, kundin zahlt, bekommen, erhalten,
    gab mir, gab uns, gab, gekriegt, verkauft, gewonnen, geschenkt bekommen, bonus, eingang, zahlungseingang,
    einzahlung, einzahlungen,
    kindergeld, elterngeld, bürgergeld, wohngeld, arbeitslosengeld, krankengeld, familienbeihilfe, pflegegeld,
    blindengeld, unterhaltsvorschuss, verdient, dividende, honorar, nebenjob, minijob, trinkgelder, zuschuss,
    prämie, twint von, paypal von, gefunden, geerbt, lottogewinn, taschengeld, weihnachtsgeld, urlaubsgeld,
    mieteinnahme, mieteinnahmen, cashback, eingenommen, einnahmen, vertickt, verscherbelt, zinsen,
    habenzinsen, guthabenzinsen, sparzinsen, tagesgeldzinsen, eingegangen
    """
                ),
                "extra",
            ),
            **dict.fromkeys(
                phrases(
                    """
    zurückgezahlt, zurücküberwiesen, zurückgeschickt, steuererstattung, steuerrückzahlung, steuerrückerstattung,
    zurück, zurückbekommen, zurückerhalten, zurückerstattet, erstattet bekommen, zurückgegeben, pfand zurück,
    pfandbon, pfandbons, leergut, pfandflaschen,
    flaschen weggebracht, flaschen abgegeben, flaschen zurückgebracht
    """
                ),
                "refund",
            ),
        }
    ),
    came_in_first=phrases("vorschuss"),
    got=words("bekommen erhalten gekriegt"),
    from_words=words("von"),
    counted_at=words(
        """
        c&a h&m kik takko action woolworth tedi primark zara rewe edeka aldi lidl netto penny kaufland norma dm rossmann
        müller ikea obi bauhaus hornbach baumarkt hm dhl hermes post
        """
    ),
    sellers=words(
        """
        waschsalon pfadfindern bauern bauer bäcker bäckerei metzger metzgerei markt hof hofladen metzger fleischer
        fleischerei kiosk
        """
    ),
    money_names=words("bargeld scheck geld geschenk gutschein"),
    card_words=words("karte"),
    debits=words("rechnung abgebucht belastet gekauft ausgegeben bestellt zahlung lastschrift"),
    transfers=words(
        """
    bargeldauszahlung barauszahlung bargeldabhebung
    vorgestreckt vorgeschossen spare sparen
    eingezahlt schulden sparplan sparpläne bausparer bausparvertrag etf etfs
    überwies geschickt twint geldautomat abgehoben bankomat abhebung überweisung überwiesen umbuchung
    geliehen verliehen ausgeliehen gespart angespart sparbuch sparschwein tagesgeld tagesgeldkonto
    spardose sparkonto festgeld
    """
    ),
    owed_phrases=phrases("ihm schuldete, ihr schuldete, dir schuldete, ihm geschuldet, ihr geschuldet"),
    no_names=phrases("bar bezahlt, bar gezahlt, in bar, bezahlt bar"),
    transfer_phrases=phrases(
        """
    getauscht in, gewechselt in, geld gewechselt, geld getauscht, in den fonds, in fonds, in etf, kredit von,
    kredit aufgenommen, darlehen aufgenommen, euro gewechselt, dollar gewechselt, dollar umgetauscht, euro
    umgetauscht, geld umgetauscht,
    am geldautomaten, automaten geholt, automaten gezogen,
    aufs sparkonto, auf sparkonto, auf tagesgeld, vom konto, bar geholt, geld geholt, zur seite, auf seite gelegt,
    die seite gelegt, beiseite gelegt, ins depot, aufs depot
    """
    ),
    little_words=words(
        """
    guten-morgen
    hallo hi hey moin servus
    ein eine einen einem einer eines und oder im in ins am an auf aus bei beim mit nach von vom vor zu zum zur
    für der die das den dem des ich du er sie es wir ihr uns mir mich noch mal nur auch dann so da doch hier um
    per
    """
    ),
    verbs_first=words(
        """
    eintragen einzutragen aufschreiben aufzuschreiben notieren nachtragen
    vergessen nachtrag nachträglich gekauft gezahlt bezahlt ausgegeben hab habe ich wir geholt bestellt
    gegessen getrunken getankt
    """
    ),
    tells=words("ausgegeben gekauft hab habe bestellt geholt vergessen nachtrag"),
    count_verbs=words(
        """
    kauf kaufe kauft hol hole holt bring besorg besorge gekauft bestellt geholt gegessen getrunken bestelle
    bestellen bestell bestellte nehme nehmen bringe bringen kaufen holen kaufte holte
    """
    ),
    every_words=words("jeden jede jedes alle"),
    every_weekdays=numbered("montags dienstags mittwochs donnerstags freitags samstags|sonnabends sonntags"),
    twice_a_month=phrases(
        """
        zweimal im monat, zweimal pro monat, zweimal monatlich, zweimal jeden monat, halbmonatlich
        """
    ),
    working_days=phrases("arbeitstag, werktag, bankarbeitstag"),
    once_words=words("einmal einmalig"),
    every_phrases=phrases("einmal im, einmal pro, einmal in, einmal alle"),
    recurring_days=MappingProxyType({"tag": 1, "tage": 1, "woche": 7, "wochen": 7}),
    recurring_months=MappingProxyType(
        {
            "monat": 1,
            "monats": 1,
            "monate": 1,
            "monaten": 1,
            "jahren": 12,
            "quartal": 3,
            "quartale": 3,
            "jahr": 12,
            "jahre": 12,
            "halbjahr": 6,
            "halbjahre": 6,
        }
    ),
    every_second=MappingProxyType({"zweiwöchentlich": "woche", "vierzehntägig": "woche", "zweimonatlich": "monat"}),
    adverbs=MappingProxyType(
        {
            "täglich": "tag",
            "wöchentlich": "woche",
            "monatlich": "monat",
            "vierteljährlich": "quartal",
            "quartalsweise": "quartal",
            "halbjährlich": "halbjahr",
            "jährlich": "jahr",
        }
    ),
    every_numbers=MappingProxyType({"zweite": 2, "zweiten": 2, "dritte": 3, "dritten": 3}),
    last_day_words=words("letzten letzter monatsletzten"),
    month_starts=phrases("ersten tag des monats, erster tag des monats, ersten tag im monat"),
    month_ends=phrases(
        """
        am monatsende, zum monatsende, zu monatsende, gegen monatsende,
        immer am monatsende, immer zum monatsende, jeweils am monatsende, jeweils zum monatsende, jedes monatsende,
        zu jedem monatsende, monatsende, am ende des monats, zum ende des monats, ende des monats,
        ende monat, am ende jedes monats, zum ende jedes monats, am ende eines jeden monats, ende jedes monats
        """
    ),
    from_day_words=words("ab von am seit"),
    weekend_words=words("wochenende wochenenden"),
    before_words=words("vor"),
    after_words=words("nach"),
    tomorrow_words=words("morgen"),
    openings=words(
        """
    eher lieber
    ah äh mist
    nein nö nicht sorry ups eigentlich das es war waren ist sind sollte soll sein ich meinte meine falsch stimmt
    doch ne nee quatsch ach oh oje hoppla korrektur korrigiere
    """
    ),
    changed_to=words("zu in auf unter nach"),
    part_openings=words(
        """
    korrigiere korrigier korrigieren
    erhöhe erhöh erhöhen senke senk senken
    ändern setzen stellen legen
        verlege verleg schieb schiebe verschieb verschiebe verschieben pack packe leg lege setz setze stell stelle buche
        buch ordne änder ändere
        """
        " mach kategorie betrag notiz datum tag"
    ),
    not_openings=words("nicht kein keine"),
    but_words=words("sondern"),
    wrong_words=words("falsch falsche falscher falsches verkehrt"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("kategorie".split(), "category"),
            **dict.fromkeys("betrag preis summe".split(), "amount"),
            **dict.fromkeys("tag datum".split(), "day"),
            **dict.fromkeys("notiz text".split(), "note"),
        }
    ),
    closings=words("bitte es das den ihn damit eintrag"),
    please_words=words("bitte sein"),
    courtesies=words(
        """
    super toll prima perfekt klasse cool gut schön egal vergiss vergessen passt alles klar danke dank dir dankeschön
    vielen sehr ok okay oki haha hahaha lol wow spitze wunderbar verstanden bestens nacht gute tschüss tschüs ciao
    bis später
    """
    ),
    delete_words=words("löschen lösche lösch lösch's weg entfernen storno stornieren rückgängig"),
    restore_words=words("wiederherstellen zurückholen"),
    everything_words=words("alle alles beide"),
    yes_words=words("ja j jo jep jawohl genau richtig stimmt"),
    never_mind=phrases(
        """
    vergiss es, lass gut sein, lass mal, schon gut, nein danke, doch nicht, ist egal, egal, lass es, lass es so,
    lass, ne lass, lass stecken
    """
    ),
    again=phrases(
        """
    nochmal, noch mal, noch einmal, nochmals, das gleiche, das gleiche nochmal,
    dasselbe, dasselbe nochmal, noch eins, noch einer, noch eine, noch einen
    """
    ),
    no_words=words("nein nö nichts nee ne"),
    answers=MappingProxyType(
        {
            "ausgegeben": "spent",
            "ausgabe": "spent",
            "erstattung": "refund",
            "gehalt": "paycheck",
            "lohn": "paycheck",
            "einnahme": "paycheck",
            "extra": "extra",
            "beide": "entries",
            "beides": "entries",
            "alle": "all",
            "alles": "all",
            "neu": "new",
            "dazu": "adds",
        }
    ),
    void_words=words(
        """
    preiserhöhung beitragserhöhung mieterhöhung eingeplant veranschlagt überfällig offen ausstehend überleg
    droht drohen sagte
    stieg steigt gestiegen gesunken sinkt terminüberweisung geplante geplanter geplant
    nie
    verkaufen mindestbestellwert mindestumsatz teurer anprobiert
    abgesagt ausgefallen verschoben
    gekündigt abbestellt
    überlege überlegen überlegt grübel grüble nix verzichtet
    annulliert gecancelt
    abgelehnt fehlgeschlagen storniert gescheitert zurückgewiesen unbezahlt fieber stornierung steigt gestiegen erhöht draus
    """
    ),
    void_first=words(
        """
    liste einkaufsliste einkaufszettel
    wunschliste wunschzettel fällig offen ändere ändern setze setz stell stelle vllt vlt vielleich viell evtl.
    wahrscheinlich vielleicht evtl eventuell kostenvoranschlag ziel sparziel erinnerung otp
    """
    ),
    hour_verbs=words("landet startet beginnt öffnet schließt fährt endet"),
    booked_words=words("reserviert gebucht vorbestellt"),
    price_verbs=words("kostenvoranschlag voranschlag kostet verdient verdienen"),
    meant_for=words("für"),
    card_debts=phrases("kreditkarte, kreditkartenrechnung, kreditkartenabrechnung"),
    marked_talk=words(
        """
    wird wirst
    wäre bekommt bekommst kriegt kriegst werde werden schulde schuldet schuldest brauche brauch brauchst bräuchte brauchen
    möchte würde könnte sollte will wollen muss müssen kein keine nicht
    bin ist sind
    fehlt fehlen
    hätte hätten wollte wollten
    """
    ),
    included_words=words("inkl inkl. inklusive davon"),
    off_words=words("rabatt gutschein nachlass"),
    less_words=words("rabatt nachlass skonto"),
    minus_words=words("minus abzüglich"),
    rate_words=words("pro der die das"),
    told_of=words("verspätung verspätet ausgefallen voll verpasst weg nicht fällt"),
    others=words(
        """
    tante onkel opa omi omma mutti vati patentante patenonkel schwiegermutter schwiegervater
    kumpel kumpels kollege kollegin kollegen schwiegereltern großeltern freund freundin nachbar nachbarin chef chefin oma opa mama
    papa mutter vater eltern tante onkel firma kunde kundin vermieter versicherung
    """
    ),
    treated_by=phrases(
        "bezahlt von, spendiert von, eingeladen von, auf kosten von, geht auf, ging auf, geht aufs, ging aufs"
    ),
    treated_around=phrases("von bezahlt, von spendiert, von ausgegeben, von übernommen"),
    hosts=words("haus"),
    not_hosts=words("karte konto rechnung raten kredit mich uns paypal klarna"),
    trip_words=words("zug bus bahn s-bahn u-bahn tram flug taxi uber fahrt ticket flixbus ice hin"),
    others_paid=words("steuert gibt legt schenkt übernimmt eingeladen zahlt zahlte bezahlte hat spendiert spendierte"),
    no_payers=words(
        """
        frau mann partner partnerin kinder kind sohn tochter schatz alle schon endlich wieder noch nochmal
        auch nur heute sofort bereits selbst
    """
    ),
    participles=words("eingekauft gelassen hingelegt geblecht hingeblättert gegönnt geleistet gönnt gemacht"),
    mine=words("meins meiner meine"),
    share_names=words("anteil teil"),
    most_openers=phrases("max, maximal, höchstens"),
    compared_with=words("wie"),
    ran_out=words("leer alle aus"),
    kept_in=phrases(
        "auf dem konto, auf meinem konto, aufm konto, auf der karte, im portemonnaie, im geldbeutel, in der tasche, auf der bank"
    ),
    spent_phrases=phrases(
        """
        paket geschickt, päckchen geschickt, brief geschickt, atm gebühr, atm gebühren, gebühr überweisung,
        überweisung gebühr, gebühr geldautomat, zinsen kredit, zinsen dispo, zinsen darlehen, zinsen hypothek,
        geldautomat gebühr, bankomat gebühr, gebühr bankomat, gebühren geldautomat, gebühr abhebung
        """
    ),
    void_phrases=phrases(
        """
    gibt mir, gibt uns, zahlt mir, geben mir, bekomm noch, bekomme noch, krieg noch, kriege noch, angebot vom,
    angebot von, billiger als, teurer als, geldbeutel vergessen, portemonnaie vergessen, nicht gedeckt, geb dir,
    gebe dir, zahl dir, zahle dir, überweis dir, überweise dir, schick dir, schicke dir, hätte fast, hätt fast,
    fast gekauft, beinahe gekauft,
    nicht ich, lass uns, lasst uns, nimm die, nehmt die,
    ist verfügbar, steht bereit, liegt bereit, ihre rechnung, deine rechnung, ihr kontostand, dein kontostand,
    wecker auf, wecker um, gratis statt, umsonst statt, kostenlos statt,
    notiz an mich, merkzettel für mich, denke über, denke an, denken über, mit code, mit gutscheincode,
    mit rabattcode, wenn wir, wenn ich, falls wir, falls ich, im portemonnaie, im geldbeutel, in der geldbörse,
    im portmonee, lastschrift zurückgegeben, lastschrift zurückgebucht, lastschrift geplatzt, danke für, dank für,
    vielen dank, dankeschön für, spare auf, spare für, sparen für, sparen auf, werden teurer, wird billiger,
    kommt noch, kommen noch, rechnung kommt, erwarte erstattung, erwarte rückzahlung, warte auf, warten auf,
    paket kommt, lieferung kommt, geld fehlt, auf rechnung warten, zu überweisen, zu zahlen, zu bezahlen,
    vergessen zu zahlen, vergessen zu bezahlen, vergessen zu überweisen, kann sein, könnte sein, aufs haus,
    auf's haus, wird teurer, wurde teurer, nächste bestellung, läuft aus, noch offen, nicht bezahlt, steht aus,
    zu zahlen, zu bezahlen
    """
    ),
    corrections=phrases("vertippt, hab mich vertippt, verschrieben, ich meinte, ich meine, meinte, sollte heißen"),
    former_phrases=phrases("reduziert von, runtergesetzt von, herabgesetzt von, früher, vorher, statt, anstatt"),
    times_after=MappingProxyType({"zweimal": 2, "dreimal": 3}),
    halved=phrases(
        "fiftyfifty, fifty-fifty, halbe halbe, halb halb, fifty fifty, hälfte hälfte, hälftig, hälftig geteilt, zur hälfte"
    ),
    street_endings=(
        "straße",
        "strasse",
        "gasse",
        "str",
        "str.",
    ),
    value_words=words("valuta wertstellung"),
    weeks=MappingProxyType(
        {
            **dict.fromkeys(phrases("diesen,diesem,dieser"), 0),
            ("vorletzte", "woche"): -2,
            ("vorletzter", "woche"): -2,
            ("letzte", "woche"): -1,
            ("letzter", "woche"): -1,
            ("vorige", "woche"): -1,
            ("vergangene", "woche"): -1,
            ("diese", "woche"): 0,
            ("nächste", "woche"): 1,
        }
    ),
    number_openers=phrases("am, vom, zum"),
    containers=words("sack säcke kanister tickets fahrkarten karten eintrittskarten kugeln sitzplätze"),
    first_day=words("ersten monatsersten erster"),
    ordinals=numbered(
        """
    zweiten|zweiter|zweite dritten|dritter|dritte vierten|vierter|vierte fünften|fünfter|fünfte
    sechsten|sechster|sechste siebten|siebter|siebte achten|achter|achte neunten|neunter|neunte zehnten|zehnter|zehnte
    elften|elfter|elfte zwölften|zwölfter|zwölfte dreizehnten|dreizehnter|dreizehnte
    vierzehnten|vierzehnter|vierzehnte fünfzehnten|fünfzehnter|fünfzehnte sechzehnten|sechzehnter|sechzehnte
    siebzehnten|siebzehnter|siebzehnte achtzehnten|achtzehnter|achtzehnte neunzehnten|neunzehnter|neunzehnte
    zwanzigsten|zwanzigster|zwanzigste einundzwanzigsten|einundzwanzigster|einundzwanzigste
    zweiundzwanzigsten|zweiundzwanzigster|zweiundzwanzigste dreiundzwanzigsten|dreiundzwanzigster|dreiundzwanzigste
    vierundzwanzigsten|vierundzwanzigster|vierundzwanzigste fünfundzwanzigsten|fünfundzwanzigster|fünfundzwanzigste
    sechsundzwanzigsten|sechsundzwanzigster|sechsundzwanzigste
    siebenundzwanzigsten|siebenundzwanzigster|siebenundzwanzigste
    achtundzwanzigsten|achtundzwanzigster|achtundzwanzigste neunundzwanzigsten|neunundzwanzigster|neunundzwanzigste
    dreißigsten|dreißigster|dreißigste einunddreißigsten|einunddreißigster|einunddreißigste
    """,
        2,
    ),
    first_of_things=words("ersten erster"),
    installments=words("rate raten"),
    owners=words("mein meine unser unsere sein seine"),
    auxiliaries=words("haben hat"),
    paid_with=phrases(
        """
    mit karte, per karte, auf karte, mit visa, per visa, mit mastercard, mit ec, mit ec karte, mit girocard,
    mit kreditkarte, per kreditkarte
    """
    ),
    numbered_names=phrases("bahncard 25, bahncard 50, bahncard 100, super 95, super 98, super plus 98"),
    poured=words("benzin diesel sprit super e10 tanken"),
    unpaid_labels=words(
        "plz postleitzahl tan pin code nr nummer hausnummer folge staffel kapitel seite kundennummer gleis"
    ),
    packs=words("packung dose flasche kiste kasten tüte becher stück paar rolle portion stk"),
    arrived=words(
        """
    eingetrudelt gutgeschrieben aufm auf dem konto ist is da kam eingegangen gekommen drauf angekommen bekommen
    erhalten endlich
        """
    ),
    record_asks=phrases("kannst du, bitte"),
    record_closers=words("eintragen notieren aufschreiben hinzufügen"),
    record_openers=phrases(
        """
        kannst du eintragen, bitte eintragen, bitte notieren, bitte notier, bitte notiere, notiere, notiere bitte, trag
        bitte ein
        """
    ),
    pay_verbs=words("zahle zahlen bezahle bezahlen überweise zahl"),
    deadline_words=words("bis spätestens immer stets"),
    ride_goods=words("ticket tickets fahrkarte fahrschein wlan sitzplatz gepäck koffer zuschlag reservierung"),
    measured=phrases(
        """
    heizung auf, thermostat auf, liegt bei, steht bei, lag bei, spritpreis, benzinpreis, dieselpreis,
    literpreis, strompreis, preis pro nacht, preis pro person, preis pro kilo, preis pro stück, wechselkurs,
    stundenlohn, stundensatz, mindestlohn, punkte, zählerstand strom, zählerstand gas, zählerstand wasser,
    kennzeichen, bestellnummer, sendungsnummer, kundennummer, auftragsnummer, rechnungsnummer, vertragsnummer,
    dollarkurs, eurokurs,
    zählerstand, stromzähler, gaszähler, wasserzähler,
        gewicht, blutdruck, puls, größe, kilometerstand, km-stand, blutzucker, schritte, temperatur, zählerstand,
        herzfrequenz, luftfeuchtigkeit, körpertemperatur, höhe, punktestand
    """
    ),
    they=words("du ihr er sie"),
    only_words=words("jetzt aktuell momentan nur noch grad gerade"),
    treat_verbs=words("eingeladen spendiert spendierte"),
    former_openers=words("von"),
    former_closers=words("auf"),
    almost_words=words("fast beinahe"),
    seen_words=words("gesehen entdeckt"),
    at_most=phrases("höchstens, maximal, max, max., nicht mehr als"),
    accounts=words("konto girokonto portemonnaie geldbeutel kasse"),
    next_after=phrases("in einer woche, in zwei wochen, in 2 wochen, in 14 tagen, in 8 tagen"),
    parts_of_month=words("anfang mitte ende"),
    compounds=MappingProxyType({("guten", "morgen"): "guten-morgen"}),
    builtin=BUILTIN,
    starters=STARTERS,
)
