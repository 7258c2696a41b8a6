"""Polish, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides."""

from dataclasses import replace
from types import MappingProxyType

from languages.pl.builtin import BUILTIN, STARTERS
from languages.vocabulary import EMPTY, inflected, numbered, phrases, with_parts, with_slips, words

VOCABULARY = replace(
    EMPTY,
    language="pl",
    own=words(
        """
    to do on i a we ten my by go be list most rate chip lot bal pod or pin for at an row lane order o mo sale no
    as pan
    """
    ),
    weekdays=with_slips(
        numbered(
            """
    poniedziałek|poniedziałku|poniedziałkowy wtorek|wtorku|wtorkowy środa|środę|środy|środowy
    czwartek|czwartku|czwartkowy piątek|piątku|piątkowy sobota|sobotę|soboty|sobotni
    niedziela|niedzielę|niedzieli|niedzielny
    """
        )
    ),
    sure_shorts=words("pn pon poniedz wt wto wtor śr śro czw czwart pt pią piąt sob nd niedz ndz"),
    weekday_shorts=numbered(
        "pn|pon|poniedz wt|wto|wtor śr|śro|środ czw|czwa|czwar|czwart pt|pią|piąt sb|sob|sobot nd|niedz|ndz"
    ),
    months=numbered(
        """
    styczeń|stycznia|sty|stycz|styczniu luty|lutego|lut|lutym marzec|marca|mar|marcu
    kwiecień|kwietnia|kwi|kwiec|kwietniu maj|maja|maju czerwiec|czerwca|cze|czerw|czerwcu lipiec|lipca|lip|lipcu
    sierpień|sierpnia|sie|sierp|sierpniu wrzesień|września|wrz|wrześ|wrześniu
    październik|października|paź|paźdz|październiku listopad|listopada|lis|listop|listopadzie
    grudzień|grudnia|gru|grudz|grudniu
    """,
        1,
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(phrases("pół godziny temu, przed chwilą, chwilę temu"), 0),
            **dict.fromkeys(
                phrases(
                    """
    dziś, dzisiaj, dziś rano, dzisiaj rano, dziś wieczorem, dzisiaj wieczorem, dziś w nocy, dziś po południu,
    dzisiaj po południu, dzisiejszy, dzisiejsza, przed chwilą, dziś w południe
    """
                ),
                0,
            ),
            **dict.fromkeys(
                phrases(
                    """
    wczoraj, wczoraj rano, wczoraj wieczorem, wczoraj w nocy, wczoraj po południu, wczoraj w południe,
    wczorajszy, wczorajsza, wczorajsze, wieczorem wczoraj, zeszłej nocy
    """
                ),
                -1,
            ),
            **with_parts({"wczoraj": -1, "przedwczoraj": -2}, "rano wieczorem"),
            **dict.fromkeys(phrases("przedwczoraj,przedwczoraj wieczorem,przedwczoraj rano"), -2),
        }
    ),
    parts_of_day=words("rano wieczorem wieczór popołudniu południe nocą"),
    future_days=words("jutro pojutrze"),
    next_words=words(
        """
    nast przysz nastepny
    następny następnym przyszłym najbliższym kolejny kolejnym kolejną następna następną następne następnego
    następnej najbliższy najbliższą najbliższe przyszły przyszłą przyszłej
    """
    ),
    earlier_words=words("przedostatni przedostatnią przedostatnia"),
    last_words=words(
        """
    zeszły zeszła zeszłą zeszłe zeszłej zeszłego zeszłym ostatni ostatnia ostatnią ostatniej ubiegły ubiegłą
    ubiegłej ubiegłym poprzedni poprzednią miniony minioną
    """
    ),
    unclear_periods=words("tyg mies tydzień tygodnia tygodniu miesiąc miesiąca miesiącu rok roku razem weekend"),
    ago_words=words("temu"),
    unclear_phrases=phrases("ostatnio, niedawno, jakiś czas temu, któregoś dnia"),
    ago_minutes=MappingProxyType(
        {
            **dict.fromkeys("godzina godzinę godziny godzin godz".split(), 60),
            **dict.fromkeys("minuta minutę minuty minut min".split(), 1),
        }
    ),
    ago_units=MappingProxyType({"dzień": 1, "dni": 1, "dnia": 1, "tydzień": 7, "tygodnie": 7, "tygodni": 7, "tyg": 7}),
    day_marks=(".",),
    in_words=words("za"),
    small_numbers=numbered(
        """
    jeden|jedna|jedną|jedno dwa|dwie|parę|para|dwóch|dwoje trzy|troje|trzech cztery|czworo|czterech
    pięć|pięcioro|pięciu sześć|sześciu siedem osiem dziewięć dziesięć
    """,
        1,
    ),
    day_openers=words("w we na od z data dnia"),
    articles=words("ten ta tę tą"),
    ordinal_names=words("kwartał piętro klasa klasy klasie urodziny urodzin dzień miejsce"),
    range_words=words("do"),
    of_words=words("z od go"),
    weekday_names=phrases(
        """
    czarny piątek, black friday, tłusty czwartek, wielki piątek, wielka sobota, niedziela handlowa, lany
    poniedziałek
    """
    ),
    due_words=words("termin do"),
    units=words(
        """
    spotkania spotkań
    wejść wejścia zajęć przejazdów
    cali cala
    km m metr metry metra metrów cm mm kg kilo kilogram kilogramy kilograma kilogramów dag deko dkg g gr gram
    gramy gramów l litr litry litra litrów ml tabl tabletek jm j.m
    cali cal watów msc szt szt. sztuk sztuki sztuka sztukę godz godz. godzina godziny
    godzin godzinę h min minut minuty minutę sek sekund dzień dni dnia tydzień tygodnie tygodni tyg miesiąc
    miesiące miesięcy mies rok lata lat noc noce nocy doba doby dób osób osoby osoba os dorosłych dzieci dziecka
    znajomych przyjaciół kolegów koleżanek gości porcja porcje porcji butelka butelki butelek butelkę paczka
    paczki paczek paczkę puszka puszki puszek opakowanie opakowania opakowań op para pary par rolka rolki rolek
    stron str km/h gb mb kwh stopni stopnie stopień punktów pkt kroków kalorii kcal raz razy worek worki worków
    skrzynka szklanki kawałek kawałki kawałków plastry gwiazdki gwiazdek
    """
    ),
    count_nouns=words(
        """
    piwa kawy herbaty bilety biletów pizze pizzy pizz burgery burgerów kebaby kebabów lody lodów książki książek
    bułki bułek jajka jajek jabłka jabłek obiady obiadów pączki pączków gry gier tabletki tabletek drinki
    drinków zapiekanki hot-dogi hotdogi ciastka ciastek rogale
    """
    ),
    plurals=(("a", "ę"), ("a", "y"), ("a", "i"), ("a", "e"), ("", "u"), ("", "y"), ("", "ów"), ("o", "a")),
    count_endings=("ów",),
    pack_words=words("opakowanie paczka paczkę karton skrzynka pudełko zgrzewka wytłaczanka"),
    secrets=words("hasło kod pin"),
    labels=words(
        """
    klasa
    kanał kanale
    rachunek
    linia linii autobus tramwaj peron pokój drzwi stolik miejsce nr numer faktura faktury zamówienie zamówienia
    karta karty kartą konto konta hala lot pociąg piętro rozdział odcinek sezon strona tor wagon wyjście bramka
    sala lok rachunku zlecenie paczkomat
    rząd
    pin kod
    """
    ),
    ending_words=words("kończąca kończącej"),
    sold_alone=words("karta"),
    bought_labels=words("autobus tramwaj pociąg lot zamówienie"),
    bought_things=words("hotel hostel taxi taksówka jedzenie napój napoje przekąska przekąski pamiątka pamiątki"),
    size_words=words("rozmiar rozm roz"),
    hour_parts=phrases("wpół do"),
    clock_words=words("godz godzina h rano wieczorem"),
    percent_words=words("procent proc"),
    per_words=words("mies miesiąc msc tydzień rok dzień noc godz os osoba osobę szt dobę"),
    fraction_words=words("ceny zniżki rabatu kurczaka kurczak chleba chleb tortu ciasta"),
    times_words=words("razy raz"),
    multipliers=MappingProxyType(
        {
            **dict.fromkeys("tysiąc tysiące tysięcy tys tysiak tysiaki tysiaków".split(), 3),
            **dict.fromkeys("milion miliony milionów mln".split(), 6),
        }
    ),
    scales=words(
        """
    sto setka setki setek miliard miliardów mld koła koło patyk patyki patyków kafel kafli bańka bańki baniek stówy
    stów stówa stówę stówki stówek dych dychy dyszki dyszek
    """
    ),
    number_words=MappingProxyType(
        {
            **numbered(
                """
    dwa|dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście
    piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia
    """,
                2,
            ),
            "trzydzieści": 30,
            "czterdzieści": 40,
            "pięćdziesiąt": 50,
            "sześćdziesiąt": 60,
            "siedemdziesiąt": 70,
            "osiemdziesiąt": 80,
            "dziewięćdziesiąt": 90,
            "sto": 100,
            "dwieście": 200,
            "trzysta": 300,
            "czterysta": 400,
            "pięćset": 500,
            "tysiąc": 1000,
            "tysiak": 1000,
            "piątak": 5,
            "dycha": 10,
            "dychę": 10,
            "dyszka": 10,
            "dyszkę": 10,
            "pięćdziesiątka": 50,
            "pięć": 5,
            "setka": 100,
            "stówa": 100,
            "stówę": 100,
            "stówka": 100,
            "stówkę": 100,
        }
    ),
    about_words=words("ok ok. około jakieś circa niecałe prawie ponad mniej-więcej ze"),
    with_words=words("z ze"),
    amount_words=words("zwrot kwota kwotę suma sumę płatność rachunek opłata koszt cena zakup przelew mandat rata"),
    for_words=words("za dla"),
    price_openers=words("za"),
    at_words=words("po"),
    each_openers=words("po"),
    plus_words=words("plus"),
    tip_words=words("napiwek napiwku napiwkiem"),
    total_words=words("razem suma łącznie ogółem total"),
    and_words=words("i oraz"),
    each_words=words("każdy każda każde sztuka szt"),
    each_not=words("dzień miesiąc tydzień rok raz"),
    part_names=MappingProxyType({"trzecia": 3, "trzecią": 3, "ćwierć": 4}),
    half_words=words("pół połowa połowę"),
    double_words=words("podwójnie podwój"),
    from_now=phrases("teraz, od teraz, odtąd"),
    rises=phrases("rośnie do, wzrósł do, wzrosła do, wzrosło do, spada do"),
    spread_over=words("na przez"),
    spread_words=words("rozłóż rozłożyć rozbij"),
    split_words=words(
        """
    podzieliłem podzieliłam dzielony podzielone dzielone dzielimy podzielić podzieliliśmy podzieliłyśmy
    podzielona podzielony składka
        """
    ),
    us_words=words("nas jest było"),
    way_words=words("osób osoby ludzi"),
    talk_verbs=words(
        """
    brakuje brakło
    winni winien winna
    zamierzam zamierzamy
    jestem jesteś jest jesteśmy będę będzie będziemy będziesz mam masz potrzebuję potrzebujemy muszę musimy
    trzeba chcę chcemy chciałbym chciałabym spotkanie spotykamy spotkamy przyjdę przyjdziemy przyjadę wiszę wisi
    winien winna jestem dłużny nie proszę myślę może mogę planuję zostało idę idziemy jadę jedziemy powinienem
    powinnam
    chciałam chciałem chcieliśmy oddać
    """
    ),
    was_words=words("był była było były"),
    question_words=words(
        """
    zapłaciłeś zapłaciłaś wydałeś wydałaś kupiłeś kupiłaś kto co kiedy gdzie dlaczego czemu jak jaki jaka jakie
    który która czyj komu kogo skąd dokąd czy ma
    """
    ),
    talk_places=words("o do od po w przed koło mnie"),
    amount_verbs=words(
        """
    wydaliśmy zapłaciliśmy kosztuje kosztował kosztowała kosztowało kosztowały wyszło wyszedł wyszła wyniosło
    wyniósł wyniosła zapłaciłem zapłaciłam wydałem wydałam dałem dałam poszło
    """
    ),
    plans=phrases(
        """
    na ile, do końca, przypomnij, przypomnij mi, nie zapomnij, nie zapomnieć, pamiętaj, czy mogę, czy możemy, czy stać,
    czy starczy, mogę, możemy, ile, a ile, co jeśli, a co, jeśli, czy powinienem, czy powinnam, czy mam, czy jest,
    czy warto, stać mnie, wystarczy mi, wystarczy na, starczy mi, starczy na
    """
    ),
    afford_openings=phrases(
        "mogę,możemy,stać mnie,czy mogę,czy możemy,czy stać,czy starczy,czy powinienem,czy powinnam,czy warto"
    ),
    afford_verbs=words("kupić wydać pozwolić na wziąć zamówić zapłacić"),
    balance_words=words("saldo dostępne dostępna dostępny zostało limit bilans budżet"),
    money_asked=words("zostało wydałem wydałam wydaliśmy wydane wydano budżet budżecie saldo wydaję wydajemy wydatki"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(
                phrases("boże narodzenie,bożego narodzenia,święta bożego narodzenia,gwiazdkę"), "christmas"
            ),
            **dict.fromkeys(phrases("wielkanoc,sylwestra,święta wielkanocne"), "unclear"),
            **dict.fromkeys(phrases("w tym miesiącu,ten miesiąc,tym miesiącu,tego miesiąca"), "month"),
            **dict.fromkeys(
                phrases("zeszłym miesiącu,poprzednim miesiącu,ubiegłym miesiącu,zeszły miesiąc"), "last month"
            ),
            **dict.fromkeys(
                phrases("zeszłym tygodniu,poprzednim tygodniu,ubiegłym tygodniu,zeszły tydzień"), "last week"
            ),
            **dict.fromkeys(phrases("od wypłaty,od pensji"), "period"),
            **dict.fromkeys(phrases("tym tygodniu,ten tydzień,tego tygodnia,na tydzień"), "week"),
            **dict.fromkeys(phrases("tym roku,tego roku,ten rok"), "year"),
            **dict.fromkeys(phrases("zeszłym roku,zeszły rok,ubiegłym roku,poprzednim roku"), "last year"),
            **dict.fromkeys(phrases("ten weekend,w weekend"), "weekend"),
            **dict.fromkeys(phrases("zeszły weekend,ostatni weekend,poprzedni weekend"), "last weekend"),
            **dict.fromkeys(
                phrases(
                    """
                    przyszłym tygodniu, następnym tygodniu, przyszły tydzień, następny tydzień, przyszłym miesiącu,
                    przyszłym roku, przedostatnim tygodniu, ostatnim tygodniu, ostatnim miesiącu, ostatnim roku
                    """
                ),
                "unclear",
            ),
        }
    ),
    how_much=phrases("ile"),
    look_words=words("pokaż pokaz pokażcie wyświetl"),
    spending_words=words("podsumowanie raport wydatki wydatków wydane"),
    most_words=words("najwięcej"),
    list_words=words("lista wypisz wylistuj wszystko coś"),
    largest_words=phrases(
        """
    największy wydatek, największe wydatki, najwyższy wydatek, najwyższe wydatki, najdroższy, najdroższa,
    najdroższe, najdroższy zakup, największy zakup, największe zakupy
    """
    ),
    over_words=phrases("powyżej, ponad, więcej niż, większe niż, wyższe niż, przekracza, przekraczające, od"),
    earned_words=words(
        """
    zarobiłem zarobiłam zarobiliśmy zarobione zarobki zarabiam przychody przychód dochody dochód wpłynęło
    """
    ),
    latest_words=words("ostatni ostatnie ostatnich ostatnią ostatniego"),
    since_words=words("od"),
    spent_on=words("na w we u"),
    group_verbs=words(
        """
    biorę przyniosę przywiozę przynoszę jestem jest jesteśmy był była było były będę będzie będziemy będą mam masz
    spotkanie spotykamy spotkamy przyjdę przyjdziemy przyjadę przyjedzie jedziemy jadę idziemy idę zaczyna otwiera
    zamyka gra grają wygrali przegrali przylatuje odlatuje odjeżdża spóźnia mówi powiedział zostało nie nas ważę
    waży
    """
    ),
    bill_words=words(
        "zapłacone zapłacony zapłacona opłacone opłacony opłacona zapłaciłem zapłaciłam rachunek faktura za"
    ),
    paid=words("zapłacili wypłacili opłacili"),
    paid_by=words(
        """
        przesłał przesłała podesłał podesłała wrzucił wrzuciła podrzucił podrzuciła wysłał wysłała zapłacił
        zapłaciła oddał oddała dorzucił dorzuciła dołożył dołożyła przelali wysłali oddali zapłacili dali
        przesłali
        """
    ),
    got_paid=phrases("zapłacili mi,wypłacili mi"),
    income=phrases(
        """
    wypłatka, pensyjka,
    wypłata, wypłatę, wypłaty, pensja, pensję, przyszła wypłata, wypłata przyszła, dostałem wypłatę, dostałam
    wypłatę, wpłynęła wypłata, wypłata wpłynęła, moja wypłata, wynagrodzenie, wynagrodzenie za pracę, zarobki,
    emerytura, emeryturę, renta, rentę, stypendium, przyszła pensja, pensja wpłynęła, wpłynęła pensja, wpłynęło
    wynagrodzenie, wynagrodzenie wpłynęło, dostałem pensję, dostałam pensję, dostałam emeryturę, dostałem
    emeryturę, przyszła emerytura, zaliczka na wypłatę, wpływ wynagrodzenia, dochód, pobory, dniówka, przelew
    wynagrodzenia, wypłata za październik, wypłata za listopad
    """
    ),
    me=words("mi nam mnie"),
    costs=words(
        "pobrało pobrali ściągnęli ściągnęło zabrali zabrało skasowali policzyli naliczyli wyszło poszło kosztował "
        "kosztowała kosztowało kupiłem kupiłam wziąłem wzięłam zamówiłem dla kosztuje"
    ),
    back_words=words("powrotem"),
    self_words=words("ja my teraz właśnie"),
    refunds=words("zwrot zwroty zwrotu zwrócono zwrócone reklamacja"),
    debts=words("pożyczka pożyczki pożyczkę dług długu długi długów kredyt kredytu"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(phrases("zwrot kosztów, zwrot za delegację, zwrot delegacji"), "extra"),
            **dict.fromkeys(phrases("dostanę, otrzymam"), "extra"),
            **dict.fromkeys(phrases("wpadło, dofinansowanie"), "extra"),
            **dict.fromkeys(phrases("zarabiam, dostaję, otrzymuję"), "extra"),
            **dict.fromkeys(
                phrases(
                    """
    podwyżka, podwyżkę, nadgodziny, nadgodzin, odprawa, odprawę, spadek, spadku, nagroda, nagrodę, prowizja, prowizję,
    tantiemy, zapomoga, zapomogę, korepetycje udzielone, dorobione, zysk, zyski, zarobek, zarobki, delegacja, diety,
    diety z delegacji, wypłacił, wypłaciła, wypłacili,
    pożyczka wpłynęła, kredyt wpłynął, sprzedaż auta, sprzedaż roweru, najem, wynajem wpływ,
    chorobowe, macierzyński, wygrany zakład
                    """
                ),
                "either",
            ),
            **dict.fromkeys(phrases("odszkodowanie, rekompensata"), "extra"),
            **dict.fromkeys(phrases("reszta"), "extra"),
            **dict.fromkeys(phrases("zwrócić"), "refund"),
            **dict.fromkeys(
                phrases("zebrane, zebrano, zebrałem, zebrałam, zebraliśmy, zebrałyśmy, uzbierane, uzbieraliśmy"),
                "either",
            ),
            **dict.fromkeys(inflected("sprzedan zarobion otrzyman wygran", "y a e i"), "extra"),
            **dict.fromkeys(inflected("zwrócon oddan", "y a e i"), "refund"),
            **dict.fromkeys(
                phrases(
                    """
    klient, klientka, zleceniodawca, dostałem, dostałam, dostaliśmy, dostał, dostała, otrzymałem, otrzymałam,
    otrzymano, wpłynęło, wpłynął, wpłynęła, wpływ, wpłata, wpłaty, przyszedł przelew, przyszło, przyszła,
    przelew od, przelew przychodzący, uznanie, blik od, przelał mi, przelała mi, wysłał mi, wysłała mi, dał mi,
    dała mi, dał, dała, przesłał, przesłała, podarował, sprzedałem, sprzedałam, sprzedaż, sprzedane, sprzedany, sprzedana,
    sprzedaliśmy, wygrałem, wygrałam, wygrana, wygraliśmy, znalazłem, znalazłam, premia, premię, bonus,
    wygrany,
    trzynastka, trzynastkę, 13 tka, 13 stka, cashback, odsetki, dywidenda, zasiłek, 500+, 800+, 500, 800, 500 plus, 800 plus,
    alimenty, świadczenie, dodatek, becikowe, dorobiłem, dorobiłam, fucha, fuchy, fuchę, zarobiłem, zarobione, zarobiono,
    zarobiłam, wyrównanie pensji, wyrównanie wypłaty, wyrównanie,
    wypłata, kieszonkowe, prezent od, pożyczyłem od, pożyczyłam od, przelane przez, przelany przez, przesłane przez,
    wysłane przez, wpłacone przez, napiwki, zaliczka, oddaje mi
    """
                ),
                "extra",
            ),
            **dict.fromkeys(
                phrases(
                    """
    zwrócił, zwróciła, zwróciło, zwrócili, oddało, oddał, oddała, oddali, oddał mi, oddała mi, odzyskałem, odzyskałam, kaucja,
    kaucję, kaucja zwrotna, zwrot kaucji, refundacja, nadpłata, zwrot podatku, butelki oddane, oddane butelki, butelkomat
    """
                ),
                "refund",
            ),
        }
    ),
    got=words("dostałem dostałam otrzymałem otrzymałam"),
    from_words=words("od"),
    sellers=words("harcerzy rolnika rolników gospodarza piekarza rzeźnika piekarnia warzywniak targ mięsny kiosk"),
    money_names=words("gotówka czek pieniądze prezent kasa"),
    trip_words=words("pociąg autobus lot bilet taxi taksówka uber bolt bus tramwaj metro tam"),
    card_words=words("karta"),
    debits=words(
        """
    dałem dałam
    rachunek faktura obciążenie płatność zakup kupiłem kupiłam kupione zapłaciłem zapłaciłam zapłacono wydałem
    wydałam zamówiłem zamówiłam opłata
    """
    ),
    transfers=words(
        """
    trzymam
    zwracam
    pożycz pożyczcie
    wpłatomat wpłatomacie wpłatomatu
    dług długu długi długów przelał przelała wysłałem wysłałam wysłał wysłała bankomat bankomatu bankomacie wypłaciłem wypłaciłam
    wybrałem wybrałam przelew przelewu przelałem przelałam oszczędności lokata lokatę pożyczyłem pożyczyłam
    oddałem oddałam zwróciłem zwróciłam skarbonka skarbonkę skarbonki odłożyłem odłożyłam odłożone
    """
    ),
    wires=words("blik blikiem gotówka gotówkę"),
    transfer_phrases=phrases(
        """
    z portfela,
    pożyczka z, kredyt z, wziąłem pożyczkę, wzięłam pożyczkę, wziąłem kredyt, wzięłam kredyt,
    w kantorze, wymiana walut, wymiana waluty, wymieniłem euro, wymieniłam euro, wymieniłem dolary, wymieniłam dolary,
    założyłem za, założyłam za, na oszczędności, na konto oszczędnościowe, do skarbonki, na lokatę, z bankomatu,
    blik na telefon, na konto, na
    koncie, odłożyłem na,
    odłożyłam na
    """
    ),
    little_words=words(
        """
    cześć hej siema
    i a w we na z ze do od u o dla przy pod nad po za przez ja ty on ona my wy oni mi mój moja moje swój to ten
    ta te tej tego jeszcze już tam tu tak tylko się nas jego jej ich no też
    """
    ),
    verbs_first=words(
        """
    zapisać wpisać dodać dopisać zanotować
    zapomniałem zapomniałam
    kupiłem kupiłam kupiliśmy kupił kupiła kupione wziąłem wzięłam wzięliśmy zamówiłem zamówiłam zamówiliśmy
    wydałem wydałam wydaliśmy wydane zapłaciłem zapłaciłam zapłaciliśmy zapłacone zapłacił zapłaciła opłaciłem
    opłaciłam opłacone zjadłem zjadłam zjedliśmy wypiłem wypiłam ja my zakup dałem dałam poszedłem poszłam
    poszliśmy za na byłem byłam byliśmy
    """
    ),
    tells=words(
        """
    kupiłem kupiłam kupiliśmy kupił kupiła kupione wziąłem wzięłam zamówiłem zamówiłam zamówiliśmy wydałem
    wydałam wydaliśmy wydane zapłaciłem zapłaciłam zapłaciliśmy zapłacone opłaciłem opłaciłam opłacone zakup
    wydatek zapomniałem zapomniałam
    """
    ),
    count_verbs=words("""
    kup kupcie weź przynieś kupiłem kupiłam kupiliśmy wziąłem wzięłam zamówiłem zamówiłam zjadłem zjadłam wypiłem
    wypiłam
    """),
    every_words=words("każdy każdą każde każdego co"),
    every_weekdays=numbered("poniedziałki wtorki środy czwartki piątki soboty niedziele"),
    twice_a_month=phrases("dwa razy w miesiącu, 2 razy w miesiącu, dwa razy na miesiąc"),
    working_days=phrases("dzień roboczy"),
    once_words=words("jednorazowo raz"),
    every_phrases=phrases("raz w, raz na, raz do"),
    first_day=words("pierwszego"),
    ordinals=MappingProxyType(
        {
            **numbered(
                """
    drugiego trzeciego czwartego piątego szóstego siódmego ósmego dziewiątego dziesiątego jedenastego dwunastego
    trzynastego czternastego piętnastego szesnastego siedemnastego osiemnastego dziewiętnastego dwudziestego
    """,
                2,
            ),
            "trzydziestego": 30,
        }
    ),
    recurring_days=MappingProxyType(
        {"dzień": 1, "dni": 1, "tydzień": 7, "tygodnie": 7, "tygodni": 7, "tygodniu": 7, "tyg": 7}
    ),
    recurring_months=MappingProxyType(
        {
            "miesiąc": 1,
            "miesiąca": 1,
            "miesiące": 1,
            "miesięcy": 1,
            "mies": 1,
            "kwartał": 3,
            "kwartały": 3,
            "rok": 12,
            "roku": 12,
            "miesiącu": 1,
            "lata": 12,
            "lat": 12,
        }
    ),
    every_second=MappingProxyType({"dwutygodniowo": "tydzień"}),
    adverbs=MappingProxyType(
        {
            "codziennie": "dzień",
            "dziennie": "dzień",
            "cotygodniowo": "tydzień",
            "tygodniowo": "tydzień",
            "miesięcznie": "miesiąc",
            "kwartalnie": "kwartał",
            "rocznie": "rok",
        }
    ),
    every_numbers=MappingProxyType({"drugi": 2, "drugą": 2, "trzeci": 3, "trzecią": 3}),
    dates_after=words("dnia"),
    last_day_words=words("ostatni ostatniego"),
    month_starts=phrases("pierwszego dnia miesiąca, pierwszy dzień miesiąca"),
    month_ends=phrases(
        """
        na koniec miesiąca, na koniec każdego miesiąca, z końcem miesiąca, z końcem każdego miesiąca, pod koniec miesiąca,
        pod koniec każdego miesiąca, koniec miesiąca, co koniec miesiąca
        """
    ),
    from_day_words=words("od"),
    weekend_words=words("weekend weekendy weekendem weekendu weekendzie"),
    before_words=words("przed"),
    after_words=words("po"),
    tomorrow_words=words("jutro"),
    openings=words(
        """
    nie ups sorki sorry przepraszam właściwie to było był była były powinno powinien być miałem miałam na myśli
    chodziło źle błąd popraw zmień raczej jednak miało miał miała oj ojej pomyłka pomyliłem pomyliłam znaczy
    """
    ),
    part_openings=words(
        """
        popraw podnieś zwiększ zmniejsz obniż przenieś przenieść przesuń daj wrzuć zmień kategoria kwota notatka data
        dzień
        """
    ),
    not_openings=words("nie"),
    but_words=words("tylko lecz ale"),
    wrong_words=words("zła zły złe źle błędna błędny błędna nieprawidłowa"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("kategoria".split(), "category"),
            **dict.fromkeys("kwota cena suma".split(), "amount"),
            **dict.fromkeys("dzień data".split(), "day"),
            **dict.fromkeys("notatka opis".split(), "note"),
        }
    ),
    closings=words("proszę to go ją ten wpis"),
    please_words=words("proszę"),
    courtesies=words(
        """
    super świetnie dobrze fajnie spoko idealnie nieważne nie ważne zapomnij dzięki dziękuję dziekuje dzięks wielkie
    bardzo ok okej okay haha hahaha lol rozumiem ekstra świetna dobranoc pa do widzenia na razie
    """
    ),
    delete_words=words("usuń usunąć skasuj skasować wykasuj cofnij cofnąć anuluj"),
    restore_words=words("przywróć przywrócić"),
    everything_words=words("wszystko wszystkie oba obie"),
    yes_words=words("tak no jasne zgadza dobrze ok"),
    never_mind=phrases(
        """
    nieważne, nie ważne, zapomnij, nie trzeba, nie dziękuję, daj spokój, zostaw, zostaw to, niech zostanie, niech
    tak zostanie
    """
    ),
    again=phrases("to samo,jeszcze raz,jeszcze jedno,jeszcze jeden,jeszcze jedna,znowu to samo,jeszcze raz to samo"),
    no_words=words("nie nic"),
    answers=MappingProxyType(
        {
            "wydane": "spent",
            "wydatek": "spent",
            "wydałem": "spent",
            "wydałam": "spent",
            "zwrot": "refund",
            "wypłata": "paycheck",
            "pensja": "paycheck",
            "dochód": "paycheck",
            "dodatkowe": "extra",
            "dodatkowo": "extra",
            "oba": "entries",
            "obie": "entries",
            "wszystko": "all",
            "wszystkie": "all",
            "nowy": "new",
            "nowa": "new",
            "dodaj": "adds",
        }
    ),
    void_words=words(
        """
    odlicz odejmij zostaje zostanie
    powiedział powiedziała mówi mówił mówiła zaproponowali zaproponował odkładam odkładamy wolałbym wolałabym żałuję chcą
    oddam oddamy zwrócę zwrócimy przeleję przelejemy mieszkam mieszkamy
    anulowali anulowano anulowałem anulowałam
    sprzedać kosztowałoby kosztowałby kosztowałaby oszczędź wydam kupię zapłacę wydamy kupimy zapłacimy przyjdzie
    przyjdą przełożony przełożona przełożone waham wahałem wahałam zastanawiam zastanawiamy zrezygnowałem
    zrezygnowałam zrezygnowaliśmy odpuściłem odpuściłam anulowane odwołany odwołana odwołane odrzucona odrzucono
    odrzucony nieudana nieudany anulowano anulowana anulowany niezapłacona niezapłacony niezapłacone gorączka
    anulacja anulowanie
    """
    ),
    void_first=words("kupić lista kup kupcie moze chyba pewnie może wycena cel przypomnienie szacunek"),
    hour_verbs=words("ląduje startuje zaczyna otwiera zamyka odjeżdża odlatuje"),
    price_verbs=words("wycena kosztuje kosztują zarabia zarabiają"),
    meant_for=words("na"),
    card_debts=phrases("karta kredytowa, kartę kredytową, kartę kredytowa"),
    marked_talk=words(
        """
    brakuje brakło
    winni winien winna
    zamierzam zamierzamy
    chcę chcemy chciałbym chciałabym muszę musimy trzeba potrzebuję potrzebujemy powinienem powinnam planuję myślę
    nie będę będzie mam masz może mogę wisi wiszę winien winna dłużny zostało
    chciałam chciałem chcieliśmy oddać
    """
    ),
    included_words=words("tym wliczając"),
    off_words=words("rabatu zniżki rabat zniżka"),
    less_words=words("rabat rabatu zniżka zniżki"),
    minus_words=words("minus"),
    rate_words=words("od za"),
    told_of=words("spóźniony odwołany pełny opóźniony uciekł nie"),
    others=words(
        """
    lokatora lokator lokatorów najemcy
    ciocia ciocię cioci wujek wujka dziadek dziadka teściowa teściowej chrzestna chrzestnej chrzestny chrzestnego babcia babci
    teściowie dziadkowie kolega koleżanka kolegi koleżanki przyjaciel sąsiad brat siostra mamy taty rodziców szef
    szefowa mama tata babcia dziadek rodzice ciocia wujek firma
    """
    ),
    treated_by=phrases("zapłacił, zapłaciła, postawił, postawiła, zapłacone przez, opłacone przez, na koszt"),
    hosts=words("firmy"),
    not_hosts=words("kartą gotówką blikiem przelewem internet kartę"),
    others_paid=words(
        """
    dołożył dołożyła dołożyli dorzucił dorzuciła dorzucili zapłacili kupili dali zapłacił zapłaciła kupił kupiła
    postawił postawiła płaci
    """
    ),
    no_payers=words(
        """
        żona mąż partner partnerka dzieci syn córka chłopak dziewczyna już wreszcie w końcu znowu też tylko
        dziś jeszcze sam sama dzisiaj potem nie kto
    """
    ),
    mine=words("moje moich mojego moją mnie"),
    share_names=words("część udział"),
    no_names=phrases("nadanie paczki, odbiór paczki, wysyłka paczki, wysłanie paczki"),
    most_openers=phrases("max, maks, maksymalnie, najwyżej, nie więcej niż"),
    compared_with=words("co jak"),
    changed_to=words("na do"),
    ran_out=words("skończyło skończył skończyła skończyły zabrakło"),
    kept_in=phrases("na karcie, na koncie, w portfelu, w kieszeni, na rachunku, przy sobie"),
    spent_phrases=phrases(
        """
        wysłałem paczkę, wysłałam paczkę, wysłanie paczki, wysyłka paczki, opłata za przelew, prowizja za
        przelew, opłata przelew, prowizja przelew, prowizja bankomat, prowizja bankomatu, prowizja z bankomatu,
        opłata bankomat, prowizja za wypłatę, opłata za bankomat, prowizja za bankomat, opłata bankomatu
        """
    ),
    void_phrases=phrases(
        """
    należy mi,
    taniej niż, drożej niż,
    zapomniałem portfela, zapomniałam portfela,
    brak środków,
    prawie kupiłam, prawie kupiłem, prawie wzięłam, prawie wziąłem, o mało,
    nie ja,
    twoja faktura, jest dostępna, jest dostępny,
    lista życzeń, notatka dla siebie, darmowa dostawa, jeśli zapłacimy, jeśli zapłacę, w portfelu, z kodem,
    dzięki za, dziękuję za, oszczędzam na, oszczędzamy na, zbieram na, zbieramy na, odkładam na, odkładamy na,
    czekam na, czekamy na, paczka przyjdzie, paczka idzie, zapomniałem zapłacić, zapomniałam zapłacić, wzrósł o,
    wzrosła o, wzrosło o, wzrosły o, drożeje o, podrożał o, podrożała o, podrożało o, do zapłaty, do zapłacenia,
    nie zapłacona, nie zapłacone, nie zapłacony, nie zapłaciłem, nie zapłaciłam, nie opłacone, nie opłacona
    """
    ),
    corrections=phrases("miałem na, miałam na, miało być, zmień na, powinno być"),
    former_phrases=phrases("wcześniej, przeceniony z, przecenione z, przeceniona z, zamiast"),
    halved=phrases("na pół, pół na pół, po połowie"),
    street_openers=words("ul ulica al aleja os osiedle"),
    weeks=MappingProxyType(
        {
            **dict.fromkeys(phrases("ten,tę,tą"), 0),
            ("zeszłym", "tygodniu"): -1,
            ("ubiegłym", "tygodniu"): -1,
            ("tym", "tygodniu"): 0,
            ("przyszłym", "tygodniu"): 1,
        }
    ),
    containers=words("bilety biletów miejsca gałki porcje"),
    installments=words("rata raty ratę"),
    owners=words("mój moja nasz nasza"),
    tips_earned=words("napiwki"),
    half_of=words("połowa połowę"),
    paid_with=phrases("kartą, na kartę, z karty, visą"),
    unpaid_labels=words("klasa pin kod nr numer odcinek sezon rozdział strona"),
    clock_openers=words("o godz godz. godzina godzinie"),
    packs=words("paczka butelka puszka sztuka opakowanie para szt"),
    arrived=words(
        "wpadła wpadło za przyszła przyszło wpłynęła wpłynęło na koncie konto dostałem dostałam jest wreszcie"
    ),
    record_openers=phrases("zapisz, zanotuj, dopisz"),
    numbered_names=phrases(
        """
        benzyna 95, benzyna 98, benzyny 95, paliwo 95, paliwo 98, pb 95, pb 98, 50 style, 13 pensja, 13 pensję, 14
        emerytura
        """
    ),
    uncounted=words(
        """
    czynsz czynszu opłaty rachunki hipoteka hipotekę kredyt ubezpieczenie ubezpieczenia wymiana wymianę podatek podatki mandat
    alimenty czesne przedszkole żłobek ogrzewanie prąd
    """
    ),
    pay_verbs=words("płacę płacimy"),
    deadline_words=words("do zawsze"),
    ride_goods=words("bilet bilety wifi miejsce bagaż dopłata rezerwacja miejscówka"),
    measured=phrases(
        """
    ogrzewanie na, cena za noc, cena paliwa, cena za litr, stawka godzinowa, stawka za godzinę, punkty, licznika
    prąd, licznika gaz, licznika wody, nr rejestracyjny, stan konta, stan rachunku, saldo konta, nr zamówienia,
    numer zamówienia, nr klienta, numer klienta, nr konta, numer konta, nr paczki, numer paczki, kurs walut,
    licznik, licznik prądu, licznik gazu, licznik wody, stan licznika, waga, temperatura, ciśnienie,
    wzrost, przebieg, tętno, puls, glukoza, kroki, wilgotność
    """
    ),
    they=words("ty wy on ona oni"),
    only_words=words("tylko jeszcze już"),
    treat_verbs=words("postawił postawiła postawili poczęstował"),
    former_openers=words("z"),
    former_closers=words("na"),
    almost_words=words("prawie omal"),
    seen_words=words("widziałem widziałam widzieliśmy"),
    at_most=phrases("najwyżej, maksymalnie, max, maks, nie więcej niż"),
    accounts=words("koncie konto portfelu"),
    parts_of_month=words("początek połowa koniec początku połowie końcu"),
    builtin=BUILTIN,
    starters=STARTERS,
)
