"""How commands are said in Indonesian. `languages.commands.CommandWords` tells what each table is."""

from types import MappingProxyType

from languages.commands import CommandWords
from languages.vocabulary import words

COMMANDS = CommandWords(
    names=MappingProxyType(
        {
            "week": "minggu, pekan",
            "period": "periode",
            "bills": "tagihan",
            "recent": "terakhir, terbaru, riwayat",
            "undo": "batal, batalkan, urungkan",
            "card": "kartu",
            "limits": "batas, limit, limitnya, anggaran, bujet, batasi",
            "settings": "pengaturan, setelan",
            "help": "bantuan, tolong, bantu",
            "categories": "kategori",
            "chart": "grafik, gambar",
            "history": "perubahan",
            "digest": "ringkasan, rangkuman",
            "remind": "pengingat, ingatkan",
            "payday": "gajian, gaji",
            "bill": "tagih, faktur",
            "afford": "mampu, sanggup",
            "audit": "periksa, pemeriksaan",
            "rules": "aturan",
            "share": "bagikan, bagi, membagikan",
            "links": "tautan",
            "door": "akses, pintu",
            "doors": "akses-akses, pintu-pintu",
            "export": "ekspor",
            "import": "impor",
            "imports": "daftar-impor",
            "forget": "lupakan",
            "invite": "undang, undangan",
            "members": "anggota",
            "add": "tambah, tambahkan",
            "spent": "keluar, pengeluaran",
            "paid": "dibayar",
            "refund": "pengembalian, refund",
        }
    ),
    messages=MappingProxyType(
        {
            "forget": """hapus semua, hapus semuanya, hapus data saya, hapus semua data, hapus semua data saya, mulai
            dari awal, mulai lagi dari awal, mulai dari nol, ulang dari awal, reset semua, reset semuanya""",
            "week": """minggu ini, pekan ini, berapa minggu ini, sisa minggu ini, sisa berapa minggu ini, berapa
            sisa minggu ini, pengeluaran minggu ini, habis berapa minggu ini, minggu ini habis berapa, minggu ini
            berapa, sisa berapa, berapa sisa, berapa sisanya, sisanya berapa, sisa uang, sisa uang berapa, sisa
            uangku berapa, uangku sisa berapa, duit sisa berapa, sisa duit berapa, berapa uangku, masih ada berapa,
            bisa belanja berapa, boleh belanja berapa, berapa yang bisa dibelanjakan, uang tinggal berapa, tinggal
            berapa, gimana keuanganku, gimana budgetku, gimana kondisinya, over budget gak, apakah over budget,
            kelebihan gak, statistik, total, uangku habis ke mana, uangku ke mana, uangku kemana, uangku habis
            kemana, duitku ke mana, duitku habis ke mana, uang habis ke mana, duit habis ke mana, ke mana uangku,
            kemana uangku, ke mana perginya uangku, uangku habis buat apa""",
            "week last": """minggu lalu, minggu kemarin, pekan lalu, minggu sebelumnya, pengeluaran minggu lalu, habis
            berapa minggu lalu, minggu lalu habis berapa""",
            "period": """sisa, saldo, sisanya, kapan gajian, gajian kapan, kapan gaji masuk, gaji kapan masuk, kapan
            gajian berikutnya, gajian berikutnya""",
            "period last": "periode lalu, periode sebelumnya, periode terakhir",
            "undo": """hapus yg tadi, hapus yang tadi, batalkan yang terakhir, batalin yang terakhir, batalin,
            hapus yang terakhir, batalkan itu,
            urungkan yang terakhir, hapus terakhir, hapus catatan terakhir, hapus pengeluaran terakhir, hapus itu,
            batal, batalin itu, lupakan itu, gak jadi, nggak jadi, ga jadi""",
            "recent": """pengeluaran terakhir, catatan terakhir, transaksi terakhir, habis buat apa, habis untuk apa,
            daftar, semua pengeluaran, beli apa aja, beli apa saja, pembelian terakhir, belanjaan terakhir,
            pengeluaran terbaru, transaksi terbaru, catatan terbaru""",
            "help": """bantu aku, bantu saya, cara pakai, cara pakainya, gimana caranya, bagaimana caranya, bisa apa
            saja, bisa apa, perintah, menu, gimana cara hapus sesuatu, cara hapus sesuatu, gimana cara hapus, cara
            hapus, cara hapus catatan, gimana cara hapus catatan, bagaimana cara menghapus catatan, bagaimana cara
            menghapus sesuatu, gimana hapus catatan, gimana cara ubah catatan, cara ubah catatan, bagaimana cara
            mengubah catatan, gimana cara betulin catatan, cara edit catatan, gimana cara edit, cara ubah jumlah,
            kamu bisa apa""",
            "bills": """apa yang harus dibayar, tagihan apa saja, tagihan yang belum dibayar, yang harus dibayar,
            tagihan berikutnya, harus bayar apa, bayar apa aja, harus bayar apa aja, mesti bayar apa, perlu bayar
            apa, apa yang perlu dibayar, apa yang harus saya bayar, apa yang harus kubayar, tagihan apa yang harus
            dibayar, minggu ini harus bayar apa, minggu ini bayar apa, minggu ini harus bayar apa aja""",
            "export": """ekspor data, ekspor data saya, ekspor semua, ekspor semua data, unduh data, unduh data saya,
            download data, download data saya, ekspor ke excel, ekspor ke csv, ekspor pengeluaran, export data saya,
            kirim data saya, ekspor semua pengeluaran""",
            "share": """bagikan anggaran, bagikan budget, link untuk dibagikan, bagikan link, bagikan anggaran ini,
            bagikan budget ini, bagi anggaran""",
            "members": "siapa saja di sini, siapa saja anggotanya, siapa yang pakai ini",
            "links": """hapus tautan, hapus semua tautan, hapus link, berhenti berbagi, siapa yang bisa lihat ini,
            siapa bisa lihat ini, siapa yang bisa melihat ini, siapa yang bisa lihat anggaran ini, siapa yang lihat
            ini, siapa aja yang bisa lihat, siapa saja yang bisa melihat""",
            "remind off": """matikan pengingat, hentikan pengingat, stop pengingat, jangan ingatkan lagi, jangan
            ingatkan, jangan ingatkan aku lagi, berhenti mengingatkan, stop ingatkan, stop mengingatkan, jangan
            diingatkan lagi, ga usah ingatkan lagi, nggak usah ingatkan lagi, matikan semua pengingat, hapus
            pengingat, batalkan pengingat""",
            "digest off": "matikan ringkasan, hentikan ringkasan, stop ringkasan",
        }
    ),
    words=MappingProxyType(
        {
            "last": """lalu, kemarin, sebelumnya, terakhir, minggu lalu, minggu kemarin, pekan lalu, periode lalu,
            periode sebelumnya""",
            "all": "semua, semuanya",
            "off": "mati, matikan, nonaktif, tidak, jangan, nggak, stop, berhenti, hapus",
            "switched off": "mati, matikan, nonaktif",
            "none": "tanpa, tidak ada, tanpa batas, bebas, kosong, gak ada, nggak ada",
            "auto": "otomatis, auto",
            "bars": "batang, tanpa jumlah, tanpa angka",
            "ahead": "di muka, dicicil, sisihkan, nyicil",
            "outside": "di luar batas mingguan, di luar batas, di luar, tanpa kategori",
            "skip": "lewati, lewatkan, lewat, kali ini tidak",
            "add": "tambah, tambahkan, baru, buat",
            "rename": "ganti nama, ubah nama, namai",
            "remove": "hapus, buang, hilangkan",
            "to": "jadi, menjadi, ke",
            "carry": "bawa, lanjutkan, bawa sisa dan kurang",
            "carry up": "bawa sisa, bawa sisanya, bawa lebihnya",
            "carry down": "bawa kurang, bawa kurangnya, bawa kelebihan, bawa minus",
            "carry off": "jangan bawa, tanpa bawa, tidak dibawa, jangan dibawa",
            "fresh": "mulai baru, dari nol, mulai lagi, reset",
            "next week": "mulai minggu depan, minggu depan, mulai pekan depan, pekan depan",
            "set": """set, atur, pasang, ubah, jadikan, buat, untuk, ke, jadi, per, tiap, setiap, seminggu, minggu,
            mingguan, sebesar, saya, aku, baru, dong, tolong, sekarang, ganti, kirim""",
            "set limit": """ganti, perbaiki, benerin, set, atur, pasang, ubah, jadikan, buat, naikkan, naikin, turunkan, turunin,
            tambah, kurangi, batasi""",
            "correct": "koreksi, ralat, edit, betulkan, betulin",
            "at most": "maksimal, maksimum, maks, max, paling banyak, tidak lebih dari, ga lebih dari",
            "totals": "total, total saja, jumlah saja",
            "week": """awal minggu, awal pekan, hari pertama, minggu mulai, minggu mulai hari, minggu, pekan, minggu
            dimulai, minggu dimulai hari, pekan mulai, pekan mulai hari""",
            "zone": "zona waktu, zona, jam, waktu",
            "numbers": "angka, format angka, format",
            "currency": "mata uang, uang",
            "language": "bahasa",
            "name": "nama",
            "at": "jam, pukul, pkl, jm",
            "o'clock": "wib, wita, wit",
            "am": "pagi",
            "pm": "malam, sore, siang",
            "paid": """dibayar, sudah dibayar, udah dibayar, lunas, sudah lunas, udah lunas, terbayar, sudah bayar,
            udah bayar, bayar""",
            "get paid": """saya gajian, aku gajian, gajian, gaji masuk, gaji saya masuk, hari gajian, tanggal
            gajian, saya digaji, digaji, aku digaji, gaji saya, gajiku, terima gaji, saya terima gaji""",
            "quit": "keluar, tutup, selesai",
            "edit": "ubah, edit",
        }
    ),
    languages="""inggris, jerman, spanyol, prancis, italia, belanda, polandia, portugis, rusia, ukraina,
    jepang, turki, indonesia, arab""",
    fillers=words("""dong ya sih aja saja sekarang masih tolong lagi ku kah coba lihat tampilkan saya aku tunjukkan liat
    lihatkan yang kami"""),
)
