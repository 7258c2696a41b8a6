"""Everyday words and merchants of Italian that name a starting category, by the category's key.

They are singular where a plural can be made; a word stays out where it is not clear.
"""

from collections.abc import Mapping
from types import MappingProxyType

from languages.vocabulary import known

BUILTIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": known(
            """
    film
    svago divertimento cinema teatro concerto show opera museo mostra zoo bowling karaoke discoteca disco pub bar
    locale birreria enoteca birra birre birretta vino prosecco spritz aperitivo ape apericena cocktail amaro
    grappa caffè espresso cappuccino cappuccio macchiato marocchino tè cioccolata gelato gelateria pasticceria
    cornetto brioche brioches dolce dolci torta ristorante trattoria osteria pizzeria pizza pizze paninoteca
    panino piadina piada kebab sushi poke hamburger pranzo cena cene colazione merenda brunch mensa menù menu
    antipasto tramezzino focaccia arancino arancini supplì rosticceria deliveroo glovo justeat mcdonald mcdonalds
    mcdo burgerking kfc starbucks autogrill netflix spotify subway dazn disney sky nowtv streaming playstation videogioco
    videogame gioco console steam libro romanzo fumetto rivista giornale feltrinelli piscina spa terme sauna
    massaggio vacanza vacanze albergo hotel ostello campeggio gita viaggio escursione partita stadio calcetto
    padel festa sagra festival biliardo giocattolo caramella cioccolato patatine bibita coca cocacola analcolico
    gardaland giropizza granita
    """,
            "burger king, just eat, uber eats, amazon prime, prime video, gioco da tavolo, happy hour, apple music",
        ),
        "predictable_necessities": known(
            """
    affitto mutuo condominio bolletta bollette luce corrente elettricità enel eni esso bp acea a2a hera gas acqua
    riscaldamento internet fibra wifi telefono cellulare tim vodafone iliad fastweb windtre wind tiscali
    assicurazione rca prestito finanziamento tassa tasse tari imu bollo canone asilo nido scuola retta doposcuola
    babysitter tata spesa supermercato super esselunga coop conad carrefour lidl aldi eurospin penny pam despar
    iper ipercoop bennet tigros md in's famila auchan mercato alimentari panificio panetteria panettiere forno fornaio pane
    macelleria macellaio pescheria fruttivendolo ortolano salumeria gastronomia latte latteria uovo uova burro
    formaggio mozzarella yogurt prosciutto carne pollo manzo maiale pesce frutta verdura mela mele pera pere
    banana banane arancia arance pomodoro patata patate cipolla insalata pasta riso farina zucchero sale olio
    cereale pannolino shampoo sapone bagnoschiuma dentifricio detersivo ammorbidente candeggina assorbenti tigotà
    benzina benza gasolio diesel metano gpl carburante pieno distributore q8 tamoil agip parcheggio sosta
    parchimetro pedaggio autostrada telepass metro metropolitana autobus bus tram treno trenitalia italo atm atac
    lavanderia tintoria lavasecco crocchette pet rata rate casello colf badante
    """,
            """
    carta igienica, assicurazione auto, assicurazione casa, assicurazione moto, bolletta luce, bolletta gas,
    bolletta acqua, bollo auto, biglietto bus, biglietto treno, biglietto metro, biglietto autobus, abbonamento
    bus, abbonamento metro, abbonamento treno, abbonamento mezzi, cibo gatto, cibo cane, ricarica telefono,
    ricarica cellulare, ricarica tim, strisce blu, ho mobile
    """,
        ),
        "unpredictable_necessities": known(
            """
    farmacia parafarmacia medico medica dottore dottoressa dentista oculista dermatologo ginecologo pediatra
    ortopedico cardiologo fisioterapista fisioterapia fisio osteopata psicologo psicologa psicoterapeuta podologo
    ospedale clinica esame esami analisi radiografia ecografia visita vaccino medicina medicine farmaco medicinale
    tachipirina oki antibiotico cerotto ricetta occhiali lenti ottico veterinario idraulico elettricista fabbro
    muratore imbianchino riparazione officina meccanico carrozziere carrozzeria gommista gomma gomme pneumatico
    batteria freno freni tagliando revisione carroattrezzi multa multe macchina auto lavatrice frigo frigorifero
    caldaia scaldabagno lavastoviglie
    """,
            """
    riparato il telefono, riparato telefono, riparazione telefono,
    cambio olio,cambio gomme,visita medica,pronto soccorso,carro attrezzi,ticket sanitario,multa parcheggio
    """,
        ),
    }
)

STARTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fun": ("Svago", "ristorante", "cinema", "bar", "caffè", "uscite"),
        "predictable_necessities": ("Spese previste", "previsto", "spesa", "affitto", "benzina", "trasporti"),
        "unpredictable_necessities": ("Spese impreviste", "imprevisto", "auto", "riparazione", "medicina", "medico"),
        "other": ("Altro", "altri"),
    }
)
"""By key: what the categories of a new budget are called, and their keywords."""
