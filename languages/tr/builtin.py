"""Everyday words and merchants of Turkish that name a starting category, by the category's key.

They are bare; `Vocabulary.inflections` adds the endings. A word stays out where it is not clear.
"""

from collections.abc import Mapping
from types import MappingProxyType

from languages.vocabulary import known

BUILTIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": known(
            """
    suşi
    künefeciye künefeci
    kumpir
    eğlence kahve türkkahvesi çay çaycı kafe cafe kahvaltı kahvaltıcı brunch yemek yemeği öğleyemeği restoran
    restorant lokanta meyhane ocakbaşı kebap kebapçı döner dönerci dürüm dürümcü lahmacun pide pideci iskender
    köfte köfteci tantuni kokoreç midye balıkçı çiğköfte pizza pizzacı hamburger burger tost simit poğaça börek
    börekçi gözleme mantı çorba çorbacı pilav tavukpilav baklava künefe tatlı tatlıcı dondurma pasta pastane
    waffle kurabiye çikolata cips çerez kuruyemiş gazoz kola ayran limonata meyvesuyu bira rakı şarap kokteyl
    viski votka bar pub birahane gece kulübü kulüp sinema tiyatro konser festival müze sergi opera bowling
    bilardo langırt lunapark hayvanatbahçesi akvaryum maç stadyum halısaha oyun playstation steam netflix
    spotify exxen blutv gain youtube dergi roman kitap kitapçı oyuncak tatil otel pansiyon kamp gezi tur tekne
    plaj havuz hamam spa piknik mangal nargile piyango iddaa şanstopu milli starbucks mado simitsarayı
    burgerking mcdonalds mcdonald's dominos popeyes kfc yemeksepeti getiryemek trendyolyemek gloria kahvedünyası
    """,
            """
    akşam yemeğinde, öğle yemeğinde,
    türk kahvesi, öğle yemeği, akşam yemeği, öğle yemekleri, akşam yemekleri,
    dışarıda yemek, gece kulübü, halı saha, hayvanat bahçesi, çiğ köfte,
    tavuk pilav, simit sarayı, burger king, kahve dünyası, yemek sepeti, getir yemek, trendyol yemek,
    milli piyango, sinema bileti, konser bileti, maç bileti, meyve suyu, gloria jeans
    """,
        ),
        "predictable_necessities": known(
            """
    tren
    mercimek nohut havuç maydanoz ıspanak
    kira aidat fatura elektrik elektrikfaturası doğalgaz doğalgazfaturası su suyu internet telefon kontör hat
    turkcell vodafone türktelekom superonline digiturk sigorta dask kasko emeklilik bes kredi taksit okul kreş
    yuva dershane kurs servis harç yurt market bakkal manav kasap şarküteri fırın fırıncı pazaralışverişi migros
    bim a101 şok carrefour carrefoursa file metro getir hakmar onur tarım ekmek süt yumurta peynir yoğurt
    tereyağı zeytin zeytinyağı domates salatalık biber patates soğan mandalina elma muz portakal limon meyve sebze et
    kıyma tavuk balık pirinç bulgur makarna un şeker tuz salça deterjan sabun şampuan diş macunu macun
    tuvaletkağıdı peçete bez mama çöp poşeti damacana tüp gratis watsons rossmann eve ulaşım otobüs metrobüs
    metro tramvay vapur dolmuş minibüs marmaray istanbulkart akbil ankarakart kentkart benzin mazot motorin lpg
    yakıt akaryakıt opet shell petrol po bp aytemiz otopark park hgs ogs köprü otoyol kuaför berber kırtasiye
    kuru temizleme terzi kedimaması köpekmaması mama temizlikçi vergi mtv
    """,
            """
    depoyu doldurdum, depo fulledim,
    ayçiçek yağı,
    elektrik faturası, su faturası, doğalgaz faturası, telefon faturası, internet faturası, kredi taksiti,
    ev kredisi, site aidatı, diş macunu, çöp poşeti, tuvalet kağıdı, pazar alışverişi, market alışverişi,
    haftalık alışveriş, kuru temizleme, kedi maması, köpek maması, türk telekom, tarım kredi, bebek bezi,
    okul taksiti, servis ücreti, istanbul kart, akbil dolumu, kart dolumu, halk ekmek
    """,
        ),
        "unpredictable_necessities": known(
            """
    hap şurup şurubu bandaj ultrason kilit
    merhem psikoloğa
    reçete vitamin parol termometre
    ilaç eczane eczacı doktor doktoru hastane klinik muayene tahlil röntgen mr ameliyat aşı dişçi dişhekimi
    dolgu gözlük gözlükçü lens fizik tedavi fizyoterapi psikolog veteriner tamir tamirci tamirat tamirhane usta
    tesisatçı muslukçu elektrikçi çilingir boyacı araba oto lastik lastikçi akü fren balata muayenesi egzoz
    yağdeğişimi çekici sanayi yedekparça servisücreti ceza trafikcezası çamaşırmakinesi buzdolabı
    bulaşıkmakinesi kombi kombici fırınlar klima ütü süpürge nakliye nakliyeci düğün takı cenaze hediye
    """,
            """
    göz doktoruna, telefonu tamir ettirdim, arabayı tamir,
    yara bandı,
    diş hekimi, göz doktoru, araba tamiri, araç muayenesi, yağ değişimi, lastik değişimi, yedek parça,
    trafik cezası, park cezası, kombi bakımı, çamaşır makinesi, bulaşık makinesi, ağrı kesici, fizik tedavi,
    oto yıkama, araç bakımı, ekran değişimi, telefon tamiri
    """,
        ),
    }
)

STARTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fun": ("Keyif", "eğlence", "restoran", "sinema", "kafe", "kahve"),
        "predictable_necessities": ("Düzenli Giderler", "düzenli", "market", "kira", "fatura", "ulaşım"),
        "unpredictable_necessities": ("Beklenmedik Giderler", "beklenmedik", "araba", "tamir", "ilaç", "doktor"),
        "other": ("Diğer", "diğer"),
    }
)
"""By key: what the categories of a new budget are called, and their keywords."""
