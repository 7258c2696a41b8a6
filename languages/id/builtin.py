"""Everyday words and merchants of Indonesian that name a starting category, by the category's key.

A word stays out where it is not clear.
"""

from collections.abc import Mapping
from types import MappingProxyType

from languages.vocabulary import known

BUILTIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": known(
            """
    permen pesta
    karaokean staycation
    mainan
    hiburan nonton bioskop film konser teater museum karaoke bowling biliar liburan jalan-jalan wisata piknik nongkrong
    ngopi kopi teh boba jus jajan jajanan cemilan camilan snack snek gorengan martabak seblak cilok cimol
    batagor siomay bakso mie mi soto rawon rendang sate satai gado-gado pecel ketoprak bubur nasgor nasi
    warteg warung warkop kafe cafe restoran resto makan sarapan makansiang makanmalam ayam geprek lele
    pempek pizza burger kebab sushi ramen steak donat kue cokelat coklat eskrim starbucks kfc mcd mcdonald
    mcdonalds hokben solaria chatime mixue jco gofood grabfood shopeefood netflix spotify disney vidio youtube game gim
    steam buku novel komik majalah hotel penginapan villa vila renang kolam bir rokok vape kondangan
    """,
            """
    es teler, lontong sayur, ketupat sayur,
    kebun binatang,
    makan siang, makan malam, makan pagi, makan sore, makan bareng, krim, es teh, es kopi, kopi susu, es jeruk,
    mie ayam, mi ayam, nasi padang, nasi goreng, nasi uduk, nasi kuning, ayam geprek, pecel lele, roti bakar,
    rumah makan, tiket bioskop, tiket konser, tiket nonton, janji jiwa, kopi kenangan, fore coffee, point coffee,
    pizza hut, burger king, teh botol, main game, top up game
    """,
        ),
        "predictable_necessities": known(
            """
    buah-buahan bumbu
    kentang tomat pisang apel deterjan kangkung wortel santan mangga semangka
    kos kost kosan kontrakan sewa kpr cicilan angsuran listrik pln air pdam wifi internet indihome pulsa
    kuota telkomsel xl smartfren iuran ipl sampah asuransi bpjs spp sekolah kuliah ukt les tk paud daycare
    belanja sembako pasar sayur sayuran buah beras minyak gula garam tepung telur telor daging ikan tempe
    tahu cabe cabai bawang kecap susu roti keju mentega yogurt indomie aqua galon gas elpiji lpg sabun sampo
    shampo shampoo deterjen rinso pewangi odol tisu tissue popok pampers pembalut indomaret alfamart alfamidi
    superindo hypermart transmart giant carrefour lotte foodhall bensin pertalite pertamax solar
    pertamina spbu shell bbm tol etoll e-toll parkir angkot ojek gojek goride grab grabbike gocar grabcar maxim
    bus transjakarta tj busway krl mrt lrt kereta commuter kai damri travel laundry londri
    pembantu satpam zakat
    """,
            """
    isi token, ngisi token, ngisi pulsa, ngisi bensin, ngisi galon, makanan kucing, makanan anjing, pakan kucing, bumbu dapur,
    token listrik, bayar listrik, bayar kos, bayar kost, uang kos, uang sekolah, uang kuliah, paket data, isi bensin,
    isi pulsa, beli pulsa, asuransi mobil, asuransi motor, air galon, air minum, gas elpiji, tabung gas, belanja bulanan,
    belanja mingguan,
    warung sayur, super indo, lotte mart, tip top, pasta gigi, sabun cuci, e toll, kartu kereta, ojek online,
    kartu krl, uang sampah, mie instan, mi instan
    """,
        ),
        "unpredictable_necessities": known(
            """
    usg salep fisioterapi
    bidan perban psikolog
    apotek apotik obat vitamin dokter klinik puskesmas rs periksa berobat rontgen gigi kacamata
    softlens optik vaksin imunisasi terapi bengkel servis service serpis oli ban rem aki busi sparepart
    tilang denda montir tukang ledeng reparasi perbaikan benerin kulkas kunci
    derek mobil paracetamol parasetamol bodrex panadol betadine
    """,
            """
    cek darah, tes darah, cek lab,
    mesin cuci,
    rumah sakit, ganti oli, ganti ban, tambal ban, servis motor, servis mobil, service motor, service mobil,
    cuci motor, cuci mobil, dokter gigi, dokter hewan, tukang ledeng, tukang listrik, servis ac, cuci ac,
    tolak angin, suku cadang, pajak motor, pajak mobil, obat batuk
    """,
        ),
    }
)

STARTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fun": ("Hiburan", "makan", "restoran", "kafe", "kopi", "nonton"),
        "predictable_necessities": ("Kebutuhan Rutin", "rutin", "belanja", "bensin", "sewa", "transportasi"),
        "unpredictable_necessities": ("Tak Terduga", "mendadak", "mobil", "servis", "obat", "dokter"),
        "other": ("Lainnya", "lain"),
    }
)
"""By key: what the categories of a new budget are called, and their keywords."""
