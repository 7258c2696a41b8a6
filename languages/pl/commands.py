"""How commands are said in Polish. `languages.commands.CommandWords` tells what each table is."""

from types import MappingProxyType

from languages.commands import CommandWords
from languages.vocabulary import words

COMMANDS = CommandWords(
    names=MappingProxyType(
        {
            "week": "tydzień, tygodniówka",
            "period": "okres",
            "bills": "rachunki, opłaty",
            "recent": "ostatnie, ostatnio, najnowsze",
            "undo": "cofnij, cofnąć",
            "card": "karta, kartę",
            "limits": "limity, limit, limitu, budżet, budżetu, ogranicz",
            "settings": "ustawienia, ustawienie",
            "help": "pomoc, pomocy",
            "categories": "kategorie, kategoria",
            "chart": "wykres, obrazek",
            "history": "zmiany, historia",
            "digest": "podsumowanie",
            "remind": "przypomnienie, przypominaj, przypomnij",
            "payday": "wypłata, pensja",
            "bill": "rachunek, opłata",
            "afford": "stać",
            "audit": "sprawdź, sprawdzenie, kontrola",
            "rules": "reguły, zasady, reguła",
            "share": "udostępnij, udostępnianie, udostępnić",
            "links": "linki, odnośniki",
            "door": "drzwi, wejście",
            "doors": "wejścia",
            "export": "eksport, eksportuj",
            "import": "importuj, wczytaj",
            "imports": "importy",
            "forget": "zapomnij",
            "invite": "zaproś, zaproszenie, zaprosić, zapraszam",
            "members": "członkowie, osoby",
            "add": "dodaj, dodać",
            "spent": "wydałem, wydałam, wydatek",
            "paid": "zapłacone",
            "refund": "zwrot",
        }
    ),
    messages=MappingProxyType(
        {
            "forget": """usuń wszystko, skasuj wszystko, usuń moje dane, skasuj moje dane, usuń wszystkie dane,
            zacznij od nowa, zacząć od nowa, zacznij od zera, zacząć od zera, zresetuj wszystko, wyzeruj wszystko""",
            "week": """ten tydzień, w tym tygodniu, ile w tym tygodniu, ile zostało w tym tygodniu, ile mi zostało w
            tym tygodniu, wydatki w tym tygodniu, ile wydałem w tym tygodniu, ile wydałam w tym tygodniu, ile
            zostało, ile mi zostało, ile nam zostało, ile pieniędzy zostało, ile pieniędzy mi zostało, co zostało,
            ile mam, ile mam pieniędzy, ile mamy, ile mogę wydać, ile możemy wydać, stan konta, jak mi idzie, jak
            nam idzie, jak stoję, jak stoimy, przekroczyłem budżet, przekroczyłam budżet, czy przekroczyłem budżet,
            czy przekroczyłam budżet, statystyki, razem, łącznie, suma, gdzie się podziały moje pieniądze, gdzie się
            podziały pieniądze, na co poszły moje pieniądze, na co poszły pieniądze, gdzie poszły moje pieniądze,
            gdzie są moje pieniądze, na co idą moje pieniądze, gdzie zniknęły moje pieniądze""",
            "week last": """zeszły tydzień, poprzedni tydzień, ubiegły tydzień, w zeszłym tygodniu, ostatni tydzień,
            ile wydałem w zeszłym tygodniu, ile wydałam w zeszłym tygodniu, wydatki w zeszłym tygodniu""",
            "period": """zostało, reszta, saldo, kiedy wypłata, kiedy jest wypłata, kiedy będzie wypłata, kiedy
            następna wypłata, następna wypłata, kiedy pensja""",
            "period last": "poprzedni okres, zeszły okres, ostatni okres",
            "undo": """cofnij to, cofnij ostatnie, cofnij ostatni, cofnij ostatni wpis, usuń ostatni, usuń ostatnie,
            wycofaj, usuń ostatni wpis, usuń ostatni wydatek, usuń to, anuluj to, anuluj ostatnie, skasuj to,
            zapomnij o tym, wykasuj to""",
            "recent": """ostatnie wydatki, ostatnie wpisy, na co wydałem, na co wydałam, co wydałem, co wydałam,
            lista, wszystkie wydatki, co kupiłem, co kupiłam, ostatnich, ostatnich wydatków, ostatnich wpisów,
            ostatnich zakupów, ostatnich transakcji, ostatnie wydatków, ostatnie wpisów, ostatnie zakupów, ostatnie
            transakcji, ostatnie zakupy, ostatnie transakcje, najnowszych""",
            "help": """pomóż, pomóż mi, jak to działa, co umiesz, co potrafisz, komendy, polecenia, menu, jak coś
            usunąć, jak usunąć wpis, jak usunąć wydatek, jak mogę coś usunąć, jak skasować wpis, jak coś skasować,
            jak coś zmienić, jak zmienić wpis, jak poprawić wpis, jak coś poprawić, jak zmienić kwotę, jak edytować
            wpis, jak poprawić wydatek, jak z tego korzystać""",
            "bills": """co trzeba zapłacić, co do zapłaty, do zapłaty, najbliższe rachunki, nieopłacone rachunki, co
            muszę zapłacić, co mam do zapłacenia, co mam do zapłaty, co jest do zapłaty, co jest do zapłacenia""",
            "export": """eksportuj dane, eksportuj moje dane, eksport danych, wyeksportuj dane, wyeksportuj moje
            dane, eksportuj wszystko, pobierz dane, pobierz moje dane, eksportuj do excela, eksport do excela,
            eksportuj do csv, eksport do csv, eksportuj wydatki, wyeksportuj wszystko, wyeksportuj wydatki, eksport
            wszystkiego, wyślij mi moje dane""",
            "share": """udostępnij budżet, udostępnij ten budżet, link do udostępnienia, udostępnij link, udostępnij
            mój budżet, udostępnić budżet""",
            "members": "kto tu jest, kto należy do budżetu, kto korzysta z budżetu",
            "links": """usuń link, usuń linki, skasuj link, skasuj linki, przestań udostępniać, kto to widzi, kto
            może to zobaczyć, kto może zobaczyć budżet, kto widzi budżet, kto może to widzieć, kto ma dostęp""",
            "remind off": """wyłącz przypomnienia, wyłącz przypomnienie, bez przypomnień, nie przypominaj, przestań
            przypominać, nie przypominaj już, nie przypominaj więcej, koniec przypomnień, koniec z przypomnieniami,
            usuń przypomnienie, usuń przypomnienia, anuluj przypomnienie, nie chcę przypomnień""",
            "digest off": "wyłącz podsumowanie, bez podsumowania, wyłącz podsumowania",
        }
    ),
    words=MappingProxyType(
        {
            "last": """zeszły, poprzedni, ostatni, ubiegły, zeszły tydzień, poprzedni tydzień, poprzedni okres,
            zeszły okres""",
            "all": "wszystko, wszystkie",
            "off": "wyłącz, wyłączone, nie, stop, nigdy, brak, żadne",
            "switched off": "wyłącz, wyłączone",
            "none": "brak, bez, bez limitu, brak limitu, żaden",
            "auto": "automatycznie, auto",
            "bars": "paski, bez kwot, słupki",
            "ahead": "z góry, naprzód, odkładaj, z wyprzedzeniem",
            "outside": "poza limitami tygodniowymi, poza limitami, poza, bez kategorii",
            "skip": "pomiń, pominąć, tym razem nie",
            "add": "dodaj, dodać, nowa, nowy, nowe",
            "rename": "zmień nazwę, przemianuj, zmiana nazwy, przemianować",
            "remove": "usuń, usunąć, skasuj",
            "to": "na, w, jako, do",
            "carry": "przenoś, przenosić, przeniesienie",
            "carry up": "przenoś nadwyżkę, przenoś resztę, przenosić nadwyżkę",
            "carry down": "przenoś niedobór, przenoś przekroczenie, przenosić niedobór, przenoś dług",
            "carry off": "nie przenoś, nie przenosić, bez przenoszenia",
            "fresh": "od nowa, od zera, na nowo",
            "next week": """od przyszłego tygodnia, od następnego tygodnia, w przyszłym tygodniu, przyszły tydzień,
            następny tydzień""",
            "set": """ustaw, ustawić, zmień, daj, zrób, mój, nasz, nowy, na, dla, do, w, co, tydzień, tygodniowo,
            tygodniowy, jest, wynosi, teraz, proszę, wyślij, przysyłaj""",
            "set limit": """ustaw, ustawić, zmień, zmienić, podnieś, podnieść, zwiększ, zwiększyć, obniż,
            obniżyć, zmniejsz, zmniejszyć, ogranicz, ograniczyć""",
            "correct": "popraw, poprawić, edytuj, skoryguj, koryguj",
            "at most": "najwyżej, maksymalnie, max, maks, co najwyżej, nie więcej niż",
            "totals": "sumy, tylko sumy",
            "week": """początek tygodnia, pierwszy dzień, tydzień zaczyna się w, tydzień zaczyna się od, tydzień od,
            tydzień""",
            "zone": "strefa czasowa, strefa, czas, godzina, strefę czasową, strefę",
            "numbers": "liczby, format, format liczb",
            "currency": "waluta, walutę, walutą",
            "language": "język, języka",
            "name": "nazwa",
            "at": "o, około",
            "o'clock": "godz, godzina, godzinie, h",
            "am": "rano",
            "pm": "wieczorem, po południu, południu",
            "paid": """zapłacony, zapłacona, zapłacone, zapłacono, opłacony, opłacona, opłacone, zapłaciłem,
            zapłaciłam, zapłaciłem za, zapłaciłam za, opłaciłem, opłaciłam, jest zapłacony, jest opłacony""",
            "get paid": """dostaję wypłatę, dostaję pensję, mam wypłatę, wypłata przychodzi, wypłata jest, moja
            wypłata przychodzi, pensja przychodzi, dzień wypłaty, dzień wypłaty to, wypłatę dostaję, pensję dostaję,
            wypłatę mam, płacą mi, wypłacają mi, dostaję, otrzymuję""",
            "quit": "wyjdź, wyjście, koniec, zamknij",
            "edit": "edytuj, popraw",
        }
    ),
    languages="""angielski, niemiecki, hiszpański, francuski, włoski, niderlandzki, polski, portugalski,
    rosyjski, ukraiński, japoński, turecki, indonezyjski, arabski""",
    fillers=words("jeszcze już proszę teraz mi moje mój pokaż a to moich pokażesz nasze"),
)
