"""Indonesian, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides.

Thousands are everyday amounts: `50rb`, `50k`, `1,5jt`.
"""

from dataclasses import replace
from types import MappingProxyType

from languages.id.builtin import BUILTIN, STARTERS
from languages.vocabulary import EMPTY, numbered, phrases, words

_NUMBERS = "satu dua|berdua tiga|bertiga empat|berempat lima enam tujuh delapan sembilan sepuluh"

VOCABULARY = replace(
    EMPTY,
    language="id",
    own=words("jam cat no grab pp"),
    compounds=MappingProxyType(
        {
            **{(which, ago): "lalu" for which in ("yang", "yg") for ago in ("lalu", "lewat")},
            ("potong", "rambut"): "potongrambut",
            ("kurang", "lebih"): "sekitar",
            ("lebih", "kurang"): "sekitar",
            ("pln",): "listrik",
            **{
                (room, "semalam"): room
                for room in "hotel penginapan homestay villa kamar nginep nginap menginap".split()
            },
            ("hari", "minggu"): "ahad",
            ("hr", "minggu"): "ahad",
            ("malam", "minggu"): "sabtu",
            ("malem", "minggu"): "sabtu",
            ("akhir", "pekan"): "weekend",
            ("akan", "datang"): "mendatang",
            ("awal", "bulan"): "awal-bulan",
            ("dolar", "as"): "USD",
            ("dollar", "as"): "USD",
            ("dolar", "singapura"): "SGD",
            ("dollar", "singapura"): "SGD",
            ("dolar", "australia"): "AUD",
        }
    ),
    multipliers=MappingProxyType(
        {
            **dict.fromkeys("ribu rebu rb rbu rib rban rb-an ribuan k".split(), 3),
            **dict.fromkeys("juta jt jta jt-an jutaan".split(), 6),
            **dict.fromkeys("miliar milyar".split(), 9),
        }
    ),
    weekdays=numbered("senin selasa|slasa rabu kamis|kemis jumat|jum'at|jumaat sabtu|saptu minggu|ahad"),
    sure_shorts=words("sen snn sls rab kms jum jmt sab sbt mgg mggu"),
    weekday_shorts=MappingProxyType(
        {
            "sen": 0,
            "snn": 0,
            "sel": 1,
            "sls": 1,
            "rab": 2,
            "kam": 3,
            "kms": 3,
            "jum": 4,
            "jmt": 4,
            "sab": 5,
            "sbt": 5,
            "mgg": 6,
            "mggu": 6,
        }
    ),
    months=numbered(
        """
    januari|jan februari|pebruari|feb maret|mar april|apr mei juni|jun juli|jul agustus|agu|ags|agt september|sep|sept
    oktober|okt november|nopember|nov|nop desember|des
    """,
        1,
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(phrases("setengah jam lalu, setengah jam yang lalu, sejam lalu, sejam yang lalu"), 0),
            **dict.fromkeys(
                phrases(
                    """
    hari ini, hr ini, hri ini, tadi, td, tadi pagi, td pagi, tadi siang, td siang, tadi sore, td sore, pagi ini,
    siang ini, sore ini, malam ini, malem ini, barusan, baru saja, baru aja, pagi tadi, siang tadi, sore tadi, skrg,
    sekarang, hari ini tadi
    """
                ),
                0,
            ),
            **dict.fromkeys(
                phrases(
                    """
    kemarin, kemaren, kmrn, kmren, kmarin, kemrin, kemarin pagi, kemarin siang, kemarin sore, kemarin malam,
    kemaren malem, kemaren malam, semalam, semalem, tadi malam, td malam, tadi malem, td malem, malam tadi, kmrn malam,
    kmrn malem, kemarin malem
    """
                ),
                -1,
            ),
            **dict.fromkeys(
                phrases("kemarin lusa,kemaren lusa,kmrn lusa,kemarin dulu,kemaren dulu,2 hari kemarin"), -2
            ),
            **dict.fromkeys(phrases("seminggu lalu,seminggu yang lalu"), -7),
            **{
                (count, "minggu", *past): -7 * weeks
                for weeks, counts in ((2, "2 dua"), (3, "3 tiga"), (4, "4 empat"))
                for count in counts.split()
                for past in (("lalu",), ("yang", "lalu"), ("yg", "lalu"))
            },
            **dict.fromkeys(phrases("sehari lalu"), -1),
            **dict.fromkeys(phrases("besok lusa"), 2),
            **dict.fromkeys(phrases("seminggu lagi"), 7),
        }
    ),
    parts_of_day=words("pagi siang sore malam malem subuh petang"),
    future_days=words("besok bsk bsok esok besoknya lusa nanti ntar entar"),
    next_words=words("berikut"),
    next_after=phrases("depan,depannya,dpn,mendatang,besok,berikutnya,nanti"),
    last_words=words("terakhir"),
    weeks=MappingProxyType(
        {
            **dict.fromkeys(phrases("minggu lalu,minggu kemarin,minggu kemaren,minggu kmrn,minggu lewat"), -1),
            **dict.fromkeys(phrases("minggu ini"), 0),
            **dict.fromkeys(phrases("minggu depan"), 1),
        }
    ),
    last_after=words("lalu kemarin kemaren kmrn lewat silam"),
    unclear_periods=words("minggu bulan tahun pekan bln mgg thn weekend"),
    unclear_days=words("kapan2 dulu awal-bulan"),
    first_day=words("satu"),
    ago_words=words("lalu silam"),
    unclear_phrases=phrases(
        """
    sebulan lalu, sebulan yang lalu, setahun lalu, setahun yang lalu, kemarin-kemarin,
    baru-baru ini, belakangan ini, tempo hari
    """
    ),
    ago_minutes=MappingProxyType({**dict.fromkeys("jam".split(), 60), **dict.fromkeys("menit mnt".split(), 1)}),
    ago_units=MappingProxyType({"hari": 1, "hr": 1, "malam": 1, "minggu": 7, "mgg": 7, "pekan": 7}),
    in_words=words("dalam"),
    later_words=words("lagi"),
    small_numbers=numbered(_NUMBERS, 1),
    day_openers=words("hari hr pada tanggal tgl tggl"),
    number_openers=phrases("tanggal,tgl,tggl"),
    ordinal_names=words("ulang anniversary lantai kelas"),
    range_words=words("sampai sampe hingga s/d sd ke"),
    numbered_names=phrases("pertamax 92, pertalite 90, ron 92, ron 95"),
    of_words=words("dari"),
    weekday_names=phrases("jumat berkah,minggu ceria,sabtu minggu"),
    due_words=words("jatuh tempo"),
    through_words=words("sampai hingga s/d sd"),
    units=words(
        """
    rapat meeting
    km meter m cm mm kg kilo kilogram gr gram g ons liter ltr l ml biji buah butir bungkus bgks bks pcs pc pak kotak dus
    botol btl gelas gls piring mangkok mangkuk porsi potong ekor lembar lbr helai batang ikat sisir cup sachet renceng
    karung galon jam menit mnt detik hari hr minggu mgg bulan bln tahun thn malam orang org anak halaman hlm lantai kwh gb
    mb langkah kali x kalori derajat persen bintang pasang unit sak set kaleng slop toples loyang tusuk sendok iris siung
    """
    ),
    count_nouns=words(
        """
    kopi teh boba telur telor donat gorengan tiket buku baju celana kaos kemeja sendal sandal sepatu pisang apel jeruk sate
    bakso ayam burger pizza pulpen pensil roti kue es nasi mie mi bebek lele martabak galon masker lampu baterai piring
    gelas kursi ban
    """
    ),
    pieces=words("biji buah pcs bungkus porsi gelas botol lembar"),
    pack_words=words("pak kotak dus bungkus isi krat"),
    secrets=words("pw pass sandi kode password pin"),
    labels=words(
        """
    saluran kanal
    koridor rute jalur line
    nomor nomer no kamar meja gate bus angkot kereta kursi rekening rek kartu invoice nota lantai gedung blok rt rw jalur trayek
    pin kode resi order pesanan peron terminal kloter ke ruang ruangan episode eps musim bab halaman otp referensi ref antrian
    baris
    """
    ),
    ending_words=words("berakhir berakhiran akhiran"),
    bought_labels=words("bus angkot kereta"),
    bought_things=words("hotel taksi makanan minuman makan minum cemilan oleh-oleh"),
    size_words=words("ukuran size nomor uk"),
    clock_words=words("wib wita wit"),
    clock_openers=words("jam jm pukul pkl"),
    percent_words=words("persen"),
    per_words=words("bulan bln hari minggu tahun orang org malam jam bl thn"),
    installments=words("cicilan angsuran cicil ke"),
    fraction_words=words("harga diskon ayam roti kue semangka"),
    times_words=words("kali"),
    number_words=MappingProxyType(
        {
            **numbered("dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas", 2),
            "seratus": 100,
            "seribu": 1000,
            "sejuta": 1_000_000,
            "gocap": 50,
            "cepek": 100,
            "gopek": 500,
            "seceng": 1000,
            "noceng": 2000,
            "goceng": 5000,
            "ceban": 10_000,
            "noban": 20_000,
            "goban": 50_000,
            "cepekceng": 100_000,
        }
    ),
    about_words=words("sekitar kurleb hampir kira kira-kira kira2 kisaran ±"),
    with_words=words("sama dengan bareng dgn berdua"),
    amount_words=words(
        "total harga biaya tagihan refund jumlah sebesar senilai seharga nominal pembayaran ongkos ongkir tarif nilai"
    ),
    for_words=words("untuk utk buat bwt untk"),
    at_words=words("@ harga"),
    each_openers=words("@ masing-masing masing2"),
    plus_words=words("tambah plus ditambah"),
    tip_words=words("tip tips"),
    total_words=words("total jumlah totalnya ttl subtotal"),
    and_words=words("dan dn sama"),
    each_words=words(
        "sekilo perkilo seliter perliter masing-masing masing2 perbiji sebiji satunya perorang perpcs perbungkus "
        "seporsi perporsi segelas pergelas"
    ),
    half_words=words("setengah separuh separo"),
    double_words=words("dobel gandakan"),
    half_of=words("setengah separuh separo"),
    from_now=phrases("sekarang, mulai sekarang"),
    rises=phrases("naik jadi, naik ke, naik menjadi, turun jadi"),
    spread_over=words("selama ke dalam jadi"),
    spread_words=words("sebar sebarkan bagi"),
    split_words=words("patungan dibagi bagi urunan dibagi2 split"),
    us_words=words("orang kami bertiga berempat"),
    way_words=words("orang org"),
    rate_words=words("per"),
    off_words=words("diskon"),
    less_words=words("diskon potongan"),
    included_words=words("termasuk"),
    talk_verbs=words(
        """
    punya
    ada punya butuh mau pengen pingin ingin akan bakal harus perlu belum blm bukan tidak tdk gak ga nggak ngga
    engga enggak gk jangan jgn
    utang hutang ngutang ketemu rapat meeting janji kayaknya mungkin rencana rencananya minta tolong pinjam minjem lahir umur
    kurang
    """
    ),
    hour_verbs=words("mendarat berangkat mulai tutup tiba"),
    price_verbs=words("estimasi harganya"),
    meant_for=words("untuk utk buat bwt"),
    card_debts=phrases("kartu kredit, tagihan kartu kredit"),
    marked_talk=words(
        """
    ada butuh mau pengen pingin ingin akan bakal harus perlu belum blm tidak tdk gak ga nggak ngga engga enggak gk
    jangan jgn utang hutang
    ngutang rencana rencananya minta
    kurang
    """
    ),
    question_words=words(
        "siapa apa kapan dimana kenapa mengapa berapa brp gimana bagaimana apakah kok apaan mana otp kode"
    ),
    talk_places=words("sampai sampe sebelum setelah sesudah abis habis di ke"),
    void_words=words(
        """
    kurangin kurangi setengahnya
    kata gajinya
    dijual
    anggaran dibatalin dicancel dibatalkan kecancel kebatalan ditunda mikir mikir2 mikir-mikir galau gajadi gakjadi
    gkjadi nggajadi nggakjadi gagal ditolak batal dibatalkan demam
    """
    ),
    amount_verbs=words("habis abis kena bayar total totalnya jadi cuma"),
    plans=phrases(
        """
    boleh belanja, boleh bayar, bisa belanja, bisa bayar, ingatkan, ingetin, ingatin, jangan lupa, jgn lupa, sisa
    berapa, berapa sisa, sisanya berapa, bisa beli, bisa jajan, boleh
    beli, boleh jajan, apa bisa, apa cukup, cukup gak, cukup ga, cukup nggak, kalau beli, kalo beli, mau beli, mo beli, pengen
    beli, pingin beli, ingin beli, harus bayar, akan beli, akan bayar, nanti beli, nanti bayar, ntar beli, ntar bayar, rencana
    beli, bakal beli, bakal bayar, berapa, brp, gimana kalau, gimana kalo, masih bisa, masih ada, haruskah, perlukah, perlu beli
    """
    ),
    closing_questions=words("apa gak ga nggak enggak kah ngga gk"),
    afford_openings=phrases(
        "bisa,boleh,aku bisa,saya bisa,gue bisa,kita bisa,"
        "apakah saya,apakah aku,apa aku,apa saya,bisakah aku,bisakah saya,apakah bisa,bisa gak,bisakah kita"
    ),
    afford_verbs=words("beli membeli bayar belanja jajan pesan"),
    balance_words=words("saldo sisa tersedia limit"),
    money_asked=words("sisa tersisa habis dihabiskan anggaran saldo pengeluaran"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(phrases("natal"), "christmas"),
            **dict.fromkeys(phrases("lebaran,ramadan,puasa,tahun baru"), "unclear"),
            **dict.fromkeys(phrases("bulan ini,bln ini"), "month"),
            **dict.fromkeys(phrases("bulan lalu,bulan kemarin,bln lalu"), "last month"),
            **dict.fromkeys(phrases("minggu lalu,minggu kemarin,pekan lalu"), "last week"),
            **dict.fromkeys(phrases("sejak gajian,sejak gaji"), "period"),
            **dict.fromkeys(phrases("minggu ini,pekan ini,mgg ini,seminggu ini,per minggu"), "week"),
            **dict.fromkeys(phrases("tahun ini,thn ini"), "year"),
            **dict.fromkeys(phrases("tahun lalu,thn lalu,tahun kemarin"), "last year"),
            **dict.fromkeys(phrases("weekend ini,akhir pekan ini,akhir minggu ini"), "weekend"),
            **dict.fromkeys(phrases("weekend lalu,weekend kemarin,akhir pekan lalu,akhir minggu lalu"), "last weekend"),
            **dict.fromkeys(
                phrases(
                    """
                    minggu depan, pekan depan, mgg depan, bulan depan, bln depan, tahun depan, thn depan,
                    akhir pekan, akhir minggu, akhir akhir ini
                    """
                ),
                "unclear",
            ),
        }
    ),
    how_much=phrases("berapa,brp"),
    look_words=words("lihat lihatkan tampilkan tunjukkan"),
    spending_words=words("ringkasan laporan rekap pengeluaran pengeluaranku belanjaan"),
    most_words=words("paling"),
    list_words=words("daftar semua apa saja"),
    largest_words=phrases(
        """
    pengeluaran terbesar, belanja terbesar, belanjaan terbesar, pembelian terbesar, paling mahal, termahal,
    transaksi terbesar
    """
    ),
    over_words=phrases("di atas, diatas, lebih dari, melebihi"),
    earned_words=words("penghasilan penghasilanku pendapatan pendapatanku pemasukan"),
    latest_words=words("terakhir"),
    since_words=words("sejak dari mulai"),
    spent_on=words("untuk buat di"),
    group_verbs=words(
        """
    ada cari nyari
    bawain bawa ada pergi berangkat datang dateng sampai nyampe sampe mulai selesai menang kalah main ketemu
    kumpul otw jalan buka tutup landing takeoff telat nunggu tunggu gol skor rapat meeting jam pukul suhu hujan
    ulang pulang jemput naik turun kelar
    """
    ),
    bill_words=words("dibayar bayar lunas pembayaran tagihan"),
    paid=words("dibayar"),
    paid_by=words("bayar transfer tf trf kirim ngirim ngasih kasih transferin tfin ngirimin bayarin"),
    paid_last=words("dibayar"),
    got_paid=phrases("sudah dibayar,udah dibayar"),
    owners=words("si pak bu mas mbak bang kak om tante"),
    income=phrases(
        """
    gaji, gajian, gaji bulanan, gaji bulan ini, gaji bln ini, gaji masuk, gaji cair, gajian masuk, upah, upah mingguan, pensiun,
    uang pensiun, terima gaji, dapat gaji, dapet gaji, dpt gaji, nerima gaji, gaji pokok, gaji turun, gaji pertama,
    honor bulanan,
    pendapatan, penghasilan
    """
    ),
    arrived=words("diterima bulan ini masuk cair turun udah sudah dah sdh"),
    me=words("aku saya gw gue"),
    back_words=words("balik kembali"),
    self_words=words("aku saya gw gue gua kita kami baru sudah udah dah sdh"),
    refunds=words("refund pengembalian retur refunds"),
    debts=words("pinjaman utang hutang kredit cicilan kpr paylater"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(phrases("tip shift, tip dari shift, digaji"), "extra"),
            **dict.fromkeys(
                phrases(
                    """
    pesangon, tunjangan, uang lembur, insentif, royalti, hadiah uang, uang dinas, pinjaman cair, kredit cair, cair,
    hasil jualan, hasil jual, hasil kebun, untung, keuntungan, laba, honor, bansos, blt, menang undian
                    """
                ),
                "either",
            ),
            **dict.fromkeys(phrases("kasbon"), "extra"),
            **dict.fromkeys(phrases("terkumpul, kekumpul, ngumpulin, dikumpulkan"), "either"),
            **dict.fromkeys(phrases("direfund, dikembalikan, dikembaliin, dibalikin"), "refund"),
            **dict.fromkeys(
                phrases(
                    """
    dibayar klien, dibayar bos, dibayar kantor, dibayar pelanggan, dibayar customer,
    minjem, pinjem, pinjam, dapat, dapet, dpt, terima, nerima, menerima, mendapat, diterima, dipinjemin, dipinjamin, dikasih,
    dikirim, dikirimin,
    ditransfer, transfer dari, tf dari, trf dari,
    transferan, transferan dari, masuk, jual, laku, kejual, terjual, bonus, thr, cashback, hadiah dari, menang, komisi, dividen,
    bunga tabungan, bunga bank, arisan cair, honor, honorarium, lembur, uang lembur, sampingan, bos ganti uang,
    bos ganti, kantor ganti, diganti kantor, diganti bos, anak kos bayar,
    penyewa bayar, hasil jualan,
    hasil ngojek, hasil narik, hasil panen, hasil dagang, freelance, angpao, angpau,
    uang saku, kiriman, uang kiriman, bansos, blt, pkh, hibah, pinjaman, pinjam dari, utang dari, nemu, warisan, beasiswa,
    insentif, pelunasan dari, dp dari, pembayaran dari, dari klien, dari pelanggan, dari pembeli, dari customer, dari bos,
    dari kantor, dari pak, dari bu, dari mas, dari mbak, dari om, dari tante, dari ibu, dari bapak, dari mama, dari papa,
    dari kakak, dari adik, dari nenek, dari kakek, dari ortu, dari temen, dari teman, dari suami, dari istri, dana masuk,
    uang dari, duit dari, kiriman dari, untung, keuntungan, laba, omzet, omset, bayaran, fee, royalti,
    pencairan, kas masuk, uang masuk, pemasukan, penjualan, hasil jualan, jualan, ganti dari, kado dari, persenan, hadiah lomba
    """
                ),
                "extra",
            ),
            **dict.fromkeys(
                phrases(
                    """
    kembalian, diretur, dibalikin, balikin, dikembalikan, reimburse, reimbursement, direimburse, uang kembali, ganti rugi,
    klaim, balik,
    diganti, restitusi
    """
                ),
                "refund",
            ),
        }
    ),
    got=words("dapat dapet dpt terima nerima"),
    from_words=words("dari dr"),
    money_names=words("gopay ovo dana shopeepay linkaja qris cash tunai"),
    from_after=words("dari dr"),
    card_words=words("kartu"),
    debits=words("tagihan beli bayar pembayaran pembelian debet debit belanja pesan dibeli membeli"),
    transfers=words(
        """
    nyimpen simpen nyimpan
    utangku hutangku
    piutang
    talangin nalangin nalangi kirim ngirim mengirim kirimin utang hutang tarik nabung menabung ngembaliin
    mengembalikan balikin investasi
    reksadana arisan pinjamin
    minjemin atm celengan ditabung nyisihin disisihkan menyisihkan simpanan setor deposito pinjemin
    """
    ),
    wires=words("transfer tf trf narik"),
    transfer_phrases=phrases(
        """
    dari dompet,
    tukar uang, tukar valas, pindah rekening, ke rekening tabungan, rekening tabungan, antar rekening, pindah dana,
    top up gopay, top up ovo, top up dana, top up shopeepay, topup gopay, topup ovo, topup dana, topup shopeepay, isi gopay,
    isi ovo, tarik tunai, tarik atm, ke tabungan, buat tabungan, top up emoney, topup emoney, isi emoney, top up flazz
    """
    ),
    little_words=words(
        """
    halo hai hallo
    di ke dari dr yang yg dan dn atau untuk utk buat bwt sama dengan dgn pada ini itu nya aja saja juga jg sih dong deh ya kok
    aku saya gw gue kita kami si per ada oleh lg baru sudah udah dah seharga sebesar senilai tadi td
    """
    ),
    linking_words=words("pake pakai isi"),
    verbs_first=words(
        """
    ngisi
    nyatet catet catat mencatat masukin masukkin nulis input
    lupa
    beli bayar isi naik pesan order ambil habis abis bayarin traktir cukur tambah membeli membayar kena
    """
    ),
    tells=words("beli bayar habis abis keluar ngeluarin membeli membayar pengeluaran kena lupa"),
    count_verbs=words("beli pesan makan minum order"),
    every_words=words("setiap tiap tiap-tiap"),
    twice_a_month=phrases("dua kali sebulan, sebulan dua kali, dua kali per bulan"),
    working_days=phrases("hari kerja"),
    every_numbers=MappingProxyType({"kedua": 2, "ketiga": 3}),
    once_words=words("sekali"),
    recurring_days=MappingProxyType({"hari": 1, "minggu": 7, "seminggu": 7, "pekan": 7}),
    recurring_months=MappingProxyType(
        {"bulan": 1, "bln": 1, "sebulan": 1, "triwulan": 3, "tahun": 12, "thn": 12, "setahun": 12}
    ),
    every_after=words("sekali"),
    adverbs=MappingProxyType(
        {"harian": "hari", "sehari": "hari", "mingguan": "minggu", "bulanan": "bulan", "tahunan": "tahun"}
    ),
    last_day_words=words("terakhir akhir"),
    month_starts=phrases("hari pertama bulan ini, hari pertama bulan"),
    month_ends=phrases(
        """
        akhir bulan, di akhir bulan, pada akhir bulan, tiap akhir bulan, setiap akhir bulan, di setiap akhir bulan,
        pada setiap akhir bulan
        """
    ),
    from_day_words=words("mulai dari sejak"),
    dated_shorts=MappingProxyType({"min": 6}),
    weekend_words=words("weekend"),
    weekend_heads=words("akhir"),
    before_words=words("sebelum"),
    after_words=words("habis abis setelah sesudah"),
    tomorrow_words=words("besok"),
    openings=words(
        """
    bukan tidak gak maaf salah eh ups harusnya seharusnya sebenarnya sebenernya maksudnya maksudku itu tadi
    """
        " jadi ganti ubah koreksi ralat sori keliru"
    ),
    part_openings=words(
        """
    betulkan perbaiki
        naikkan naikin turunkan turunin pindahkan pindahin pindah taruh masukkan masukin ubah ganti kategori jumlah
        catatan tanggal
        """
    ),
    not_openings=words("bukan jangan tidak gak"),
    but_words=words("tapi tetapi melainkan"),
    wrong_words=words("salah keliru"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("kategori kategorinya".split(), "category"),
            **dict.fromkeys("jumlah jumlahnya harga nominal".split(), "amount"),
            **dict.fromkeys("hari tanggal tanggalnya".split(), "day"),
            **dict.fromkeys("catatan".split(), "note"),
        }
    ),
    closings=words("dong ya aja itu ini deh saja"),
    please_words=words("tolong dong ya plis"),
    courtesies=words(
        """
    bagus mantap keren sip oke lupakan gapapa gak apa makasih terima kasih thanks thank you banyak ya ok okay okey
    wkwk wkwkwk haha siap mengerti selamat malam dadah sampai jumpa
    """
    ),
    delete_words=words("hapus batal batalkan batalin cancel urungkan apus"),
    restore_words=words("kembalikan pulihkan balikin balikkan munculkan"),
    everything_words=words("semua semuanya keduanya dua-duanya"),
    yes_words=words("ya iya yoi yup yap betul bener benar oke ok sip"),
    never_mind=phrases(
        """
    tidak jadi, nggak jadi, gak jadi, ga jadi, lupakan, lupakan saja, tidak usah, biarin, biarin aja, biarkan,
    biarkan saja, biar aja, ga usah, nggak usah
    """
    ),
    again=phrases("sama lagi,lagi,sekali lagi,satu lagi,yang sama,yang sama lagi"),
    no_words=words("tidak gak ga nggak ngga enggak bukan tdk jangan"),
    answers=MappingProxyType(
        {
            "pengeluaran": "spent",
            "keluar": "spent",
            "refund": "refund",
            "pengembalian": "refund",
            "gaji": "paycheck",
            "gajian": "paycheck",
            "tambahan": "extra",
            "keduanya": "entries",
            "semua": "all",
            "baru": "new",
            "tambah": "adds",
            "tambahkan": "adds",
        }
    ),
    void_first=words("""
    daftar
    kepikiran pegang kalau kalo jadiin jadikan mgkn mgkin kayaknya sepertinya batas mungkin target pengingat
    perkiraan estimasi
    """),
    minus_words=words("minus"),
    told_of=words("telat delay batal penuh ga gak nggak tidak"),
    others=words(
        """
    penyewa pengontrak
    tante om paman bibi kakek nenek mertua orangtua mertua teman temen kakak adik tetangga bos bapak ibu mama
    papa nenek kakek ortu
    """
    ),
    treated_by=phrases("dibayar oleh, dibayarin, dibayarin sama, ditraktir, ditraktir sama, ditraktir oleh"),
    hosts=words("kantor"),
    not_hosts=words("tunai cash kartu qris gopay ovo dana transfer lunas"),
    trip_words=words("gojek grab ojek kereta bus pesawat taksi bensin travel angkot krl mrt"),
    others_paid=words("nambahin nambah ngasih kasih bantuin bayar bayarin traktir beliin"),
    no_payers=words(
        """
        istri suami anak pacar tadi abis habis sudah udah belum mau lagi juga terus akhirnya baru cuma kmrn
        kemarin nanti td
    """
    ),
    corrections=phrases(
        "salah ketik, salah tulis, salah input, maksudku, maksudnya, ganti jadi, ubah jadi, harusnya, seharusnya"
    ),
    halved=phrases("bagi dua, bagi rata, dibagi dua"),
    street_openers=words("jl jln jalan gang gg"),
    containers=words("tiket porsi"),
    mine=words("bagianku jatahku punyaku"),
    most_openers=phrases("max, maks, maksimal, paling banyak"),
    treats=phrases("yang bayar, yg bayar, yang bayarin, yg bayarin, yang traktir, yg traktir"),
    compared_with=words("kayak kaya seperti"),
    changed_to=words("ke jadi"),
    ran_out=words("abis habis"),
    kept_in=phrases("di rekening, di dompet, di kartu, di atm, di tabungan, di kantong, di bank"),
    spent_phrases=phrases(
        """
        balik nama, tiket masuk, karcis masuk, biaya masuk, kirim paket, kirim barang, kirim dokumen, kirim
        surat, biaya transfer, admin transfer, biaya atm, admin atm, biaya tarik, biaya admin, biaya admin atm
        """
    ),
    void_phrases=phrases(
        """
    lupa dompet, lupa bawa dompet,
    hampir beli, hampir aja, nyaris beli,
    bukan aku, bukan saya, bukan gue,
    cukup berapa, cukup buat berapa, cukup untuk berapa, daftar keinginan, gratis ongkir, diskon sampai,
    diskon hingga, di dompet, pakai kode, kalau bayar, kalau beli,
    makasih buat, makasih untuk, terima kasih buat, terima kasih atas, terima kasih untuk, thanks buat,
    nabung buat, nabung untuk, menabung untuk, nunggu refund, menunggu refund, nunggu transferan, nungguin refund,
    nunggu gajian, lupa bayar, lupa beli, belum dibayar, belum bayar, blm bayar, blm dibayar, kos naik, kost naik,
    kontrakan naik, sewa naik, harga naik, harganya naik, listrik naik, gaji naik, cicilan naik, naik jadi,
    jadi naik
    """
    ),
    paid_with=phrases("pakai kartu, pake kartu, dengan kartu, pakai visa, pake visa"),
    unpaid_labels=words("pin kode nomor nomer eps episode musim bab halaman"),
    packs=words("sachet bungkus botol kaleng kotak dus"),
    sellers=words("warung pasar toko kios"),
    record_openers=phrases("catat, tolong catat"),
    pay_verbs=words("bayar"),
    deadline_words=words("sebelum paling lambat"),
    ride_goods=words("tiket wifi kursi bagasi"),
    measured=phrases(
        """
    harga per malam, harga bensin, harga per liter, upah per jam, tarif per jam, total tagihan, jumlah tagihan,
    poin, km, plat nomor, nomor plat, nomor pesanan, no pesanan, nomor resi, no resi, kode booking, nomor order,
    nomor antrian, no antrian, nomer antrian,
    meteran, meteran listrik, meteran air, angka meteran,
        berat badan, berat, suhu, tensi, tinggi, tinggi badan, gula darah, tekanan darah, langkah, detak jantung, bb,
        kelembapan
    """
    ),
    they=words("kamu kau lu elu anda dia mereka beliau"),
    only_words=words("cuma hanya tinggal masih"),
    treat_verbs=words("traktir nraktir bayarin traktirin"),
    former_phrases=phrases("diskon dari, turun dari"),
    former_openers=words("dari"),
    former_closers=words("jadi ke"),
    almost_words=words("hampir nyaris"),
    at_most=phrases("maksimal, maksimum, maks, max, paling banyak"),
    accounts=words("rekening dompet saldo"),
    parts_of_month=words("awal pertengahan akhir"),
    builtin=BUILTIN,
    starters=STARTERS,
)
