"""Turkish, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides."""

from dataclasses import replace
from types import MappingProxyType

from languages.tr.builtin import BUILTIN, STARTERS
from languages.vocabulary import EMPTY, numbered, phrases, with_slips, words

_DAYS = numbered("pazartesi salı çarşamba perşembe cuma cumartesi pazar")
_MONTHS = numbered("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık", 1)

_BARE = words(
    """
    e a i u ü de da te ta den dan ten tan in un ün le la m im um üm ler lar leri lari lere lara lerden lardan ye
    ya yi yu yü nin nun nün yle yla si su sü sine sina sini lik luk lük ci cu cü çi ine ina unu ünü ini inden
    indan sinden sindan
    """
)
_SOFT = "e a i u ü im um üm in ine ina ini".split()
_ENDINGS = {
    "": sorted(_BARE),
    **{
        hard: [soft + end for soft in softs for end in _SOFT]
        for hard, softs in (("k", "ğg"), ("ç", "c"), ("c", "c"), ("t", "d"), ("p", "b"))
    },
}
"""What a noun of the tables may end with, by its last letter: `kahve` with `ye`, `yemek` as `yemeği`."""

_SPENT = words(
    """
    aldım aldık almıştım aldıydım verdim verdik ödedim ödedik ödendi ödenmiş harcadım harcadık harcandı yedim
    yedik içtim içtik tuttu tutmuş gitti gidiyor çıktı yaptım yaptık yaptırdım bayıldım bastım çekildi kesildi
    kaptırdım ısmarladım söyledim söyledik yükledim doldurdum yaptırdık bıraktım aldı yedirdim gömdüm attım
    tutuyor ödeme yaptım yaptı yaptılar
    """
)

