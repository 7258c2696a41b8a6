"""How commands are said in Dutch. `languages.commands.CommandWords` tells what each table is."""

from types import MappingProxyType

from languages.commands import CommandWords
from languages.vocabulary import words

COMMANDS = CommandWords(
    names=MappingProxyType(
        {
            "week": "week",
            "period": "periode",
            "bills": "rekeningen, facturen",
            "recent": "recent, laatste, boekingen",
            "undo": "ongedaan, terugdraaien",
            "card": "kaart, kaartje",
            "limits": "limieten, limiet, grenzen, budget, budgetten, weeklimiet, weekbudget, begrens, beperk, beperken",
            "settings": "instellingen, instelling",
            "help": "hulp, help",
            "categories": "categorieën, categorieen, categorie",
            "chart": "grafiek, plaatje",
            "history": "wijzigingen, geschiedenis",
            "digest": "overzicht, terugblik, weekoverzicht",
            "remind": "herinnering, herinner",
            "payday": "salarisdag, loondag, betaaldag, salaris",
            "bill": "rekening, factuur",
            "afford": "veroorloven, betaalbaar",
            "audit": "controle, controleren, natellen",
            "rules": "regels, regel",
            "share": "delen, deel",
            "links": "koppelingen, koppeling",
            "door": "deur, ingang",
            "doors": "deuren, ingangen",
            "export": "exporteren, exporteer",
            "import": "importeren, importeer",
            "imports": "importen",
            "forget": "vergeten, vergeet",
            "invite": "uitnodigen, uitnodiging",
            "members": "leden, lid",
            "add": "toevoegen, uitgave",
            "spent": "uitgegeven",
            "paid": "loon, betaald",
            "refund": "terugbetaling",
        }
    ),
    messages=MappingProxyType(
        {
            "forget": """verwijder alles, alles verwijderen, wis alles, alles wissen, verwijder mijn gegevens, wis
            mijn gegevens, verwijder alle gegevens, opnieuw beginnen, begin opnieuw, helemaal opnieuw beginnen, alles
            resetten, reset alles""",
            "week": """deze week, hoeveel deze week, hoeveel is er deze week over, hoeveel is deze week over,
            hoeveel heb ik deze week over, uitgaven deze week, hoeveel heb ik deze week uitgegeven, weekstand,
            hoeveel is er over, hoeveel is over, hoeveel over, wat is er over, wat is over, wat heb ik over, hoeveel
            heb ik over, hoeveel hebben we over, hoeveel heb ik, hoeveel geld heb ik, hoeveel geld heb ik over,
            hoeveel geld is er over, hoeveel kan ik uitgeven, wat kan ik uitgeven, hoeveel mag ik uitgeven, hoe sta
            ik ervoor, hoe staan we ervoor, hoe sta ik, zit ik eroverheen, zit ik over mijn budget, zit ik binnen
            budget, statistieken, totaal, waar is mijn geld gebleven, waar is het geld gebleven, waar is mijn geld
            heen, waar gaat mijn geld heen, waar is mijn geld naartoe gegaan, waar gaat mijn geld naartoe, waar is
            al mijn geld gebleven, waar is mijn geld""",
            "week last": """vorige week, afgelopen week, week ervoor, hoeveel heb ik vorige week uitgegeven, uitgaven
            vorige week, hoeveel vorige week""",
            "period": """over, saldo, rest, wanneer is het betaaldag, wanneer krijg ik mijn salaris, wanneer krijg ik
            salaris, wanneer komt mijn salaris, wanneer komt het salaris, wanneer komt mijn loon, volgende
            salaris""",
            "period last": "vorige periode, afgelopen periode, laatste periode",
            "undo": """maak ongedaan, ongedaan maken, laatste ongedaan maken, maak dat ongedaan, maak het ongedaan,
            haal dat weg, laatste weg, verwijder de laatste, verwijder het laatste, laatste verwijderen, wis de
            laatste, wis het laatste, annuleren, annuleer, annuleer dat, vergeet dat, verwijder dat, wis dat""",
            "recent": """laatste uitgaven, laatste posten, recente uitgaven, wat heb ik uitgegeven, waar heb ik geld
            aan uitgegeven, lijst, lijstje, alle uitgaven, wat heb ik gekocht, laatste aankopen, laatste boekingen,
            laatste transacties, laatste betalingen, meest recente, meest recente uitgaven""",
            "help": """help me, help mij, hoe werkt dit, hoe werkt het, wat kun je, wat kan je, commando's,
            opdrachten, menu, hoe verwijder ik iets, hoe verwijder ik een boeking, hoe verwijder ik een uitgave, hoe
            kan ik iets verwijderen, hoe kan ik een boeking verwijderen, hoe wijzig ik iets, hoe wijzig ik een
            boeking, hoe pas ik iets aan, hoe kan ik iets wijzigen, hoe verander ik een boeking, hoe verander ik
            iets, hoe verander ik het bedrag, wat kun je allemaal""",
            "bills": """wat moet ik betalen, wat vervalt, openstaande rekeningen, komende rekeningen, te betalen, wat
            moet er betaald worden, wat staat er open, wat moet ik nog betalen, vaste
            rekeningen""",
            "export": """exporteer mijn gegevens, gegevens exporteren, mijn gegevens exporteren, exporteer alles,
            alles exporteren, download mijn gegevens, gegevens downloaden, exporteren naar excel, exporteer naar
            excel, exporteer naar csv, data exporteren, uitgaven exporteren, exporteer data, exporteer mijn data,
            exporteer uitgaven, exporteer mijn uitgaven, stuur me mijn gegevens""",
            "share": """budget delen, deel budget, deel het budget, deel dit budget, link om te delen, deel link,
            deel mijn budget, mijn budget delen, dit budget delen, het budget delen""",
            "members": "wie zit erin, wie doet mee, wie gebruikt dit budget",
            "links": """verwijder de link, verwijder de links, link verwijderen, links verwijderen, stop met delen,
            wie kan dit zien, wie kan dit budget zien, wie kan het budget zien, wie kan dat zien, wie ziet dit, wie
            heeft toegang""",
            "remind off": """herinneringen uit, zet herinneringen uit, herinnering uitzetten, herinneringen
            uitzetten, stop met herinneren, geen herinneringen meer, herinner me niet meer, stop met me herinneren,
            stop de herinneringen, stop herinneringen, stop de herinnering, zet de herinnering uit, zet herinnering
            uit, zet de herinneringen uit, herinner me er niet meer aan, niet meer herinneren, verwijder de
            herinnering, schakel herinneringen uit""",
            "digest off": "samenvatting uitzetten, zet de samenvatting uit, geen samenvatting meer",
        }
    ),
    words=MappingProxyType(
        {
            "last": "vorige, vorig, laatste, afgelopen, vorige week, afgelopen week, vorige periode",
            "all": "alles, alle, allemaal",
            "off": "uit, uitzetten, uitschakelen, nee, geen, nooit, stop",
            "switched off": "uit, uitzetten, uitschakelen",
            "none": "geen, zonder, geen limiet, zonder limiet, onbeperkt",
            "auto": "automatisch, auto",
            "bars": "balken, balkjes, zonder bedragen",
            "ahead": "vooruit, vooraf, opzij, opzijzetten",
            "outside": "buiten de weeklimieten, buiten de limieten, erbuiten, buiten, zonder categorie",
            "skip": "overslaan, sla over, deze keer niet",
            "add": "toevoegen, voeg toe, nieuw, nieuwe, maak, voeg",
            "rename": "hernoem, hernoemen, noem, doop, verander de naam van, wijzig de naam van",
            "remove": "verwijder, verwijderen, weg, weghalen",
            "to": "naar, in, als",
            "carry": "meenemen, doorschuiven, overdragen",
            "carry up": "rest meenemen, overschot meenemen, alleen overschot meenemen, rest doorschuiven",
            "carry down": "tekort meenemen, alleen tekort meenemen, tekort doorschuiven",
            "carry off": "niet meenemen, niet doorschuiven, niets meenemen, niet overdragen",
            "fresh": "opnieuw, vers, schone lei, opnieuw beginnen",
            "next week": "volgende week, vanaf volgende week, komende week, vanaf komende week",
            "set": """zet, zetten, stel, in, maak, verander, het, de, mijn, ons, een, nieuwe, nieuw, op, voor, van,
            naar, per, elke, iedere, week, wekelijks, wekelijkse, is, wordt, nu, graag, tot, stuur""",
            "set limit": """pas, zet, zetten, stel, instellen, maak, verander, veranderen, verhoog, verhogen,
            verlaag, verlagen, beperk, beperken""",
            "correct": "corrigeer, corrigeren, verbeter, verbeteren, wijzig, wijzigen",
            "at most": "hoogstens, maximaal, max, niet meer dan, ten hoogste",
            "totals": "totalen, alleen totalen",
            "week": "begin van de week, weekbegin, eerste dag, week begint op, week begint, week",
            "zone": "tijdzone, tijd, zone",
            "numbers": "getallen, getalnotatie, notatie",
            "currency": "valuta, munt, munteenheid",
            "language": "taal",
            "name": "naam",
            "at": "om, rond",
            "o'clock": "uur, u, h, 's",
            "am": "ochtends, morgens",
            "pm": "avonds, middags, avond, middag",
            "paid": """betaald, is betaald, al betaald, is al betaald, zijn betaald, heb betaald, heb ik betaald""",
            "get paid": """ik krijg betaald, ik word betaald, wij krijgen betaald, mijn salaris komt, salaris komt, ik krijg mijn
            salaris, betaaldag, betaaldag is, mijn betaaldag is, salarisdag, salarisdag is, loondag,
            mijn salaris krijg ik, salaris krijg ik, ik krijg, ik ontvang, ik krijg salaris, ik krijg
            loon, mijn loon komt""",
            "quit": "stop, sluiten, einde, afsluiten",
            "edit": "bewerk, bewerken, wijzig",
        }
    ),
    languages="""engels, duits, spaans, frans, italiaans, nederlands, pools, portugees, russisch, oekraïens,
    japans, turks, indonesisch, arabisch""",
    fillers=words("""nog al even graag alsjeblieft aub nu eigenlijk de het mijn laat zien toon nou precies me mij onze mn m'n
    ons"""),
    verb_endings=words("om toe"),
)
