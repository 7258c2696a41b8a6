"""How commands are said in Turkish. `languages.commands.CommandWords` tells what each table is."""

from types import MappingProxyType

from languages.commands import CommandWords
from languages.vocabulary import words

COMMANDS = CommandWords(
    names=MappingProxyType(
        {
            "week": "hafta",
            "period": "dönem",
            "bills": "ödemeler, borçlar",
            "recent": "son, sonuncular, kayıtlar",
            "undo": "geri-al, iptal",
            "card": "kart",
            "limits": "limitler, limit, limiti, limitini, limitimi, sınırlar, sınırı, sınırını, bütçe, bütçesi, bütçesini, bütçemi",
            "settings": "ayarlar, ayar",
            "help": "yardım",
            "categories": "kategoriler, kategori, kategorisi, kategorisini, kategoriyi, kategorisinin",
            "chart": "grafik, resim",
            "history": "değişiklikler, geçmiş",
            "digest": "özet",
            "remind": "hatırlatma, hatırlat, hatırlatıcı, hatırlatır",
            "payday": "maaş, maaşgünü",
            "bill": "fatura, ödeme",
            "afford": "yeter",
            "audit": "denetim, denetle",
            "rules": "kurallar, kural",
            "share": "paylaş, paylaşım, paylaşmak, paylaşayım",
            "links": "bağlantılar, linkler",
            "door": "erişim, kapı",
            "doors": "erişimler, kapılar",
            "export": "dışa-aktar, dışaaktar",
            "import": "içe-aktar, içeaktar",
            "imports": "içe-aktarmalar, aktarımlar",
            "forget": "unut",
            "invite": "davet",
            "members": "üyeler, üye",
            "add": "ekle",
            "spent": "harcadım, harcama",
            "paid": "yattı",
            "refund": "iade",
        }
    ),
    messages=MappingProxyType(
        {
            "forget": """her şeyi sil, hepsini sil, tüm verileri sil, bütün verileri sil, verilerimi sil, tüm
            verilerimi sil, baştan başla, baştan başlayalım, sıfırdan başla, en baştan başla, her şeyi sıfırla,
            hepsini sıfırla""",
            "week": """bu hafta, bu hafta ne kadar, bu hafta ne kadar kaldı, bu hafta kaç para kaldı, bu haftaki
            harcamalar, bu hafta ne kadar harcadım, bu hafta ne harcadım, ne kadar kaldı, ne kadar param kaldı, kaç
            para kaldı, kaç param kaldı, ne kadar para kaldı, ne kadarım kaldı, ne kadar var, ne kadar param var,
            kaç param var, ne kadar harcayabilirim, kaç para harcayabilirim, kalan ne kadar, elimde ne kadar kaldı,
            nasıl gidiyorum, nasıl gidiyoruz, durumum nasıl, bütçeyi aştım mı, limiti aştım mı, istatistik,
            istatistikler, toplam, param nereye gitti, paralar nereye gitti, para nereye gitti, param nereye
            gidiyor, paramız nereye gitti, paramı nereye harcadım, param nerede, bütün param nereye gitti""",
            "week last": """geçen hafta, önceki hafta, geçen haftaki harcamalar, geçen hafta ne kadar harcadım, geçen
            hafta ne harcadım""",
            "period": """kalan, bakiye, kaldı, maaş ne zaman, maaşım ne zaman, maaş günü ne zaman, maaş ne zaman
            yatacak, maaş ne zaman yatıyor, sonraki maaş""",
            "period last": "geçen dönem, önceki dönem, son dönem",
            "undo": """geri al, son kaydı geri al, sonuncuyu geri al, bunu geri al, son kaydı sil, sonuncuyu sil, son
            harcamayı sil, iptal et, son girdiyi sil, son girdiyi geri al, son harcamayı geri al, son harcamayı
            iptal et, bunu sil, vazgeç, bunu iptal et, unut gitsin, iptal""",
            "recent": """son harcamalar, son kayıtlar, son girdiler, neye harcadım, nereye harcadım, liste, tüm
            harcamalar, ne aldım, neler aldım, son harcamam, son harcamalarım, son harcamamı, son harcamalarımı, son
            harcama, son harcamaları, son kayıt, son kaydı, son kayıtları, son kayıtlarım, son alışverişlerim, son
            harcamayı, son kayıtlarımı, son işlemleri, son işlemler""",
            "help": """yardım et, nasıl çalışır, bu nasıl çalışıyor, nasıl kullanılır, neler yapabilirsin, ne
            yapabilirsin, komutlar, menü, bir şeyi nasıl silerim, bir şey nasıl silerim, nasıl silerim, kaydı nasıl
            silerim, harcamayı nasıl silerim, bir kaydı nasıl silerim, bir harcamayı nasıl silerim, nasıl silinir,
            kayıt nasıl silinir, kaydı nasıl düzeltirim, bir kaydı nasıl düzeltirim, nasıl düzeltirim, nasıl
            değiştiririm, kaydı nasıl değiştiririm, tutarı nasıl değiştiririm, bir şeyi nasıl değiştiririm, nasıl
            kullanırım""",
            "bills": """ne ödemem lazım, ödenecekler, ödenecek faturalar, yaklaşan ödemeler, yaklaşan faturalar,
            ödenmemiş faturalar, ne ödeyeceğim, neler ödeyeceğim, ne ödemem gerekiyor, ödenecek ne var, hangi
            faturalar var, faturalarım, faturalarımı göster, bu hafta ne ödemem lazım, ne ödemeliyim,
            neler ödemeliyim""",
            "export": """verileri dışa aktar, verilerimi dışa aktar, verilerimi indir, verileri indir, hepsini dışa
            aktar, excel'e aktar, excele aktar, csv'ye aktar, csv olarak indir, harcamaları dışa aktar, harcamalarımı
            indir, her şeyi dışa aktar, tümünü dışa aktar, dışa aktar, verilerimi gönder, excel olarak indir""",
            "share": """bütçeyi paylaş, bütçemi paylaş, paylaşım linki, linki paylaş, bu bütçeyi paylaş, bütçemizi
            paylaş""",
            "members": "kimler var, burada kim var, kim kullanıyor",
            "links": """bağlantıyı sil, bağlantıları sil, linki sil, linkleri sil, paylaşmayı durdur, bunu kim
            görebilir, bunu kim görüyor, bunu kimler görebilir, bütçeyi kim görebilir, bütçeyi kim görüyor, kim
            görebilir, bunu kimler görüyor""",
            "remind off": """hatırlatmayı kapat, hatırlatmaları kapat, hatırlatıcıyı kapat, hatırlatma yapma, bana
            hatırlatma, hatırlatmayı bırak, hatırlatmayı durdur, hatırlatma artık, artık hatırlatma, bana artık
            hatırlatma, hatırlatmaları durdur, hatırlatıcıyı sil, hatırlatmayı sil, hatırlatmayı iptal et,
            hatırlatmaya son ver, hatırlatma istemiyorum""",
            "digest off": "özeti kapat, özeti durdur",
        }
    ),
    words=MappingProxyType(
        {
            "last": "geçen, önceki, son, geçen hafta, önceki hafta, geçen dönem, önceki dönem, sonuncu",
            "all": "hepsi, hepsini, tümü, tüm",
            "off": "kapat, kapalı, hayır, yok, asla, dur, durdur, istemiyorum",
            "switched off": "kapat, kapalı, durdur",
            "none": "yok, limitsiz, sınırsız, limit yok, hiç",
            "auto": "otomatik, oto",
            "bars": "çubuklar, tutarsız, tutarlar gizli",
            "ahead": "önceden, peşin, biriktir",
            "outside": "haftalık limitlerin dışında, limitlerin dışında, dışında, kategorisiz",
            "skip": "atla, geç, bu sefer değil",
            "add": "ekle, yeni, ekleme",
            "rename": "yeniden adlandır, adını değiştir, ad değiştir",
            "remove": "sil, kaldır, çıkar",
            "to": "yerine, olarak",
            "carry": "devret, devir, aktar",
            "carry up": "kalanı devret, artanı devret, kalan devir, artanı aktar",
            "carry down": "eksiği devret, aşımı devret, eksik devir, aşımı aktar",
            "carry off": "devretme, devir yok, devir kapalı, aktarma",
            "fresh": "sıfırdan, baştan, sıfırla, yeniden",
            "next week": """gelecek haftadan, gelecek haftadan itibaren, gelecek hafta, haftaya, önümüzdeki haftadan,
            önümüzdeki haftadan itibaren""",
            "set": """yap, ayarla, belirle, değiştir, olsun, koy, çıkar, indir, haftalık, haftada, her, hafta, için,
            benim, yeni, bir, olarak, lütfen, artık, gönder, at""",
            "set limit": "yap, ayarla, belirle, değiştir, olsun, çıkar, indir, yükselt, düşür, artır, azalt, sınırla",
            "correct": "düzelt, düzeltir misin, düzenle, düzeltin",
            "at most": "en fazla, en çok, maksimum, maks, max",
            "totals": "toplamlar, toplam, sadece toplamlar, yalnız toplamlar",
            "week": "hafta başı, hafta başlangıcı, ilk gün, hafta",
            "zone": "saat dilimi, saat, zaman dilimi, saat dilimini, saat dilimimi, saati",
            "numbers": "sayılar, sayı biçimi, rakamlar",
            "currency": "para birimi, para, para birimini, para birimimi",
            "language": "dil, dili, dilini",
            "name": "ad, isim",
            "at": "saat",
            "o'clock": "saat, 'de, 'da, 'te, 'ta, de, da, te, ta",
            "am": "sabah",
            "pm": "akşam, öğleden",
            "paid": "ödendi, ödedim, ödedik, ödeme yapıldı, ödenmiş, yatırdım, yattı, ödenmiştir",
            "get paid": """maaşım yatıyor, maaş yatıyor, maaş günüm, maaş günü, maaş günüm her, maaş alıyorum,
            maaşım, maaşımı alıyorum, maaş alırım""",
            "quit": "çık, çıkış, kapat",
            "edit": "düzenle, düzelt",
        }
    ),
    languages="""ingilizce, almanca, ispanyolca, fransızca, italyanca, felemenkçe, lehçe, portekizce, rusça,
    ukraynaca, japonca, türkçe, endonezce, arapça""",
    fillers=words("lütfen şimdi daha hâlâ hala benim bana göster peki acaba göstersene bizim bizi listele"),
)
