"""How commands are said in German. `languages.commands.CommandWords` tells what each table is."""

from types import MappingProxyType

from languages.commands import CommandWords
from languages.vocabulary import words

COMMANDS = CommandWords(
    names=MappingProxyType(
        {
            "week": "woche",
            "period": "zeitraum, gehaltszeitraum",
            "bills": "rechnungen, fixkosten",
            "recent": "zuletzt, letzte, neueste, einträge, verlauf",
            "undo": "rückgängig, rueckgaengig, zurücknehmen",
            "card": "karte",
            "limits": "limits, limit, grenzen, wochenlimits, wochenlimit, budget, budgets, wochenbudget, begrenze, begrenzen",
            "settings": "einstellungen, einstellung",
            "help": "hilfe",
            "categories": "kategorien, kategorie",
            "chart": "diagramm, bild, grafik",
            "history": "änderungen, aenderungen, historie",
            "digest": "rückblick, rueckblick, wochenrückblick",
            "remind": "erinnerung, erinnern, erinnere, erinner",
            "payday": "zahltag, gehaltstag",
            "bill": "rechnung",
            "afford": "leisten, leistbar",
            "audit": "prüfen, prüfung, nachrechnen",
            "rules": "regeln, regel, gelerntes",
            "share": "teilen, freigeben, freigabe",
            "links": "freigaben, geteiltes",
            "door": "tür, zugang",
            "doors": "türen, zugänge",
            "export": "exportieren, ausfuhr, herunterladen",
            "import": "importieren, einlesen, hochladen",
            "imports": "importe",
            "forget": "vergessen, vergiss",
            "invite": "einladen, einladung",
            "members": "mitglieder, mitglied, personen",
            "add": "eintragen, ausgabe, hinzufügen",
            "spent": "ausgegeben",
            "paid": "gehalt, lohn, bezahlt",
            "refund": "erstattung, rückerstattung",
        }
    ),
    messages=MappingProxyType(
        {
            "forget": """alles löschen, lösche alles, alle daten löschen, lösche alle daten, meine daten löschen,
            lösche meine daten, alle meine daten löschen, konto löschen, von vorn anfangen, von vorne anfangen, neu
            anfangen, ganz von vorn, alles zurücksetzen, zurücksetzen""",
            "week": """diese woche, wochenübersicht, übersicht, wie viel diese woche, wie viel ist diese woche
            übrig, was ist diese woche übrig, wie viel habe ich diese woche ausgegeben, ausgaben diese woche, stand,
            wie viel ist übrig, wieviel ist übrig, wie viel übrig, was ist übrig, was übrig, was bleibt, was bleibt
            übrig, wie viel bleibt, wie viel bleibt übrig, wie viel habe ich, wie viel hab ich, wieviel habe ich,
            wieviel hab ich, wie viel haben wir, wie viel geld habe ich, wie viel geld hab ich, wie viel geld ist
            übrig, was habe ich, was hab ich, wie viel kann ich ausgeben, was kann ich ausgeben, wie viel geht, wie
            viel hab ich diese woche ausgegeben, wie viel haben wir diese woche ausgegeben, was hab ich diese woche
            ausgegeben, was habe ich diese woche ausgegeben, wie viel hab ich diese woche verballert, wie viel ging
            diese woche drauf, was geht noch, wie läuft's, wie läuft es, wie läuft es bei mir, wie stehe ich, wie
            steh ich, wie stehe ich da, wie steh ich da, wie stehen wir da, wie liege ich, wie liege ich im budget,
            bin ich im budget, bin ich über dem budget, bin ich drüber, bin ich im limit, statistik, statistiken,
            gesamt, insgesamt, wo ist mein geld geblieben, wo ist das geld geblieben, wo ist mein geld hin, wo ist
            mein geld, wo geht mein geld hin, wohin geht mein geld, wofür ging mein geld drauf, wo ist das ganze
            geld hin""",
            "week last": """letzte woche, vorige woche, vergangene woche, woche davor, wie war letzte woche, wie
            viel habe ich letzte woche ausgegeben, ausgaben letzte woche""",
            "period": """übrig, uebrig, rest, kontostand, guthaben, wann ist zahltag, wann ist der zahltag, wann ist
            der nächste zahltag, wann kommt das gehalt, wann kommt mein gehalt, wann kommt das nächste gehalt, wann
            gibt es gehalt, wann gibt's gehalt, nächster zahltag""",
            "period last": "letzter zeitraum, voriger zeitraum, letzter gehaltszeitraum",
            "undo": """letztes zurücknehmen, letzte zurücknehmen, nimm das zurück, nimm zurück, mach das rückgängig,
            rückgängig machen, letztes rückgängig, letzten eintrag rückgängig, letzten eintrag löschen, letztes
            löschen, letzten löschen, lösche das letzte, das letzte löschen, lösch das, weg damit, lösche den
            letzten eintrag, letzte ausgabe löschen, lösche die letzte ausgabe, abbrechen, storniere das,
            stornieren, vergiss das, lösche das, lösch das wieder, streich das, nimm das wieder raus""",
            "recent": """letzte einträge, die letzten einträge, neueste einträge, letzte ausgaben, was habe ich
            ausgegeben, liste, auflistung, alle einträge, alle ausgaben, was habe ich gekauft, was hab ich gekauft,
            letzten, letzten einträge, letzten ausgaben, letzten buchungen, letzten käufe, letzte buchungen, letzte
            käufe, neuesten, neuesten einträge, neuesten ausgaben, aktuellste, aktuellsten""",
            "help": """hilf mir, wie geht das, was kannst du, wie funktioniert das, anleitung, befehle, menü, menue,
            wie lösche ich was, wie lösche ich etwas, wie lösche ich einen eintrag, wie kann ich was löschen, wie
            kann ich etwas löschen, wie kann ich einen eintrag löschen, wie ändere ich etwas, wie ändere ich was,
            wie ändere ich einen eintrag, wie kann ich etwas ändern, wie kann ich einen eintrag ändern, wie
            korrigiere ich einen eintrag, wie korrigiere ich etwas, wie ändere ich den betrag, was kannst du alles,
            wie geht das hier""",
            "bills": """was ist fällig, was wird fällig, was steht an, offene rechnungen, was muss ich zahlen, was
            muss ich bezahlen, was ist noch zu zahlen, was ist zu bezahlen, was hab ich zu zahlen, was muss ich noch
            zahlen, was muss ich noch bezahlen""",
            "export": """daten exportieren, meine daten exportieren, exportiere meine daten, alles exportieren, daten
            herunterladen, meine daten herunterladen, export, als csv exportieren, nach excel exportieren, csv
            export, excel export, ausgaben exportieren, export meiner daten, exportiere alles, exportiere die daten,
            exportiere meine ausgaben, schick mir meine daten, schick meine daten""",
            "share": """budget teilen, dieses budget teilen, link zum teilen, link teilen, budget freigeben, teile
            das budget, teile dieses budget, teil das budget, teile mein budget, mein budget teilen, das budget
            teilen""",
            "members": "wer ist dabei, wer macht mit, wer nutzt das budget",
            "links": """link löschen, links löschen, alle links löschen, link widerrufen, links widerrufen, nicht
            mehr teilen, wer kann das sehen, wer sieht das, wer kann das budget sehen, wer kann das hier sehen, wer
            kann mein budget sehen, wer kann unser budget sehen, wer sieht das budget, wer kann mitlesen, wer hat
            zugriff""",
            "remind off": """erinnerung aus, erinnerung ausschalten, erinnerung abschalten, erinnerungen aus,
            erinnerungen ausschalten, erinnerungen abschalten, keine erinnerung mehr, keine erinnerungen mehr,
            erinnere mich nicht mehr, hör auf mich zu erinnern, hör auf zu erinnern, hör auf mit den erinnerungen,
            erinnere nicht mehr, nicht mehr erinnern, stopp die erinnerungen, stoppe die erinnerung, erinner mich
            nicht mehr, schalte die erinnerung aus, schalt die erinnerung aus, schalte die erinnerungen ab, schalt
            erinnerungen aus""",
            "digest off": """zusammenfassung ausschalten, zusammenfassung abschalten, keine zusammenfassung mehr,
            wochenbericht ausschalten, kein wochenbericht mehr""",
        }
    ),
    words=MappingProxyType(
        {
            "last": """letzte, letzter, letzten, vorige, voriger, vergangene, letzte woche, vorige woche, letzter
            zeitraum""",
            "all": "alle, alles",
            "off": """aus, aus damit, ausschalten, abschalten, beenden, keine, keiner, nein, nie, stopp, stop""",
            "switched off": "aus, ausschalten, abschalten, beenden",
            "none": "keine, keins, kein, ohne, kein limit, ohne limit, unbegrenzt",
            "auto": "automatisch, auto",
            "bars": "balken, ohne beträge",
            "ahead": "voraus, im voraus, ansparen, anteilig",
            "outside": "außerhalb der wochenlimits, außerhalb der limits, ausserhalb, außerhalb, ohne kategorie",
            "skip": "überspringen, überspringe, auslassen, aussetzen, diesmal nicht",
            "add": "neu, neue, hinzufügen, anlegen, dazu, füge, füg, lege, leg, erstelle, erstell",
            "rename": "umbenennen, nenne, benenne, nenn, benenn",
            "remove": "entfernen, löschen, entferne, lösche, weg",
            "to": "in, zu, auf, als, nach",
            "carry": "übertragen, uebertragen, mitnehmen, übertrag",
            "carry up": "nur rest übertragen, rest übertragen, nur plus übertragen, plus übertragen",
            "carry down": "nur minus übertragen, minus übertragen, nur schulden übertragen",
            "carry off": "nicht übertragen, übertrag aus, nichts übertragen, nicht mitnehmen",
            "fresh": "frisch, neu, neustart, von vorn, neu beginnen",
            "next week": """ab nächster woche, ab der nächsten woche, nächste woche, ab kommender woche, kommende
            woche""",
            "set": """setz, setze, setzen, stell, stelle, stellen, leg, lege, festlegen, fest, mach, mache, ändere,
            ändern, das, die, den, der, mein, meine, unser, ein, neu, neues, auf, für, von, vom, beim, bei, pro, in,
            jede, je, woche, wöchentlich, wöchentliches, bitte, soll, sein, ist, jetzt, eine, einen, begrenze,
            umstellen, wechsle, wechseln, schick, schicke""",
            "set limit": """setz, setze, setzen, stell, stelle, stellen, erhöhe, erhöhen, erhöh, senke,
            senken, senk, ändere, ändern, begrenze, begrenzen, festlegen""",
            "correct": "korrigiere, korrigier, korrigieren, berichtige, berichtigen, verbessere",
            "at most": "höchstens, maximal, max, nicht mehr als",
            "totals": "summen, nur summen",
            "week": "wochenbeginn, wochenanfang, woche beginnt am, woche beginnt, woche, erster tag",
            "zone": "zeitzone, uhrzeit, zeit, zone",
            "numbers": "zahlen, zahlenformat, format",
            "currency": "währung, waehrung, geld",
            "language": "sprache",
            "name": "name",
            "at": "um, ab, gegen",
            "o'clock": "uhr, h",
            "am": "früh, morgens, vormittags",
            "pm": "abends, nachmittags, mittags, abend, nachmittag, nacht",
            "paid": """bezahlt, ist bezahlt, ist schon bezahlt, schon bezahlt, gezahlt, ist gezahlt, überwiesen, ist
            überwiesen, wurde bezahlt, wurde überwiesen""",
            "get paid": """ich werde bezahlt, wir werden bezahlt, mein gehalt kommt, gehalt kommt, das gehalt kommt,
            lohn kommt, mein lohn kommt, ich bekomme mein gehalt, ich bekomme gehalt, zahltag ist, mein zahltag ist,
            zahltag, ich kriege mein gehalt, ich krieg mein gehalt, ich kriege gehalt, ich krieg gehalt, mein
            zahltag, ich bekomme, ich kriege, ich krieg, wir bekommen""",
            "quit": "ende, beenden, schließen, tschüss",
            "edit": "bearbeiten, ändern",
        }
    ),
    languages="""englisch, deutsch, spanisch, französisch, italienisch, niederländisch, polnisch,
    portugiesisch, russisch, ukrainisch, japanisch, türkisch, indonesisch, arabisch""",
    fillers=words("""bitte schon noch denn jetzt mal mir eigentlich gerade so zeig zeige die den das meine mein meiner unsere
    mich uns"""),
    verb_endings=words("um hinzu an"),
)
