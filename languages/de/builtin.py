"""Everyday words and merchants of German that name a starting category, by the category's key.

They are singular where a plural can be made; a word stays out where it is not clear.
"""

from collections.abc import Mapping
from types import MappingProxyType

from languages.vocabulary import known

BUILTIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": known(
            """
    griechen italiener chinesen inder thailänder asiaten
    film
    spaß kino theater konzert show oper museum zoo tierpark bowling kegeln karaoke disko disco club kneipe biergarten
    bier wein sekt cocktail schnaps kaffee espresso cappuccino café eis eisdiele restaurant gaststätte imbiss
    döner currywurst pommes bratwurst schnitzel pizza mittagessen abendessen frühstück brunch nachtisch essen
    kuchen torte schokolade süßigkeit chips lieferando wolt spiel brettspiel videospiel konsole buch roman
    zeitschrift streaming netflix spotify dazn disney disney+ steam subway snack freibad schwimmbad sauna
    therme ausflug urlaub hotel
    ferienwohnung konzertkarte eintritt eintrittskarte weihnachtsmarkt glühwein kirmes volksfest fußballspiel
    stadion mensa zmittag znüni zvieri znacht zmorge jause melange marende brotzeit vesper heuriger heurigen
    beisl beiz kantine burgerking mcdonald mcdonalds backfisch spielzeug limo limonade cola feierabendbier bierchen weinchen
    pizzen kinokarte kinoticket freizeitpark europapark kletterhalle hörbuch bücher gummibärchen haribo leberkäse vapiano
    """,
            "essen gehen,essen gegangen,kino karte,burger king,amazon prime,disney plus,apple music",
        ),
        "predictable_necessities": known(
            """
    miete warmmiete kaltmiete nebenkosten strom o2 stromrechnung gas heizung wasser internet telefon handyvertrag
    stromabschlag gasabschlag handyrechnung mobilfunk rundfunk rundfunkbeitrag gez versicherung haftpflicht krankenkasse
    krankenversicherung kfz-versicherung kita kindergarten schule hort kredit rate hausgeld müllabfuhr
    grundsteuer stadtwerke lebensmittel einkauf einkäufe wocheneinkauf wochenendeinkauf großeinkauf
    supermarkt globus bioladen edeka rewe aldi lidl penny netto kaufland
    norma tegut alnatura denns migros coop denner spar billa hofer rossmann dm müller bäcker bäckerei metzger
    metzgerei fleischer brot brötchen semmel milch butter käse ei eier obst gemüse apfel äpfel banane kartoffel
    tomate nudel reis mehl zucker wurst fleisch hähnchen fisch joghurt quark müsli wasserkasten getränkemarkt
    klopapier toilettenpapier windel shampoo zahnpasta seife waschmittel spülmittel putzmittel drogerie tanken
    getankt benzin diesel sprit tankstelle aral shell esso bp bahn bahnticket db fahrkarte fahrschein monatskarte
    deutschlandticket deutschland-ticket u-bahn s-bahn straßenbahn bvg hvv mvg vbb parken waschanlage
    waschstraße parkhaus parkticket
    maut waschsalon wochenmarkt markt hundefutter katzenfutter
    öpnv öpnv-ticket zug zugticket zugfahrkarte flixbus d-ticket telekom telekomrechnung ratenzahlung schulgeld parkgebühr
    müllgebühr brezel brezn
    """,
            "call a bike,bus ticket,db ticket,bvg ticket,handy vertrag",
        ),
        "unpredictable_necessities": known(
            """
    apotheke arzt ärztin zahnarzt zahnärztin augenarzt hautarzt tierarzt krankenhaus klinik medikament
    medikamente medizin tablette tabletten schmerzmittel ibuprofen paracetamol rezept zuzahlung brille optiker
    physiotherapie physio impfung klempner installateur elektriker handwerker schlüsseldienst schornsteinfeger
    reparatur werkstatt autowerkstatt tüv ölwechsel reifen winterreifen sommerreifen reifenwechsel inspektion
    abschleppdienst bremse bremsen auto strafzettel bußgeld knöllchen ersatzteil batterie waschmaschine
    kühlschrank
    autoreparatur kinderarzt hausarzt frauenarzt zahnreinigung rezeptgebühr kontaktlinsen geschirrspüler
    spülmaschine handyreparatur fahrradreparatur
    """,
            "auto reparatur,kaputte waschmaschine,strafzettel parken",
        ),
    }
)

STARTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fun": ("Spaß", "ausgehen", "restaurant", "kino", "kneipe", "kaffee"),
        "predictable_necessities": ("Fixe Ausgaben", "fix", "lebensmittel", "einkauf", "miete", "fahrkarte"),
        "unpredictable_necessities": ("Ungeplante Ausgaben", "ungeplant", "auto", "reparatur", "medizin", "arzt"),
        "other": ("Sonstiges", "sonstige"),
    }
)
"""By key: what the categories of a new budget are called, and their keywords."""