VOCABULARY = replace(
    EMPTY,
    language="tr",
    own=words("per on at ay an de da son bin aldi pasta"),
    suffixes=words(
        """
    den dan ten tan de da te ta e a ye ya i ı u ü yi yı yu yü in ın un ün nin nın nun nün le la yle yla lik lık
    luk lük si sı su sü sinde sında inde ında unda ünde sine ine ına une üne ki deki daki teki taki ndan nden
    nde nda
    er ar şer şar ti tı tu tü di dı du dü ydi ydı ydu ydü
    """
    ),
    inflections=tuple((bare, ended) for bare, ends in _ENDINGS.items() for ended in ends),
    weekdays=MappingProxyType(
        {
            f"{name}{end}": n
            for name, n in with_slips(_DAYS).items()
            for end in ("", "ye", "den", "nin", "ya", "dan", "leri", "ları", "ydi", "ydı", "dı")
            if not (name == "pazar" and end in {"dan", "ya", "leri", "ları", "ydi", "ydı"})
        }
    ),
    meant_for=words("için pazartesiye salıya çarşambaya perşembeye cumaya cumartesiye"),
    sure_shorts=words("pzt pts çrş prş cmt cts"),
    weekday_shorts=numbered("pzt|pts|pazart sal çar|çrş|çarş prş|perş|per cum cmt|cts|cumart paz"),
    doubtful_days=words("pazar"),  # a market, too
    months=MappingProxyType(
        {
            **{
                f"{name}{end}": n
                for name, n in _MONTHS.items()
                for end in ("", "ta", "te", "da", "de", "ın", "in", "ün", "ı", "i", "u", "ü")
            },
            **numbered("oca şub mar nis may haz tem ağu eyl eki kas ara", 1),
        }
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(phrases("yarım saat önce"), 0),
            **dict.fromkeys(
                phrases(
                    """
    bugün, bu sabah, bu akşam, bu gece, bu öğlen, bu öğle, demin, az önce, biraz önce, şimdi, bugünkü,
    bu sabahki, bu akşamki, bugündü
    """
                ),
                0,
            ),
            **dict.fromkeys(phrases("dün,dündü,dün akşam,dün gece,dün sabah,dün öğlen,dünkü,dün akşamki"), -1),
            **dict.fromkeys(
                phrases(
                    """
    önceki gün, evvelki gün, evvelsi gün, önceki gündü, evvelki gündü, evvelsi gündü,
    geçen gece, dünden önceki gün, önceki akşam, evvelki akşam,
    evvelsi akşam
    """
                ),
                -2,
            ),
        }
    ),
    parts_of_day=words(
        "sabah sabahı öğle öğlen öğleden öğleyin akşam akşamı akşamüstü gece gecesi günü sabahtan akşamleyin"
    ),
    future_days=words("yarın yarınki haftaya"),
    next_words=words("gelecek önümüzdeki öbür"),
    earlier_words=words("evvelki"),
    last_words=words("geçen geçtiğimiz"),
    unclear_periods=words("hft haftasonu hafta ay yıl sene gün"),
    unclear_days=words("geçenlerde"),
    weeks=MappingProxyType(
        {
            **dict.fromkeys(phrases("bu,bu hafta"), 0),
            **dict.fromkeys(phrases("geçen hafta,geçtiğimiz hafta"), -1),
            **dict.fromkeys(phrases("haftaya,gelecek hafta,önümüzdeki hafta"), 1),
        }
    ),
    ago_words=words("önce evvel"),
    unclear_phrases=phrases("geçen gün, geçen günlerde, yakınlarda, bir süre önce"),
    ago_minutes=MappingProxyType({**dict.fromkeys("saat".split(), 60), **dict.fromkeys("dakika dk".split(), 1)}),
    ago_units=MappingProxyType({"gün": 1, "hafta": 7}),
    later_words=words("sonra"),
    small_numbers=numbered("bir iki|ikiye üç|üçe dört|dörde beş|beşe altı yedi sekiz dokuz", 1),
    number_openers=phrases("ayın"),
    day_openers=words("ayın"),
    day_marks=(".",),
    dates_after=words("'inde 'ında 'unda 'ünde 'sinde 'sında"),
    ordinal_names=words("sınıf kat yıl yaş doğum"),
    articles=words("'i 'ı 'u 'ü 'si 'sı 'inde 'ında 'unda 'ünde 'sinde 'sında"),
    weekday_names=phrases(
        """
    pazartesi pazarı, salı pazarı, çarşamba pazarı, perşembe pazarı, cuma pazarı, cumartesi pazarı, cuma namazı
    """
    ),
    due_words=words("vadesi vade"),
    units=words(
        """
    toplantı toplantım numaralı nolu
    derslik girişlik
    inç km m metre cm mm kg kilo kiloluk gr gram g lt litre l ml cl tane adet paket kutu şişe koli kasa poşet mg
    tablet tb ekran watt
    porsiyon dilim bardak fincan kişi kişiyiz kişiydik kişilik kişiye kişiyle gün günlük hafta haftalık ay aylık
    yıl yıllık sene gece gecelik saat saatlik dk dakika dakikaya dakikalık saate güne saniye sn yaş yaşında kat
    numara sayfa puan derece gb mb kwh rulo çift defa kere kez seans ders durak adım kalori
    """
    ),
    count_nouns=words(
        """
    kahve çay bira bilet simit ekmek lahmacun döner dürüm pizza burger poğaça su kola ayran tost kitap bardak
    yumurta arkadaş çocuk tişört çorap
    """
    ),
    count_endings=("ler", "lar"),
    pack_words=words("paket kutu koli kasa"),
    numbered_names=phrases("benzin 95, 95 benzin, kurşunsuz 95"),
    secrets=words("şifre şifresi parola parolası kodu pin"),
    labels=words(
        """
    kanal
    sipariş
    kodunuz kodu fatura no numara numaralı kapı kat daire oda masa peron sefer uçuş koltuk sıra iban blok salon bölüm sezon sayfa
    plaka referans işlem abone tesisat fiş
    otobüs metrobüs minibüs dolmuş
    şifre pin kod
    """
    ),
    ending_words=words("biten"),
    streets=words("sokak sk sok cadde caddesi cad bulvarı mahallesi mah apt"),
    sizes_before=words("beden numara"),
    size_words=words("beden numara"),
    clock_words=words("'de 'da 'te 'ta"),
    clock_openers=words("saat"),
    percent_words=words("yüzde"),
    per_words=words("ay aylık kişi gece gün saat hafta yıl adet"),
    installments=words("taksit taksiti taksidi"),
    fraction_words=words("indirim fiyat tavuk ekmek pasta"),
    times_words=words("kere kez defa çarpı"),
    multipliers=MappingProxyType({"bin": 3, "milyon": 6}),
    scales=words("binlik milyar yüz yüzlük"),
    number_words=MappingProxyType(
        {
            **numbered("iki üç dört beş", 2),
            "on": 10,
            "yirmi": 20,
            "otuz": 30,
            "kırk": 40,
            "elli": 50,
            "altmış": 60,
            "yetmiş": 70,
            "seksen": 80,
            "doksan": 90,
            "yüz": 100,
            "yüzlük": 100,
            "bin": 1000,
            "ellilik": 50,
            "yirmilik": 20,
        }
    ),
    about_words=words("yaklaşık takriben ortalama aşağı yukarı neredeyse tahminen civarı"),
    with_words=words("toplamda ile"),
    with_after=words("ile"),
    amount_words=words("iade tutar toplam ödeme ücret"),
    for_words=words("karşılığı"),
    plus_words=words("artı"),
    tip_words=words("bahşiş bahşişi"),
    total_words=words("toplam toplamda tutar"),
    and_words=words("ve ile"),
    each_words=words("tanesi adedi her biri 'den 'dan 'ten 'tan 'er 'ar 'şer 'şar"),
    half_behind=words("yarısı yarısını"),
    half_words=words("yarım yarısı yarısını"),
    parts_behind=MappingProxyType({"buçuk": 50, "çeyrek": 0}),
    double_words=words("ikiye katla"),
    from_now=phrases("artık, bundan sonra, şimdi"),
    spread_words=words("yay yaymak dağıt"),
    split_words=words(
        """
        bölüştüm paylaştım üleştik bölüştük paylaştık böldük bölüşüldü bölüşelim böl bölelim bölündü bölünür bölüş ortak
        alman
        """
    ),
    us_words=words("kişiyiz kişiydik kişiyle kişi"),
    way_words=words("kişi kişiye kişiyle"),
    talk_verbs=words(
        """
    bütçesi bütçem
    limiti limitim limitimiz limitini
    toplantı toplantım toplantımız randevu randevum buluşma buluşalım görüşelim görüşürüz var yok limit hedef
    bütçe numaram plan
    """
    ),
    price_verbs=words("teklif fiyatı"),
    card_debts=phrases("kredi kartı, kredi kartı borcu, kart borcu"),
    void_words=words(
        """
    istiyorlar istiyor dedi dediler diyor anlaştık verirsen alırım alırdım ödenmemiş verecekti vermedi ödemedi
    satılık hatırlamıyorum hatırlamıyoruz
    itibaren söylesem söylesek alsam alsak yesem yesek içsek gitsek
    veririm veririz gönderirim gönderirim atarım atarız yollarım vereceğim ödeyeceğim göndereceğim atacağım alacaktım alıyordum
    alma almayın almayalım satmaya ödersek ödersem alırsak alırsam biriktiriyorum biriktiriyoruz ertelendi faturanız
    kararsızım tutuyor kazanıyor lazım gerek gerekiyor gerekli şart vereceğim vereceğiz ödeyeceğim ödeyeceğiz
    alacağım alacağız alıcam
    vericem ödiycem ödicem harcayacağım harcicam gönderecek gönderecek verecek ödeyecek alacak tutacak olacak
    olacakmış gelecekmiş yatacak istiyorum istiyoruz ister isterim istiyor borcum borcumuz borçlu borçluyum borçluyuz
    borcun borcu versene gönderir verir ödemedim almadım vermedim harcamadım ödenmedi gelmedi yatmadı almadık
    gitmedik iptal vazgeçtim almam vermem ödemem almayacağım vermeyeceğim ödemeyeceğim almayalım bekliyorum
    planlıyorum düşünüyorum düşünüyoruz alsam alsak versem harcasam eksik yetmez yetmedi hatırlat unutma kaldı
    kalmış kalan kadar var yok zammı zam kaç kaça ne nerede hangi alınır alınıyor gelecek gelecekmiş satılıyor
    reddedildi başarısız
    yaşındayım yaşında yaşına
    ödenecek
    ateş harcayacaktım harcıyordum kiloyum izledim arttı artmış artacak zamlandı zamlanmış
    """
    ),
    participles=words("harcadım ödedim verdim aldım"),
    was_words=words("idi"),
    question_words=words(
        "kim ne neden niye niçin nerede nereye nasıl hangi hangisi kaç kaça kaçta kime kimde neyin acaba"
    ),
    talk_places=words("saat en"),
    amount_verbs=_SPENT,
    plans=phrases(
        """
    ne kadar, kaç para, kaç lira, kaç tl, hatırlat, unutma, acaba, bana hatırlat, eğer, kalan bütçe, bu hafta ne,
    param var, param yeter, paramız yeter, yeterli mi
    """
    ),
    closing_questions=words(
        """
    mı mi mu mü miyim mıyım muyum müyüm misin mısın musun müsün miyiz mıyız muyuz müyüz mıydı miydi muydu müydü
    mıydım miydim mısınız misiniz ne kadar kaldı nasıl kaç kim nerede dersin dersiniz
    """
    ),
    afford_ends=words("harcayabilir alabilir ödeyebilir verebilir yeter harcasam alsam olur"),
    balance_words=words(
        """
    bakiyesi bakiyem
    bakiye bakiyeniz bakiyem kalan limit limitiniz kullanılabilir borç borcu
    ekstre ekstresi ekstrem bütçe bütçem bütçemiz hedef hedefim
    """
    ),
    money_asked=words("kaldı kalan harcadım harcadık harcanan bütçe bütçem bakiye harcıyorum harcıyoruz"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(phrases("noel,noelde"), "christmas"),
            **dict.fromkeys(phrases("bayram,bayramda,ramazanda,yılbaşında,yılbaşı"), "unclear"),
            **dict.fromkeys(phrases("bu ay,bu ayki,bu ayın"), "month"),
            **dict.fromkeys(phrases("geçen ay,geçen ayki,önceki ay"), "last month"),
            **dict.fromkeys(phrases("geçen hafta,geçen haftaki,önceki hafta"), "last week"),
            **dict.fromkeys(phrases("maaştan beri,maaş döneminde"), "period"),
            **dict.fromkeys(phrases("bu hafta,bu haftaki,haftada,haftalık"), "week"),
            **dict.fromkeys(phrases("bu yıl,bu sene,bu yılki"), "year"),
            **dict.fromkeys(phrases("geçen yıl,geçen sene,önceki yıl"), "last year"),
            **dict.fromkeys(phrases("bu haftasonu,haftasonu,hafta sonu,bu hafta sonu,hafta sonunda"), "weekend"),
            **dict.fromkeys(phrases("geçen haftasonu,geçen hafta sonu"), "last weekend"),
            **dict.fromkeys(
                phrases(
                    """
                    gelecek hafta, önümüzdeki hafta, öbür hafta, haftaya, gelecek ay, önümüzdeki ay, gelecek yıl,
                    evvelki hafta, evvelki ay, evvelki yıl
                    """
                ),
                "unclear",
            ),
        }
    ),
    how_much=phrases("ne kadar,kaç para,kaç lira,kaç tl"),
    look_words=words("göster"),
    spending_words=words(
        """
    özet özeti rapor raporu harcamalar harcamaları harcamalarım harcamalarımı harcama giderler giderlerim
    """
    ),
    most_words=words("çok"),
    list_words=words("liste listele her şey olanlar olanları"),
    largest_words=phrases(
        """
    en büyük harcama, en büyük harcamam, en büyük harcamalar, en büyük harcamalarım, en yüksek harcama, en yüksek
    harcamam, en pahalı
    """
    ),
    over_words=phrases("üzeri, üstü, üzerinde, üstünde, fazla, den fazla, dan fazla"),
    earned_words=words("kazandım kazandık kazanıyorum kazanç kazancım gelir gelirim gelirimiz"),
    spent_on_endings=("ya", "ye", "a", "e", "da", "de", "ta", "te"),
    latest_words=words("son"),
    since_words=words("beri itibaren"),
    group_verbs=words(
        """
    getiriyorum getiririm getireceğim geliyorum geliyoruz geliyor geldim geldik gidiyorum gidiyoruz gidelim
    gidiyor buluşalım buluşuyoruz başlıyor başladı bitti bitiyor açılıyor kapanıyor kalkıyor iniyor var yok
    kazandı kazandık kaybettik yendi yenildi maçı derece diyor dedi olur olsun oldu oldum varım çıkıyorum
    çıkıyoruz
    """
    ),
    bill_words=words("ödendi ödedim ödedik ödemesi ödeme faturası fatura"),
    income=phrases(
        """
    maaşınız,
    maaş, maaşım, maaşımız, emekli maaşı, emekli maaşım, emekli aylığı, aylığım, maaşı, maaşımı, aylığımı, ücret,
    ücretim, burs, bursum, kyk, kyk bursu, gelir, gelirim, maaş ödemesi, kasım maaşı, ekim maaşı, ayın maaşı,
    bu ayın maaşı, stajyer maaşı, staj maaşı, maaş günü, memur maaşı, kazanç
    """
    ),
    arrived=words(
        """
    yatmıştır yatırılmıştır hesabınıza geçmiştir
    hesapta
    ayı ay yattı yatmış geldi gelmiş aldım aldık alındı geçti yatırıldı hesaba hesabıma bugün nihayet sonunda çıktı
    ödendi :) yatti bankaya elime
    """
    ),
    me=words("bana bize"),
    back_words=words("geri"),
    self_words=words("ben biz kendim"),
    refunds=words("iade iadesi iadem iadeler geri-ödeme"),
    debts=words("borç borcu borcum borcumu kredi kredisi"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(phrases("eşimden, kocamdan, karımdan"), "extra"),
            **dict.fromkeys(
                phrases(
                    "ailemden, annemden, babamdan, dedemden, ninemden, anneannemden, babaannemden, abimden, ablamdan"
                ),
                "extra",
            ),
            **dict.fromkeys(phrases("borcunu getirdi, borcunu verdi, borcunu geri"), "extra"),
            **dict.fromkeys(phrases("masraf iadesi"), "extra"),
            **dict.fromkeys(phrases("hesabınıza, hesabıma"), "extra"),
            **dict.fromkeys(phrases("kazanıyorum"), "extra"),
            **dict.fromkeys(phrases("aldınız"), "extra"),
            **dict.fromkeys(
                phrases(
                    """
    miras, ödül, ödülü, sigortadan, sigorta ödedi, sigorta ödemesi, mesai, mesai ücreti, maaş zammı, telif,
    telif ücreti, kredi çıktı, kredi yattı, kar payı, kâr payı, kazanç, bahis kazandı, vardiya bahşişi, vardiya bahşiş,
    mesai bahşişi, toto tuttu, iddaa tuttu,
    kupon tuttu, harcırah, yolluk, rapor parası,
    doğum parası, doğum yardımı, kıdem tazminatı, satış
                    """
                ),
                "either",
            ),
            **dict.fromkeys(phrases("para üstü"), "extra"),
            **dict.fromkeys(
                phrases(
                    "topladık, topladım, toplandı, toplanan, için topladık, için topladım, parası topladık, parası topladım"
                ),
                "either",
            ),
            **dict.fromkeys(
                phrases(
                    """
    geri verdiler, geri ödediler, geri yatırdılar, geri verdi, geri ödedi, geri geldi, geri yattı, geri gönderdi
    """
                ),
                "refund",
            ),
            **dict.fromkeys(
                phrases(
                    """
    gönderdi, gönderdiler, yolladı, yolladılar, verdi, verdiler, attı, attılar, yatırdı, yatırdılar, yattı,
    havale geldi, eft geldi, para geldi, gelen havale, gelen eft, gelen fast, geldi, gelen, sattım, sattık,
    satıldı, satış, satışı, kazandım, kazandık, çıktı piyango, ikramiye, ikramiyesi, prim yattı, primim, bonus,
    harçlık, harçlığım, harçlığı, bayram harçlığı, buldum, hediye geldi, kira geliri, kira aldım, kira geldi,
    kirayı aldım, kiramı aldım, kiracıdan, temettü, faiz, faiz geliri, cashback, nakit iade, puan kazandım,
    borç aldım, ek iş, freelance, fatura kestim, hasılat, ciro, gündelik iş, annemden, babamdan, babaannemden,
    anneannemden, doğum günü parası, bayram parası, teyzeden,
    haladan, amcadan, dayıdan, abiden, abladan, anneden, babadan, dededen, abimden, ablamdan, eşimden,
    arkadaşından, arkadaşımızdan, arkadaşlarımdan, kardeşimden, arkadaştan, arkadaşımdan, arkadaşlardan, dedemden,
    ninemden, teyzemden, halamdan, amcamdan,
    dayımdan, patrondan, müşteriden, kocamdan, karımdan, oğlumdan, kızımdan, nişanlımdan, sevgilimden, komşudan,
    devletten, tazminat, tazminatı, nafaka, yardım yattı, yardımı yattı, çocuk parası, işsizlik maaşı,
    işsizlik parası, depozito geldi, bahşiş aldım, bahşiş topladım, sponsor, altın bozdurdum, bozdurdum,
    tahsilat, tahsil, piyangodan, piyangoda, lotodan,
    çocuk yardımı
    """
                ),
                "extra",
            ),
            **dict.fromkeys(
                phrases(
                    """
    geri verdi, geri ödedi,
     geri geldi, geri yattı, geri aldım, geri gönderdi, borcunu ödedi, borcunu verdi,
    vergi iadesi, depozito iadesi, ödedi, payını verdi, payını attı, hissesini verdi
    """
                ),
                "refund",
            ),
            **dict.fromkeys(
                phrases(
                    """
    yevmiye, yevmiyem, avans, avansı, avansım, haftalık aldım, haftalığım, mesai, mesai ücreti, prim, primi
    """
                ),
                "paycheck",
            ),
        }
    ),
    from_endings=("den", "dan", "ten", "tan"),
    got=words("aldım aldık geldi"),
    from_words=words("tarafından"),
    money_names=words("nakit para papara paypal"),
    from_last=words("'den 'dan 'ten 'tan"),
    card_words=words("kartı"),
    debits=words(
        """
    harcama harcamanız harcaması alışveriş alışverişi ödeme ödemesi ödemeniz satın çekildi
    kesildi  verdim verdik ödedim ödedik harcadım harcadık yedim yedik sigorta sigortası tahsil
    hediye
    """
    ),
    transfers=words(
        """
    ayırdım ayırdık
    havale eft fast gönderdim gönderdik yolladım yolladık çektim çektik atm bankamatik yatırdım yatırdık birikim
    biriktirdim kumbara kumbaraya kumbarama birikime kenara tasarruf mevduat fon hisse borç transfer aktardım
    virman bozuk ödünç
    """
    ),
    transfer_phrases=phrases(
        """
    vadeli hesap, vadeli mevduat,
    cüzdanından, cüzdanımdan,
    döviz aldım, dolar aldım, euro aldım, döviz bürosu, döviz bürosunda, hesaplar arası, hesaplarım arası,
    geri verdim, geri verdik, geri ödedim, geri ödedik, borcumu verdim, borcumu ödedim, kenara koydum, borç
    verdim, nakit çekim, para çekme, para yatırma, birikim hesabına, altın hesabına, vadeli
    hesaba
    """
    ),
    little_words=words(
        """
    selam merhaba
    ve ile bir bu o da de ki için gibi ama çok daha en mi ben biz sen siz onlar benim bizim senin onun bana
    bize sana ona kendime kendim eşimle arkadaşlarla arkadaşla arkadaşımla birlikte beraber sadece yine gene
    falan filan adet tane para lira tl nakit kartla kart kredi 'den 'dan 'ten 'tan 'de 'da 'te 'ta 'e 'a 'ye 'ya
    'i 'ı 'u 'ü 'yi 'yı 'yu 'yü 'in 'ın 'un 'ün 'nin 'nın 'le 'la 'yle 'yla 'lik 'lık 'luk 'lük 'ki 'deki 'daki
    'teki 'taki 'ndan 'nden 'nde 'nda 'si 'sı 'su 'sü 'ine 'ına 'inde 'ında 'unda 'ünde 'sinde 'sında 'nun 'nün
    'une 'üne 'sine
    """
    ),
    verbs_first=_SPENT | words("yazmayı girmeyi eklemeyi kaydetmeyi unutmuşum unuttum"),
    tells=words("harcadım harcadık harcama ödedim ödedik gider masraf aldım aldık verdim unuttum unutmuşum"),
    count_verbs=words("aldım aldık yedik yedim içtik içtim"),
    every_words=words("her"),
    every_weekdays=MappingProxyType(
        {
            form: n
            for n, names in enumerate(
                "pazartesi|leri salı|ları çarşamba|ları perşembe|leri cuma|ları cumartesi|leri pazar|ları".split()
            )
            for name, ending in (names.split("|"),)
            for form in (f"{name}{ending}", f"{name} günleri")
        }
    ),
    once_words=words("bir-kere"),
    first_day=words("birinde biri"),
    recurring_days=MappingProxyType({"gün": 1, "günü": 1, "günde": 1, "hafta": 7, "haftada": 7}),
    recurring_months=MappingProxyType({"ay": 1, "ayda": 1, "yıl": 12, "yılda": 12, "sene": 12}),
    every_after=words("bir"),
    twice_a_month=phrases("ayda iki kez, ayda iki kere, ayda 2 kez"),
    adverbs=MappingProxyType({"günlük": "gün", "haftalık": "hafta", "aylık": "ay", "yıllık": "yıl"}),
    last_day_words=words("son sonu sonunda"),
    month_starts=phrases("ayın ilk günü, ayın ilk gününde, bu ayın ilk günü"),
    month_ends=phrases(
        """
        ay sonu, ay sonunda, ayın sonunda, ayın sonu, her ay sonu, her ay sonunda, her ayın sonunda, her ayın sonu,
        ay sonları
        """
    ),
    compounds=MappingProxyType(
        {
            **{("bir", times): "bir-kere" for times in ("kere", "kez", "defa")},
            **{(who, "başı"): "tanesi" for who in ("kişi", "adam")},
        }
    ),
    from_day_after=words("gününden itibaren başlayarak başlayan 'ten 'tan 'den 'dan 'nden 'ndan"),
    dated_shorts=MappingProxyType({"per": 3}),
    weekend_words=words("haftasonu hafta-sonu haftasonundan sonundan sonuysa"),
    before_words=words("önce öncesi"),
    after_words=words("sonra sonrası"),
    tomorrow_words=words("yarın"),
    openings=words(
        """
    hayır yoo yok yanlış pardon özür aslında dur değil yanlışlıkla düzelt düzeltme doğrusu şey kusura bakma olacaktı bunu şunu onu
    olmalıydı yani ti tı tu tü di dı du dü ydi ydı ydu ydü liraydı
    """
    ),
    part_openings=words("düzelt yükselt çıkar düşür indir taşı kaydır koy aktar değiştir kategori tutar not tarih gün"),
    not_closings=words("değil değildi"),
    wrong_words=words("yanlış hatalı"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("kategori kategorisi".split(), "category"),
            **dict.fromkeys("tutar fiyat miktar".split(), "amount"),
            **dict.fromkeys("gün tarih".split(), "day"),
            **dict.fromkeys("not açıklama".split(), "note"),
        }
    ),
    corrections=phrases("yanlış yazdım, yanlış yazmışım, hata yaptım, olmalı, olmalıydı, olacaktı"),
    closings=words("lütfen bunu onu şunu olsun olacak olacaktı idi kaydı"),
    please_words=words("lütfen olmalı olmalıydı demek istedim diyecektim olacak olacaktı olsun yap"),
    courtesies=words(
        """
    harika süper güzel mükemmel iyi boş ver boşver neyse teşekkürler sağol teşekkür ederim sağolun sağ ol çok
    eyvallah tamam tamamdır ok okey haha hahaha anladım geceler hoşça kal görüşürüz
    """
    ),
    delete_words=words("sil sildir silelim kaldır çıkar iptal siler geri-al"),
    restore_words=words("geri-getir getir geri"),
    everything_words=words("hepsini hepsi tümünü ikisini"),
    yes_words=words("evet aynen tamam olur ok doğru tabii tabi he"),
    never_mind=phrases(
        """
    boş ver, vazgeçtim, gerek yok, hayır teşekkürler, önemli değil, kalsın, öyle kalsın, böyle kalsın, boşver,
    bırak kalsın
    """
    ),
    again=phrases("aynısı,aynısından,aynı şey,bir daha,bir tane daha,tekrar"),
    no_words=words("hayır yok hiçbiri boşver olmaz"),
    answers=MappingProxyType(
        {
            "harcama": "spent",
            "harcadım": "spent",
            "gider": "spent",
            "iade": "refund",
            "maaş": "paycheck",
            "gelir": "extra",
            "ek": "extra",
            "ekstra": "extra",
            "ikisi": "entries",
            "ayrı": "entries",
            "hepsi": "all",
            "toplam": "all",
            "yeni": "new",
            "ekle": "adds",
        }
    ),
    denials=tuple(
        ("", ending)
        for ending in "medim madim medik madik acaktim ecektim acaktik ecektik saydim seydim saydik seydik".split()
    ),
    mine=words("payım payıma benimki"),
    most_openers=phrases("max, maksimum, en fazla, en çok"),
    ran_out=words("bitti bitmiş kalmamış"),
    kept_in=phrases(
        "daha var, hesapta, hesabımda, kartta, kartımda, cüzdanda, cüzdanımda, cepte, cebimde, bankada, yanımda"
    ),
    spent_phrases=phrases(
        """
        kargo gönderdim, kargo gönderdik, paket gönderdim, havale ücreti, havale masrafı, eft ücreti, eft
        masrafı, atm ücreti, atm masrafı, transfer ücreti, atm komisyonu, havale komisyonu
        """
    ),
    void_phrases=phrases(
        """
    az kalsın, az daha, alıyordum az, alacaktım az, teklif ettiler, teklif etti, fiyat verdi,
    ben değil,
    istek listesi, alışveriş listesi, kargo bedava, kargo ücretsiz, ücretsiz kargo, cüzdanda kaldı,
    için teşekkürler, için teşekkür, için sağol, için sağ ol, iade bekliyorum, iade bekliyoruz,
    para bekliyorum, ödemeyi unuttum, almayı unuttum, ödemeyi unutmuşum, es geçtim, es geçtik,
    pas geçtim
    """
    ),
    void_first=words("düş çıkar liste blki bellki herhalde galiba belki hatırlatma teklif"),
    off_words=words("indirim"),
    trip_words=words("taksi otobüs uçak dolmuş tren uber metro bilet yol"),
    others_paid=words("ısmarladı ödedi"),
    no_payers=words("eşim karım kocam oğlum kızım"),
    less_words=words("indirim"),
    minus_words=words("eksi"),
    told_of=words("gecikti rötarlı dolu kaçtı"),
    bought_labels=words("sipariş otobüs metrobüs minibüs dolmuş"),
    halved=phrases("yarı yarıya, yarı yarı"),
    street_openers=words("cad cadde caddesi sokak sok sk sokağı mah mahallesi bulvarı"),
    containers=words("bilet top porsiyon"),
    each_openers=words("gecesi tanesi kilosu litresi metresi"),
    paid_with=phrases("kart ile, visa ile, kart la"),
    unpaid_labels=words("kodunuz kodu şifre pin kod no numara bölüm sezon sayfa"),
    packs=words("paket şişe kutu adet tane"),
    sellers=words("fırın kasap manav bakkal büfe pazar tekel çarşı internet amazon"),
    pay_verbs=words("ödüyorum ödüyoruz"),
    ride_goods=words("bilet bileti biletler wifi koltuk bagaj"),
    measured=phrases(
        """
    gecelik fiyat, benzin fiyatı, litre fiyatı, saatlik ücret, saat ücreti, puan, puanım, plaka, km, tansiyonum,
    şekerim, kilom, ateşim, nabzım, dolar kuru, euro kuru, döviz kuru,
    sayaç, sayaç değeri, elektrik sayacı, su sayacı, ateş, ateşi, ateşim, kilom, kilo, sıcaklık, tansiyon, boy,
    boyum, nabız, kan şekeri, adım, nem, kilometre
    """
    ),
    only_words=words("sadece sade"),
    others=words(
        """
    annem annemden babam babamdan teyzem teyzemden halam halamdan amcam amcamdan dayım dayımdan dedem dedemden
    babaannem babaannemden
    """
    ),
    treat_verbs=words("ısmarladı ısmarladılar"),
    at_most=phrases("en fazla, en çok, maksimum, maks, max"),
    accounts=words("hesapta cüzdanda kartta"),
    builtin=BUILTIN,
    starters=STARTERS,
)
