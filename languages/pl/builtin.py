"""Everyday words and merchants of Polish that name a starting category, by the category's key.

They stand in the nominative; endings that a table makes are left out,
    others are listed. A word stays out where it is not clear.
"""

from collections.abc import Mapping
from types import MappingProxyType

from languages.vocabulary import known

BUILTIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": known(
            """
    piwie piwku sernik sernika szarlotka szarlotkę herbatka herbatkę herbatki
    kawusia kawusię winko śniadanko lodziki torcik ciasteczka ciasteczko maku kawiarni grill grilla pierożki
    pierogów zupa zupę zupy rosół stek steki frytek chipsów kanapka kanapki kanapkę
    narty zumba taniec tańce siłownia siłownię fitness rower
    rozrywka rozrywkę zabawa kino kina film teatr teatru koncert opera balet muzeum wystawa zoo aquapark kręgle
    bilard karaoke klub dyskoteka escape-room łyżwy lodowisko pub bar knajpa knajpę piwo piwko piwa browar
    browary wino wina szampan wódka wódkę drink drinki koktajl kawa kawę kawka kawkę kawiarnia espresso latte
    cappuccino herbata lody lód gofry gofr deser ciasto ciastko ciastka pączek pączki drożdżówka rogal tort
    czekolada słodycze cukierki chipsy chrupki pizza pizzę pizzeria sushi burger burgery kebab kebaba kebs kebsa
    zapiekanka frytki hot-dog hotdog pierogi naleśniki śniadanie obiad obiadek kolacja kolację lunch lunche
    brunch przekąska restauracja restaurację restauracji bistro stołówka bufet żarcie glovo pyszne pyszne.pl
    wolt uber-eats ubereats mcdonald mcdonalds mac maczek kfc starbucks costa gra gry grę planszówka planszówki
    zabawka zabawki puzzle konsola steam książka książki książkę powieść gazeta komiks empik netflix spotify hbo
    max disney player basen basenu sauna termy spa wakacje urlop hotel hostel nocleg wycieczka impreza imprezę
    wesołe-miasteczko mecz stadion cyrk popcorn cola lemoniada sok oranżada kebap bilety-do-kina
    kinie
    """,
            """
    jedzenie z dowozem, obiad z dowozem, w maku, kiełbaski na grilla,
    bilet do kina, bilety do kina, bilet na koncert, bilety na koncert, uber eats, burger king, hot dog, pizza
    hut, escape room, wesołe miasteczko, na mieście, jedzenie na wynos, kawa na wynos, w restauracji
    """,
        ),
        "predictable_necessities": known(
            """
            spożywczak spożywczaku spożywczy spożywczym
    chlebek chleba mleczko mleka sera warzyw owoców kartofle bananów ryżu stacji parkingu twarogu cukru soli
    mąki śmietany jogurty pomidorów ogórków
    olej płatki dżem miód przyprawy ocet keczup majonez dezodorant podpaski worki opłaty rachunki czosnek
    kapusta papryka sałata cytryny cytryna śliwki gruszki truskawki pieczarki
    czynsz czynszu najem wynajem mieszkanie hipoteka prąd prądu gaz gazu woda wodę ogrzewanie śmieci wspólnota
    administracja internet neostrada światłowód telefon komórka abonament orange play plus t-mobile netia upc
    vectra tauron pge enea energa pgnig ubezpieczenie oc ac kredyt kredytu rata raty podatek żłobek przedszkole
    przedszkola szkoła korepetycje świetlica zakupy spożywcze spożywka jedzenie żywność supermarket biedronka
    biedronki biedronce biedrze lidl lidlu auchan kaufland carrefour żabka żabce żabki żappka dino netto
    stokrotka lewiatan aldi makro frisco piotr-i-paweł rossmann rossmannie hebe drogeria piekarnia piekarni
    piekarz mięsny warzywniak bazar bazarek targ targu rynek chleb bułka bułki bułkę bułek mleko masło ser serek
    twaróg jogurt śmietana jajko jajka jajek mąka cukier sól ryż makaron kasza mięso kurczak kurczaka wędlina
    szynka kiełbasa parówki ryba warzywa owoce ziemniak ziemniaki ziemniaków pomidor pomidory ogórki cebula
    marchew jabłko jabłka jabłek banany pomarańcze pieluchy pampersy szampon mydło proszek papier-toaletowy
    chemia biedra wacha wachę benzyna benzynę benzyny paliwo paliwa ropa diesel tankowanie zatankowałem zatankowałam zatankowane
    tankowałem orlen shell bp circle-k lotos mpk ztm mzk km wkd pkp intercity kolej pociąg pociągi koleje-mazowieckie autobus
    tramwaj metro bilet-miesięczny miesięczny parking parkowanie parkomat autostrada karma żwirek pralnia
    diesla
    """,
            """
    pełny bak, do pełna, w sklepie, na stacji,
    płyn do naczyń, papryka w proszku,
    bilet miesięczny, bilet mpk, bilet ztm, papier toaletowy, pasta do zębów, proszek do prania, karma dla kota,
    karma dla psa, zakupy spożywcze, circle k, piotr i paweł, opłata za śmieci, rata kredytu, za prąd, za gaz,
    za wodę, za internet, za mieszkanie, za telefon, ubezpieczenie auta, ubezpieczenie samochodu, ubezpieczenie
    mieszkania, rata za auto, bilet autobusowy, bilet tramwajowy
    """,
        ),
        "unpredictable_necessities": known(
            """
    antybiotyk antybiotyki
    lekarzowi zęba zęby ząb plomba plombę plomby prześwietlenie serwisie mandatu holowanie psychologa
    ginekologa okulisty dermatologa ortopeda ortopedy
    rtg
    apteka aptekę apteki aptece lek leki lekarstwo lekarstwa tabletki tabletka lekarz lekarza lekarka dentysta
    dentysty dentystę stomatolog ortodonta okulista dermatolog ginekolog psycholog terapia terapeuta weterynarz
    weterynarza wet szpital przychodnia klinika badania badanie usg rezonans rentgen szczepienie szczepionka
    witaminy ibuprom apap paracetamol syrop maść plaster plastry bandaż okulary soczewki optyk fizjoterapia
    fizjoterapeuta rehabilitacja recepta termometr hydraulik hydraulika hydraulikowi elektryk elektryka
    elektrykowi ślusarz złota-rączka fachowiec majster remont naprawa naprawę serwis mechanik mechanika
    mechanikowi warsztat wulkanizacja opony opona oponę części laweta pomoc-drogowa przegląd myjnia
    hamulce klocki akumulator auto samochód samochodu mandat mandaty kara zamek pralka pralkę lodówka lodówkę
    zmywarka
    """,
            """
    naprawiłem telefon, naprawiłam telefon, naprawa laptopa, naprawa roweru, serwis roweru, mandat za parkowanie,
    mandat za parking, krople do nosa,
    leczenie zęba, w serwisie,
    wymiana oleju, wymiana opon, opony zimowe, opony letnie, pomoc drogowa, złota rączka, przegląd auta, naprawa
    auta, naprawa samochodu, naprawa telefonu, u lekarza, u dentysty
    """,
        ),
    }
)

STARTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fun": ("Przyjemności", "restauracja", "kino", "bar", "kawa", "wyjścia"),
        "predictable_necessities": ("Wydatki stałe", "stałe", "zakupy", "czynsz", "paliwo", "bilety"),
        "unpredictable_necessities": ("Wydatki nieplanowane", "nieplanowane", "samochód", "naprawa", "leki", "lekarz"),
        "other": ("Inne", "inny"),
    }
)
"""By key: what the categories of a new budget are called, and their keywords."""
