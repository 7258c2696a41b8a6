"""Italian, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides."""

from dataclasses import replace
from types import MappingProxyType

from languages.it.builtin import BUILTIN, STARTERS
from languages.vocabulary import EMPTY, inflected, numbered, phrases, with_parts, with_slips, words

_PAY = "stipendio pensione paga salario"
_MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
_GIVEN = "dato mandato inviato girato pagato prestato regalato versato fatto bonificato allungato passato"
_BACK = "".join(
    f",{me} {has} {verb}"
    for me in ("mi", "ci")
    for has in ("ha", "hanno")
    for verb in ("ridato", "restituito", "rimborsato", "reso")
)
_TO_US = "".join(f",{me} {has} {verb}" for me in ("mi", "ci") for has in ("ha", "hanno") for verb in _GIVEN.split())
_FAMILY = "nonna nonno mamma papà babbo zia zio genitori suocera"
_FROM = "".join(f",{by} {who}" for by in ("da", "dalla", "dal", "dai", "dallo") for who in _FAMILY.split())
_BY = "".join(
    f",{sent}{end} da" for sent in "mandat inviat girat versat prestat bonificat".split() for end in "o a i e".split()
)

VOCABULARY = replace(
    EMPTY,
    language="it",
    compounds=MappingProxyType({("per", "cento"): "percento"}),
    own=words(
        """
        bp no me a come due sei sale fa mi i per mon sat sun fin to at in on am are is or so do go he but ha set rate
        gonna
        """
    ),
    elisions=words("l' d' un' dell' all' nell' sull' dall' quest' quell'"),
    weekdays=with_slips(numbered("lunedì martedì mercoledì giovedì venerdì sabato domenica"), but="sanato"),
    sure_shorts=words("lun ven sab"),
    weekday_shorts=numbered("lun|luned mar|mart mer|merc|mercol gio|giov ven|vener|venerd sab|sabat dom|domen"),
    doubtful_days=words("mar"),
    months=numbered(
        """
    gennaio|gen|genn febbraio|feb|febb marzo aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago
    settembre|sett|set ottobre|ott novembre|nov dicembre|dic
    """,
        1,
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(phrases("mezz'ora fa, mezzora fa, un'ora fa"), 0),
            **dict.fromkeys(phrases("dopo domani"), 2),
            **dict.fromkeys(
                phrases(
                    """
    oggi, stamattina, stamani, stamane, stasera, questa mattina, questa sera, questo pomeriggio, oggi pomeriggio,
    oggi a pranzo, poco fa, adesso
    """
                ),
                0,
            ),
            **with_parts(
                {"ieri": -1, "altroieri": -2, "altrieri": -2, "avantieri": -2}, "mattina sera notte", "iri", 4
            ),
            **dict.fromkeys(phrases("iersera,iernotte,ier sera"), -1),
            **dict.fromkeys(phrases("altro ieri,ieri altro,avant'ieri"), -2),
        }
    ),
    parts_of_day=words("mattina mattino pomeriggio sera notte mezzogiorno"),
    part_openers=words("di alla al a nel in la"),
    future_days=words("domani domattina dopodomani"),
    next_words=words("prox pross prossimo prossima"),
    next_after=phrases(
        """
    fra una settimana, tra una settimana, fra due settimane, tra due settimane, prox, pross, prossimo,prossima,che
    viene
    """
    ),
    earlier_words=words("penultimo penultima"),
    last_words=words("scorso scorsa ultimo ultima"),
    last_after=words("scorso scorsa passato passata"),
    unclear_periods=words("sett settimana mese anno weekend"),
    ago_words=words("fa"),
    unclear_phrases=phrases("altro giorno, recentemente, ultimamente, poco tempo fa, tempo fa"),
    ago_minutes=MappingProxyType(
        {**dict.fromkeys("ora ore h".split(), 60), **dict.fromkeys("minuto minuti min".split(), 1)}
    ),
    ago_units=MappingProxyType({"giorno": 1, "giorni": 1, "gg": 1, "settimana": 7, "settimane": 7}),
    in_openers=phrases("tra,fra,in"),
    small_numbers=numbered("un|una|uno due tre quattro cinque sei sette otto nove dieci", 1),
    day_openers=words("il lo di del dal questo data"),
    number_openers=phrases("il,del,dal,l,giorno,il giorno"),
    articles=words("il lo la i gli le l"),
    ordinal_names=words("trimestre compleanno piano anniversario piazza"),
    range_words=words("a al"),
    of_words=words("di del della dello su sul sulla"),
    weekday_names=phrases("black friday,venerdì santo,venerdì nero,giovedì grasso,martedì grasso"),
    due_words=words("scade scadenza"),
    through_words=words("fino"),
    units=words(
        """
    riunioni appuntamenti
    ingressi lezioni corse pollici pollice watt sedute
    km m metri cm mm kg kilo chilo chili etto etti hg g gr grammo grammi litro litri l cl ml ora ore h min minuto
    minuti sec secondi giorno giorni gg settimana settimane mese mesi anno anni notte notti persona persone pers
    adulti bambini amico amici amiche colleghi invitati ospiti stelle gradi pagine punti pacco pacchi pacchetto
    pacchetti bottiglia bottiglie lattina lattine scatola scatole dozzina fette fetta porzione porzioni paio paia
    pezzi pz gb mb kwh passi calorie volte giri sacchetti rotoli m2 m3 alunni coperti confezione confezioni
    cartoni
    """
    ),
    count_nouns=words(
        """
    casse buste borse vaschette cassette scatolette birrette bistecche bibite felpe giacche tazze piante rose torte
    fette salsicce cotolette arance pesche calze mutande sedie tende coperte vaschette crocchette teglie ciabatte
    capsule cialde birre pizze cene riunioni scarpe magliette uova mele pere banane focacce camicie gente lampadine candele
    piadine brioche caffè menù spritz kebab hamburger toast cocktail raccomandate bottiglie scatole lampade gonne
    borse torte piante buste tazze sedie calze yogurt
    """
    ),
    plurals=(("o", "i"), ("e", "i"), ("co", "chi"), ("io", "i")),
    count_endings=("i",),
    no_plurals=("xi", "shi", "isi"),
    pack_words=words("confezione pacco pacchetto scatola cartone cassa vaschetta confezioni scatole"),
    secrets=words("password codice pin"),
    labels=words(
        """
    civico
    canale fattura ricevuta linea binario camera stanza sala tavolo porta piano interno scala numero num nr n no
    volo treno bus autobus cap
    tram metro carta riferimento rif via viale corso piazza capitolo episodio stagione pagina pratica terminal
    zona ordine
    fila posto
    pin codice
    """
    ),
    ending_words=words("finale terminante"),
    sold_alone=words("carta"),
    bought_labels=words("bus autobus treno volo tram metro"),
    bought_things=words("hotel ostello taxi cibo bevande bevanda souvenir uber"),
    size_words=words("taglia"),
    clock_words=words("h"),
    clock_openers=words("alle dalle"),
    percent_words=words("percento"),
    per_words=words("mese settimana anno giorno notte ora persona testa"),
    installments=words("rata mensilità"),
    fraction_words=words("prezzo pollo pane torta anguria"),
    times_words=words("volte"),
    multipliers=MappingProxyType(
        {
            **dict.fromkeys("mila".split(), 3),
            **dict.fromkeys("milione milioni".split(), 6),
        }
    ),
    scales=words("mille miliardo miliardi"),
    number_words=MappingProxyType(
        {
            **numbered(
                """
    due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette
    diciotto diciannove venti ventuno ventidue ventitré ventiquattro venticinque ventisei ventisette ventotto
    ventinove trenta trentuno
    """,
                2,
            ),
            "quaranta": 40,
            "cinquanta": 50,
            "sessanta": 60,
            "settanta": 70,
            "ottanta": 80,
            "novanta": 90,
            "cento": 100,
            "duecento": 200,
            "trecento": 300,
            "cinquecento": 500,
            "mille": 1000,
            "duemila": 2000,
            "ventina": 20,
            "decina": 10,
            "trentina": 30,
            "cinquantina": 50,
            "centinaio": 100,
        }
    ),
    about_words=words("circa quasi sui sugli approssimativamente ±"),
    with_words=words("con"),
    amount_words=words("rimborso importo totale pagamento bolletta costo prezzo acquisto bonifico somma"),
    for_words=words("per"),
    at_words=words("a"),
    plus_words=words("più"),
    tip_words=words("mancia mance"),
    total_words=words("totale somma tot"),
    and_words=words("e ed"),
    each_openers=words("da"),
    each_words=words("uno l'uno l'una cadauno cad ciascuno ciascuna testa"),
    each_not=words("mese settimana giorno anno notte"),
    part_names=MappingProxyType({"terzo": 3, "quarto": 4}),
    half_words=words("metà"),
    double_words=words("doppio raddoppia raddoppialo"),
    from_now=phrases("ora, adesso, da ora, d'ora in poi, da adesso"),
    rises=phrases("sale a, è salito a, passa a, scende a"),
    spread_over=words("su in per"),
    spread_words=words("spalma spalmare distribuisci distribuire ripartisci"),
    split_words=words(
        "smezzata smezzato smezziamo spartita spartito diviso divisa divisi divise dividiamo dividere romana"
    ),
    us_words=words("siamo eravamo in"),
    way_words=words("persone amici parti pers"),
    talk_verbs=words(
        """
    devono
    ho hai abbiamo avete sono sei siamo siete c'è ce deve devi devo dobbiamo dovrei dovremmo voglio vuoi vuole
    vorrei serve servono manca mancano resta restano rimangono rimane vado vai va andiamo vengo vieni arrivo
    arriva vediamo vedo non mai saremo sarò sarà saranno riunione riunioni appuntamento penso
    volevo volevamo stavo
    """
    ),
    participles=words(
        """
    costato costati costata costate
    comprata comprati comprate presa presi prese fatta fatti fatte concessa
    speso comprato pagato preso mangiato bevuto fatto messo dato lasciato ordinato acquistato appena cenato
    pranzato prelevato versato sborsato offerto
    regalato concesso
    """
    ),
    gone_words=words("andato andata andati andate stato stata stati state uscito uscita usciti uscite passato passata"),
    was_words=words("era erano"),
    question_words=words("hai avete chi quanto quanta quanti quante quando dove perché come cosa quale quali qualcuno"),
    talk_places=words("alle verso entro prima dopo fino dalle tra fra"),
    amount_verbs=words("costa costato costata costano costava costavano speso viene venuto venuta fa fanno"),
    plans=phrases(
        """
    vale la pena, conviene,
    ricordami, ricordati, ricorda di, ricordarsi, non dimenticare, non scordare, posso, possiamo, potrei, potremmo,
    puoi, potresti, mi posso, ci possiamo, quanto, quanti, quanta, e se, dovrei, dovremmo, devo, dobbiamo, bisogna,
    mi restano, mi rimangono, quanto mi, ce la, mi bastano, mi basta, ci basta, bastano i, basta il, ci bastano,
    ho abbastanza, abbiamo abbastanza
    """
    ),
    afford_openings=phrases("mi posso,ci possiamo,posso forse,posso,possiamo"),
    afford_verbs=words("permettere permettermi permetterci comprare comprarmi spendere prendere"),
    balance_words=words("disponibili saldo disponibile disponibilità plafond residuo limite budget"),
    money_asked=words("resta restano rimane rimangono rimasto rimasti speso spesi budget saldo spendo spendiamo"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(phrases("natale,a natale,durante natale,per natale"), "christmas"),
            **dict.fromkeys(phrases("pasqua,capodanno,ferragosto,le feste"), "unclear"),
            **dict.fromkeys(phrases("questo mese,del mese,nel mese"), "month"),
            **dict.fromkeys(phrases("mese scorso,scorso mese,ultimo mese"), "last month"),
            **dict.fromkeys(phrases("settimana scorsa,scorsa settimana,ultima settimana"), "last week"),
            **dict.fromkeys(phrases("dallo stipendio,periodo di paga"), "period"),
            **dict.fromkeys(phrases("questa settimana,la settimana,alla settimana,nella settimana"), "week"),
            **dict.fromkeys(phrases("anno,questo anno,quest'anno"), "year"),
            **dict.fromkeys(phrases("anno scorso,l'anno scorso,scorso anno"), "last year"),
            **dict.fromkeys(
                phrases(
                    "questo weekend,il weekend,nel weekend,questo fine settimana,il fine settimana,nel fine settimana"
                ),
                "weekend",
            ),
            **dict.fromkeys(phrases("weekend scorso,scorso weekend"), "last weekend"),
            **dict.fromkeys(
                phrases(
                    """
                    prossima settimana, settimana prossima, settimana che viene, fine settimana, settimana prima,
                    mese prima
                    """
                ),
                "unclear",
            ),
        }
    ),
    how_much=phrases("quanto,quanti,quanta"),
    look_words=words("mostrami mostra fammi vedere dammi mie"),
    spending_words=words("riepilogo resoconto spese speso uscite"),
    most_words=words("più"),
    list_words=words("lista elenco elenca tutto qualcosa"),
    largest_words=phrases(
        """
    spesa più grande, spese più grandi, spesa più grossa, spese più grosse, spesa maggiore, maggiore spesa, spese
    maggiori, maggiori spese, spesa più alta, spese più alte, più caro, più cara, più costoso, più costosa, più
    costose, acquisto più grande, acquisti più grandi
    """
    ),
    over_words=phrases("più di, oltre, sopra, sopra i, superiori a, superiore a, supera, superano"),
    earned_words=words("guadagnato guadagno guadagni guadagnare guadagnamo entrate incassato"),
    latest_words=words("ultimo ultimi ultima ultime scorsi scorse passati passate"),
    since_words=words("da dal dalla dall'"),
    spent_on=words("in per di nel nella nei negli nelle al alla allo"),
    group_verbs=words(
        """
    prendi prendete porto porta portiamo portate sono sei siamo siete era ho hai ha abbiamo arrivo arriva arriviamo arrivano parte
    partiamo parto inizia finisce apre chiude gioca giocano vince perde vado vai va andiamo vengo viene fa c'è
    vediamo dice costa atterra hanno mancano pesa pesava
    """
    ),
    bill_words=words("pagato pagata pagamento bolletta fattura di"),
    paid=words("pagato pagata pagati"),
    got_paid=phrases("stato pagato,stata pagata"),
    income=phrases(
        """
    stipendio, pensione, salario, busta paga, tredicesima, quattordicesima, paga, lo stipendio, la pensione, mio
    stipendio, il mio stipendio, la mia pensione, accredito stipendio, bonifico stipendio, accredito pensione,
    borsa di studio, borsa studio, stipendio netto, reddito di cittadinanza, assegno di inclusione
    """
        + "".join(f",{word} {month},{word} di {month}" for word in _PAY.split() for month in _MONTHS.split())
    ),
    back_words=words("indietro"),
    self_words=words("io ho abbiamo noi ha appena già"),
    refunds=words("rimborso rimborsi reso resi storno stornato"),
    debts=words("prestito mutuo debito debiti finanziamento"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(phrases("riaccredito, riaccreditato"), "refund"),
            **dict.fromkeys(phrases("fruttato"), "extra"),
            **dict.fromkeys(phrases("riportato, riportata, riportati, riportate"), "refund"),
            **dict.fromkeys(phrases("entrate, incasso, incassi"), "extra"),
            **dict.fromkeys(phrases("paypal da, revolut da, postepay da"), "extra"),
            **dict.fromkeys(phrases("anticipo"), "either"),
            **dict.fromkeys(phrases("ridata, ridate, ridati, ridato"), "refund"),
            **dict.fromkeys(phrases("fatturato, fatturati, fatturate, prestito da"), "extra"),
            **dict.fromkeys(phrases("mantenimento, assegno di mantenimento"), "either"),
            **dict.fromkeys(phrases("mance del turno, mance turno, ricevo, mi pagano"), "extra"),
            **dict.fromkeys(
                phrases(
                    """
    straordinari, straordinario, ore extra, aumento, aumento stipendio, provvigione, provvigioni, premio, premi,
    premio produttività, soldi del, soldi del compleanno, soldi per il compleanno, cassa integrazione, diritti autore,
    quattordicesima, indennità, prestito ricevuto, prestito erogato, in prestito, lavoretto, lavoretti, ripetizioni date,
    vendita auto, vendita moto, affitto incassato, guadagno, guadagni, malattia inps, maternità inps, trasferta pagata
                    """
                ),
                "either",
            ),
            **dict.fromkeys(phrases("indennizzo, risarcimento"), "extra"),
            **dict.fromkeys(phrases("restituire, rendere"), "refund"),
            **dict.fromkeys(phrases("raccolti, raccolto, abbiamo raccolto, ho raccolto"), "either"),
            **dict.fromkeys(phrases("acquisto rimborsato, acquisto stornato"), "refund"),
            **dict.fromkeys(inflected("vendut guadagnat incassat ricevut vint", "o a i e"), "extra"),
            **dict.fromkeys(phrases(_BACK), "refund"),
            **dict.fromkeys(inflected("rimborsat restituit res recuperat", "o a i e"), "refund"),
            **dict.fromkeys(
                phrases(
                    """
    ricevuto, ricevuta, ricevuti, incassato, incassati, incassata, incassate, venduto, venduta, venduti,
    vendita, vinto, vincita, vinti,
    vinta, vinte,
    guadagnato, guadagnati, bonifico da, bonifico di, bonifico dal, bonifico dalla, bonifico ricevuto, accredito,
    accreditato, accreditati, accreditata, assegno unico, naspi, disoccupazione, premio produzione, bonus,
    dividendi, dividendo, interessi, eredità, cashback, trovato, trovati, satispay da, paghetta, entrata, entrate,
    mancia ricevuta, acconto ricevuto, in regalo, versamento, versamenti, soldi compleanno, soldi di, soldi da,
    soldi della, soldi
    dalla
    """
                    + _TO_US
                    + _FROM
                    + _BY
                ),
                "extra",
            ),
            **dict.fromkeys(phrases("rimborsa, rimborsano, assicurazione copre"), "refund"),
            **dict.fromkeys(
                phrases(
                    "rimborso spese, rimborso trasferta, rimborsato, rimborsati, "
                    "rimborsata, restituito, restituiti, cauzione restituita, "
                    "mi ridà, mi ridanno, mi restituisce, ci ridà, indietro"
                ),
                "refund",
            ),
            **dict.fromkeys(phrases("anticipo stipendio,arretrati,tfr,liquidazione"), "paycheck"),
        }
    ),
    got=words("ricevuto incassato"),
    from_words=words("mittente ordinante"),
    debits=words("acquisto addebito addebitato addebitati comprato speso pos fattura ordinato"),
    transfers=words(
        """
    anticipato anticipati depositato depositati inviato mandato girato inviati mandati
    debito debiti bonifico prelievo prelevato bancomat giroconto risparmi trasferimento prestato prestati ridato ridati
    restituiti prelevati prelevata risparmiato risparmiati salvadanaio etf
    """
    ),
    wires=words("satispay"),
    owed_phrases=phrases("che gli dovevo, che le dovevo, che ti dovevo, quanto gli dovevo"),
    transfer_phrases=phrases(
        """
        cambiati in, cambiato in, tengo per, tenuti per, cambiato soldi, cambio valuta, conto risparmio, conto
        risparmi, nel fondo, sul fondo, ricarica postepay, ricarica prepagata, conto deposito, da parte,
        salvadanaio, prestito dalla
        """
    ),
    linking_words=words("di del dello della dei degli delle al alla ai con per"),
    little_words=words(
        """
    ciao buongiorno
    il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla ai
    agli alle dal dallo dalla dai nel nello nella sul sulla e ed o ma che mi ti ci si vi mio mia miei tuo tua suo
    sua nostro nostra questo questa per io
    """
    ),
    verbs_first=words(
        """
    dimenticato dimenticavo sdd
    speso comprato pagato preso mangiato bevuto fatto messo ordinato acquistato ho abbiamo offerto lasciato
    dimenticato acquisto pagamento pos addebito carta fattura conto scontrino segna segnare ha appena
    """
    ),
    tells=words("speso comprato acquistato preso dimenticato dimenticavo"),
    count_verbs=words(
        """
    compra compri comprate prendi porta comprato preso ordinato mangiato bevuto comprare prendere ordiniamo ordino
    ordinate ordina prendiamo prendo porto portiamo compriamo compro mangiamo
    """
    ),
    not_numbers=words("nan"),
    every_words=words("ogni tutti tutte"),
    every_weekdays=MappingProxyType(
        {
            f"{before} {name}": n
            for n, name in enumerate("lunedì martedì mercoledì giovedì venerdì sabato domenica".split())
            for before in ("di", "la" if name == "domenica" else "il", "i")
        }
    ),
    twice_a_month=phrases("due volte al mese, 2 volte al mese, bimensile"),
    working_days=phrases("giorno lavorativo, giorno feriale"),
    once_words=words("una-tantum una-volta"),
    every_phrases=phrases("una volta al, una volta ogni, una volta alla, una volta"),
    recurring_days=MappingProxyType({"giorno": 1, "giorni": 1, "settimana": 7, "settimane": 7}),
    recurring_months=MappingProxyType(
        {"mese": 1, "mesi": 1, "trimestre": 3, "trimestri": 3, "anno": 12, "anni": 12, "semestre": 6}
    ),
    every_second=MappingProxyType({"quindicinale": "settimana", "bimestrale": "mese"}),
    adverbs=MappingProxyType(
        {
            "giornaliero": "giorno",
            "settimanale": "settimana",
            "settimanalmente": "settimana",
            "mensile": "mese",
            "mensilmente": "mese",
            "trimestrale": "trimestre",
            "semestrale": "semestre",
            "annuale": "anno",
            "annualmente": "anno",
        }
    ),
    every_numbers=MappingProxyType({"due": 2, "tre": 3}),
    last_day_words=words("ultimo"),
    month_starts=phrases("primo giorno del mese"),
    month_ends=phrases(
        """
        a fine mese, alla fine del mese, alla fine di ogni mese, ogni fine mese, a ogni fine mese, entro fine mese,
        entro la fine del mese, fine del mese, fine mese
        """
    ),
    from_day_words=words("dal da"),
    weekend_words=words("weekend"),
    weekend_heads=words("fine"),
    before_words=words("prima"),
    after_words=words("dopo"),
    tomorrow_words=words("domani"),
    openings=words(
        """
    piuttosto
    ah eh uh
    no non scusa scusate ops in realtà era erano è sono doveva essere volevo dire metti cambia meglio sbagliato
    errore correzione sì anzi mi sbagliavo dovrebbe
    """
    ),
    changed_to=words("in a su"),
    part_openings=words(
        """
    correggi correggere
    porta portare alza alzare abbassa abbassare aumenta aumentare riduci ridurre
        cambiare mettere passare modificare modifica sposta spostare spostalo spostala metti mettilo mettila passa
        cambia categoria importo nota data giorno
        """
    ),
    not_openings=words("non"),
    but_words=words("ma bensì"),
    wrong_words=words("sbagliata sbagliato errata errato scorretta"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("categoria".split(), "category"),
            **dict.fromkeys("importo prezzo somma cifra".split(), "amount"),
            **dict.fromkeys("giorno data".split(), "day"),
            **dict.fromkeys("nota testo".split(), "note"),
        }
    ),
    closings=words("grazie per favore questo questa lo la il"),
    please_words=words("grazie favore"),
    courtesies=words(
        """
    ottimo perfetto bene bello grande lascia stare perdere niente fa nulla grazie mille tante ok okay va d'accordo
    ahah ahaha haha lol capito eccellente benissimo buonanotte buona notte arrivederci a dopo
    """
    ),
    delete_words=words(
        """
    cancella cancellare cancellalo cancellala elimina eliminare eliminalo eliminala togli togliere toglilo toglila
    annulla annullare
    """
    ),
    restore_words=words(
        """
    ripristina ripristinare recupera recuperare rimetti rimettilo rimettila ripristinalo ripristinala recuperalo
    recuperala rimettere
    """
    ),
    everything_words=words("tutto tutti tutte entrambi"),
    yes_words=words("sì s ok esatto giusto certo va-bene"),
    never_mind=phrases(
        """
    lascia stare, lascia perdere, non importa, fa niente, no grazie, lascia, lascialo, lascialo così, lascia così,
    lasciamo stare
    """
    ),
    again=phrases("lo stesso,ancora,ancora uno,ancora una,un altro,un'altra,di nuovo,idem,stessa cosa,la stessa cosa"),
    no_words=words("no n niente nulla"),
    answers=MappingProxyType(
        {
            "speso": "spent",
            "spesa": "spent",
            "rimborso": "refund",
            "reso": "refund",
            "stipendio": "paycheck",
            "paga": "paycheck",
            "extra": "extra",
            "entrata": "extra",
            "entrambi": "entries",
            "entrambe": "entries",
            "tutti": "all",
            "tutto": "all",
            "nuovo": "new",
            "nuova": "new",
            "aggiungi": "adds",
            "somma": "adds",
        }
    ),
    void_words=words(
        """
    rincaro rincari aumento verrà verranno scaduto scaduta costerà costeranno vogliono chiedono vendo vendesi
    programmato programmata mai
    vendere costerebbe costerebbero risparmia spenderò comprerò pagherò spenderemo compreremo pagheremo rimandato
    rimandata rinviato rinviata pensavo pensavamo pensando indeciso indecisa rinunciato annullati annullate
    negato negata cancellato cancellata disdetto disdetta rifiutato rifiutata respinto respinta fallito fallita annullato
    annullata insoluta insoluto febbre annullamento cancellazione aumenta aumentano aumentato aumentata aumentati
    aumentate
    """
    ),
    void_first=words("lista magari probabilmente niente forse preventivo obiettivo promemoria previsto"),
    hour_verbs=words("atterra decolla inizia comincia apre chiude"),
    booked_words=words("prenotato prenotata prenotazione"),
    price_verbs=words("preventivo costa costano vale valgono guadagna guadagnano"),
    meant_for=words("per"),
    card_debts=phrases("carta di credito, carta credito"),
    marked_talk=words(
        """
    devono
    devo deve devi dobbiamo dovrei dovremmo serve servono voglio vorrei vuole vuoi manca mancano resta restano
    rimane rimangono vado va andiamo non mai penso
    volevo volevamo stavo
    """
    ),
    included_words=words("incl incl. incluso inclusa inclusi compreso compresa"),
    off_words=words("sconto buono"),
    less_words=words("sconto"),
    minus_words=words("meno"),
    rate_words=words("al a all' all l' l"),
    told_of=words("cancellato pieno perso soppresso ritardo rotto non"),
    others=words(
        """
    zia zio nonno nonna madrina padrino suocera suocero
    genitori nonni suoceri collega amico amica vicino vicina fratello sorella miei capo mamma papà nonna nonno
    suocera suocero zia zio ditta
    """
    ),
    treated_by=phrases("offerto da, offerta da, offerti da, pagato da, pagata da, offre, ha pagato, ha offerto"),
    hosts=words("casa"),
    not_hosts=words("carta conto paypal satispay bonifico telefono"),
    trip_words=words("treno bus autobus volo taxi uber biglietto metro viaggio andata"),
    others_paid=words("mette dà regala hanno ha paga offre offerto pagato"),
    no_payers=words(
        """
    moglie marito compagna compagno figli figlio figlia fidanzata fidanzato già finalmente ancora anche
    solo oggi tutti
    """
    ),
    mine=words("miei mie"),
    share_names=words("parte quota"),
    most_openers=phrases("max, massimo, al massimo, non più di"),
    compared_with=words("come"),
    ran_out=words("finito finita"),
    kept_in=phrases("sul conto, sulla carta, nel portafoglio, in tasca, in banca, sul mio conto"),
    void_phrases=phrases(
        """
    in sospeso, quasi compravo, quasi prendevo, quasi spendevo, quasi pagavo, quasi ordinavo, ha detto, hanno
    detto, mi hanno offerto, fondi insufficienti, saldo insufficiente, ti ridò, ti rido, ti restituisco, ti
    pago, ti mando, ti renderò, quasi comprato, quasi compro,
    non io, è disponibile, tua bolletta, tua fattura, tuo saldo, prezzo è, budget è, costo è, saldo è, limite è,
    sul conto, sta a, stanno a, sarebbe costato, sarebbe costata, sarebbero costati, sarebbero costate, avrei
    speso, avrebbe speso, avremmo speso,
    gratis invece, in programma, se risparmio, se spendo, se compro,
    sale a, salito a, scende a,
    lista dei desideri, lista desideri, nota per me, spedizione gratis, spedizione gratuita, se paghiamo, se pago,
    se compro, se compriamo, nel portafoglio, col codice, con il codice, doveva essere, grazie per, grazie di,
    risparmio per, risparmiando per, risparmiare per, mettere da parte, aspetto rimborso, aspetto il rimborso,
    in attesa, aspettando rimborso, pacco arriva, dimenticato di pagare, può darsi, puo essere, fine no,
    fine niente, fine nessun, sto per, stiamo per, è salito, è salita, sono saliti, da pagare, non pagato,
    non pagata, non ho pagato, non ancora pagata, non ancora pagato, da saldare
    """
    ),
    corrections=phrases("volevo dire, intendevo, cambia in, dovrebbe essere, doveva essere"),
    former_phrases=phrases("prima, scontato da, scontata da, invece di, anziché"),
    halved=phrases("metà metà, a metà, metà e metà, metà per uno, metà ciascuno, metà a testa"),
    street_openers=words("via viale"),
    value_words=words("valuta"),
    weeks=MappingProxyType(
        {
            **dict.fromkeys(phrases("questo,questa"), 0),
            ("settimana", "scorsa"): -1,
            ("scorsa", "settimana"): -1,
            ("questa", "settimana"): 0,
            ("prossima", "settimana"): 1,
        }
    ),
    containers=words("sacco sacchi biglietti ingressi posti porzioni palline capsule cialde bottiglie lattine"),
    half_more=words("mezzo"),
    first_day=words("primo"),
    first_of_things=words("primo"),
    paid_by=words(
        """
        anticipato mollato sganciato allungato passato ridato mandato inviato dato versato bonificato girato prestato
        regalato
        """
    ),
    owners=words("mio mia nostro nostra suo sua"),
    tips_earned=words("mance"),
    half_of=words("metà"),
    paid_with=phrases("con carta, con visa, su carta, con mia carta, con mastercard"),
    numbered_names=phrases("benzina 95, benzina 98, rimborso 730, modello 730, credito 730, dichiarazione 730"),
    poured=words("benzina diesel gasolio gpl metano"),
    unpaid_labels=words("civico cap pin codice numero nr num episodio stagione capitolo pagina pratica binario"),
    packs=words("pacchetto bottiglia lattina scatola confezione paio"),
    counted_at=words(
        "esselunga coop conad carrefour lidl eurospin pam despar ikea decathlon zara leroy obi poste tigotà"
    ),
    sellers=words("lavanderia panificio panetteria macelleria mercato fruttivendolo salumeria edicola"),
    arrived=words("di è arrivato arrivata accreditato accreditata preso ricevuto finalmente"),
    record_openers=phrases("segna, annota, aggiungi, puoi segnare, puoi annotare, puoi aggiungere"),
    pay_verbs=words("pago paghiamo verso"),
    deadline_words=words("entro sempre"),
    ride_goods=words("biglietto biglietti wifi posto bagaglio valigia supplemento prenotazione"),
    measured=phrases(
        """
    riscaldamento a, termostato a, litro è a, litro sta a, prezzo a notte, prezzo al litro, prezzo benzina,
    prezzo a persona, tasso di cambio, cambio è, paga oraria, tariffa oraria, punti, lettura contatore, targa,
    numero ordine, numero d'ordine, numero cliente,
    lettura contatore, contatore luce, contatore gas,
        temperatura, pressione, altezza, glicemia, battiti, chilometraggio, pulsazioni, umidità, passi, punteggio
    """
    ),
    they=words("tu voi lui lei loro"),
    only_words=words("adesso ora attualmente solo ancora più soltanto appena"),
    treat_verbs=words("offerto offre offriva"),
    former_openers=words("da"),
    former_closers=words("a"),
    spent_phrases=phrases(
        """
        interessi mutuo, interessi prestito, interessi carta, atm abbonamento, atm biglietto, atm mensile, atm
        annuale, commissione bancomat, commissione di bancomat, commissione prelievo, commissione di prelievo,
        commissione bonifico, commissione di bonifico, commissioni bancomat, commissioni di bancomat,
        commissioni prelievo, commissioni di prelievo, commissioni bonifico, commissioni di bonifico, costo
        bancomat, costo di bancomat, costo prelievo, costo di prelievo, costo bonifico, costo di bonifico, spese
        bancomat, spese di bancomat, spese prelievo, spese di prelievo, spese bonifico, spese di bonifico,
        abbonamento atm, biglietto atm, inviato un pacco
        """
    ),
    almost_words=words("quasi"),
    seen_words=words("visto visti vista viste"),
    at_most=phrases("al massimo, massimo, max, non più di"),
    accounts=words("conto portafoglio tasca"),
    cost_verbs=words("costato costata costati costate"),
    parts_of_month=words("inizio metà fine inizi"),
    builtin=BUILTIN,
    starters=STARTERS,
)
