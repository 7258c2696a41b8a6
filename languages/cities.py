"""Cities that give no time zone its name, as people of their country and of others call them.

Those that name a zone stand in `places.json` of each language; English names in `budget/zones.py`.
"""

from collections.abc import Mapping
from types import MappingProxyType

CITIES: Mapping[str, str] = MappingProxyType(
    {
        "Europe/Berlin": """
            koeln, muenchen, nürnberg, nuernberg, duesseldorf, hannover, bremen, essen, dortmund, bochum, duisburg, wuppertal,
            bielefeld, bonn, münster, karlsruhe, mannheim, augsburg, wiesbaden, freiburg, mainz, kiel, lübeck, erfurt, rostock,
            kassel, saarbrücken, potsdam, heidelberg, regensburg, braunschweig, magdeburg, aachen, ulm, würzburg, jena, trier,
            monaco di baviera, amburgo, francoforte, stoccarda, lipsia, dresda, colonia, múnich, hamburgo, fráncfort, munique,
            colônia, francfort, hambourg, keulen, monachium, kolonia, münih, мюнхен, кёльн, гамбург, франкфурт, дюссельдорф,
            штутгарт, лейпциг, дрезден, бремен, ганновер, нюрнберг, кельн, дюссельдорф, ミュンヘン, フランクフルト, ハンブルク,
            ケルン, デュッセルドルフ, シュトゥットガルト, ميونخ, ميونيخ, فرانكفورت, هامبورغ, كولونيا, دوسلدورف""",
        "Europe/Vienna": """
            innsbruck, klagenfurt, villach, wels, st pölten, sankt pölten, dornbirn, bregenz, зальцбург, ザルツブルク,
            salisburgo, salzburgo""",
        "Europe/Zurich": """
            luzern, st gallen, sankt gallen, winterthur, genf, lugano, biel, thun, bellinzona, chur, zug, ginevra, ginebra,
            genebra, genewa, basilea, berna, bâle, berne, bazylea, женева, базель, берн, лозанна, ジュネーブ, جنيف, cenevre""",
        "Europe/Paris": """
            strasbourg, nantes, montpellier, rennes, grenoble, reims, dijon, angers, toulon, le havre, saint étienne,
            saint-étienne, brest, tours, metz, nancy, rouen, caen, nizza, straßburg, marsiglia, lione, tolosa, strasburgo, niza,
            marsella, estrasburgo, burdeos, lyón, marselha, estrasburgo, lião, nicea, marsylia, strasburg, ницца, лион, марсель,
            страсбург, бордо, тулуза, リヨン, マルセイユ, ニース, ボルドー, نيس, ليون, مرسيليا""",
        "Europe/Madrid": """
            zaragoza, murcia, palma, palma de mallorca, alicante, granada, córdoba españa, valladolid, vigo, gijón, oviedo,
            málaga, salamanca, san sebastián, donostia, bilbo, pamplona, barcellona, siviglia, saragozza, barcelone, séville,
            valence, malaga, sewilla, walencja, sevilha, барселона, валенсия, севилья, малага, аликанте, バルセロナ, セビリア,
            バレンシア, برشلونة, إشبيلية, فالنسيا""",
        "Atlantic/Canary": "las palmas, tenerife, gran canaria, fuerteventura, lanzarote, teneriffa, тенерифе",
        "Europe/Rome": """
            mailand, neapel, florenz, venedig, palermo, bologna, genova, bari, catania, verona, padova, trieste, messina,
            cagliari, parma, modena, perugia, bolzano, trento, pisa, genua, bozen, triest, padua, milán, nápoles, turín,
            florencia, venecia, génova, bolonia, milão, turim, florença, veneza, gênova, naples, florence, venise, gênes,
            bologne, milaan, napels, turijn, venetië, mediolan, neapol, turyn, florencja, wenecja, милан, неаполь, турин,
            флоренция, венеция, генуя, болонья, палермо, мілан, неаполь, флоренція, венеція, ミラノ, ナポリ, フィレンツェ,
            ベネチア, ヴェネツィア, トリノ, floransa, venedik, ميلانو, نابولي, فلورنسا, البندقية, تورينو""",
        "Europe/Warsaw": """
            katowice, szczecin, lublin, bydgoszcz, białystok, gdynia, sopot, rzeszów, toruń, częstochowa, radom, kielce, olsztyn,
            opole, gliwice, zielona góra, poznań, trójmiasto, krakau, danzig, breslau, posen, stettin, cracovia, danzica,
            breslavia, cracovie, gdańsk, cracóvia, краков, гданьск, вроцлав, познань, лодзь, люблин, краків, гданськ, вроцлав,
            люблін, クラクフ, كراكوف""",
        "Europe/Moscow": """
            санкт-петербург, спб, питер, петербург, мск, казань, нижний новгород, ростов-на-дону, ростов, краснодар, воронеж,
            сочи, тула, ярославль, рязань, тверь, липецк, пенза, ставрополь, махачкала, мурманск, архангельск, курск, белгород,
            sankt petersburg, st. petersburg, san pietroburgo, saint-pétersbourg, san petersburgo, sint-petersburg,
            são petersburgo, petersburg, kasan, サンクトペテルブルク, سانت بطرسبرغ, санкт петербург""",
        "Europe/Samara": "тольятти, ижевск",
        "Asia/Yekaterinburg": "екб, челябинск, уфа, пермь, тюмень, сургут, магнитогорск, оренбург, курган",
        "Asia/Novosibirsk": "нск",
        "Asia/Vladivostok": "хабаровск",
        "Asia/Irkutsk": "улан-удэ",
        "Asia/Krasnoyarsk": "абакан, красноярск",
        "Europe/Minsk": "гомель, гродно, могилёв, витебск, брест",
        "Asia/Almaty": "астана, шымкент, караганда, алма-ата, нур-султан",
        "Europe/Kyiv": """
            київ, львів, одеса, харків, дніпро, запоріжжя, вінниця, полтава, чернігів, черкаси, житомир, хмельницький, рівне,
            тернопіль, івано-франківськ, луцьк, ужгород, чернівці, миколаїв, кривий ріг, суми, херсон, львов, одесса, харьков,
            днепр, запорожье, винница, николаев, черновцы, lemberg, charkiw, lwów, charków, kijów, leopoli, キエフ, リヴィウ""",
        "Europe/Amsterdam": """
            den haag, eindhoven, groningen, tilburg, almere, breda, nijmegen, arnhem, haarlem, enschede, maastricht, leiden,
            delft, zwolle, den bosch, amersfoort, apeldoorn, leeuwarden, la haya, la haye, l'aia, haia, haga, гаага, роттердам,
            ロッテルダム, ハーグ, لاهاي, روتردام""",
        "Europe/Brussels": """
            antwerpen, gent, brugge, leuven, luik, liège, namur, charleroi, mechelen, oostende, anvers, gand, anversa, amberes,
            antuérpia, antwerpia, lüttich, brügge, антверпен, гент, брюгге, アントワープ""",
        "Europe/Lisbon": "braga, coimbra, faro, aveiro, setúbal, o porto, oporto, порту, ポルト",
        "America/Sao_Paulo": """
            sampa, goiânia, florianópolis, floripa, vitória, campinas, santos, niterói, uberlândia, joinville, londrina,
            ribeirão preto, sorocaba, bh, poa, рио-де-жанейро, リオデジャネイロ""",
        "America/Bahia": "salvador",
        "America/Fortaleza": "natal, joão pessoa, teresina, são luís",
        "America/Maceio": "aracaju",
        "America/Mexico_City": "ciudad de méxico, méxico df, león, querétaro, toluca, veracruz, мехико",
        "America/Bogota": "barranquilla, cartagena, bucaramanga",
        "America/Lima": "arequipa, cusco, trujillo",
        "America/Santiago": "santiago de chile, valparaíso, concepción",
        "America/Guayaquil": "quito, cuenca",
        "America/Caracas": "maracaibo",
        "America/Argentina/Buenos_Aires": "bs as, caba, la plata, mar del plata, буэнос-айрес",
        "America/Argentina/Cordoba": "rosario",
        "Asia/Tokyo": """
            大阪, 京都, 名古屋, 札幌, 福岡, 横浜, 神戸, 広島, 仙台, 川崎, さいたま, 千葉, 北九州, 沖縄, 那覇, 新潟, 浜松, 熊本,
            岡山, 静岡, 鹿児島, 金沢, 長崎, 博多, とうきょう, おおさか, きょうと, 奈良, 松山, 高松, осака, киото, أوساكا, كيوتو""",
        "America/New_York": "ワシントン, ボストン, マイアミ, アトランタ, вашингтон, бостон, майами, واشنطن, بوسطن, ميامي",
        "America/Los_Angeles": "サンフランシスコ, シアトル, ラスベガス, сан-франциско, сиэтл, сан франциско, سان فرانسيسكو",
        "Europe/London": """
            édimbourg, edimburgo, edinburg, edynburg, londyn, манчестер, эдинбург, ливерпуль, マンチェスター, エディンバラ,
            リバプール, مانشستر, ليفربول""",
        "Europe/Istanbul": """
            ankara, izmir, bursa,
            antalya, adana, konya, gaziantep, antep, kayseri, mersin, eskişehir, diyarbakır, samsun, denizli, trabzon,
            erzurum, malatya, kocaeli, izmit, sakarya, bodrum, анкара, анталия, измир, アンカラ, أنقرة, إزمير, أنطاليا""",
        "Asia/Jakarta": """
            wib, medan, semarang, yogyakarta, jogja, yogya, malang, bogor, depok, bekasi, tangerang, palembang, solo, surakarta,
            padang, pekanbaru, lampung, bandar lampung, cirebon, batam, banda aceh, jambi, bengkulu, serang""",
        "Asia/Makassar": "wita, lombok, mataram, manado, balikpapan, samarinda, banjarmasin, kupang, palu, kendari",
        "Asia/Jayapura": "wit, ambon, sorong, manokwari, timika",
        "Africa/Cairo": """
            الإسكندرية, اسكندرية, الجيزة, شرم الشيخ, المنصورة, طنطا, أسوان, الأقصر, بورسعيد, السويس, الزقازيق, الإسماعيلية,
            الغردقة, مصر, alexandrie, alessandria d'egitto, alejandría, александрия""",
        "Asia/Riyadh": """
            السعودية, جدة, مكة, مكه, المدينة, المدينة المنورة, الدمام, الخبر, الطائف, تبوك, أبها, بريدة, djeddah, dschidda""",
        "Asia/Dubai": "أبوظبي, أبو ظبي, الشارقة, العين, عجمان, رأس الخيمة, абу-даби, アブダビ",
        "Africa/Casablanca": "الرباط, مراكش, فاس, طنجة, أكادير, كازا, rabat, marrakech, marrakesch, fès, tanger",
        "Africa/Algiers": "وهران, قسنطينة, عنابة, oran",
        "Africa/Tunis": "صفاقس, سوسة, sfax",
        "Africa/Tripoli": "بنغازي, مصراتة",
        "Asia/Amman": "إربد, الزرقاء, العقبة",
        "Asia/Baghdad": "البصرة, الموصل, أربيل, النجف, كربلاء",
        "Asia/Damascus": "حلب, حمص, اللاذقية",
        "Asia/Beirut": "صيدا, صور, زحلة",
        "Asia/Aden": "صنعاء, تعز",
        "Asia/Shanghai": "pequim, pékin, pechino, pekín, pekin, пекин, пекін, 北京, بكين",
        "Asia/Jerusalem": "القدس, тель-авив, تل أبيب, テルアビブ, хайфа",
        "Asia/Kolkata": "デリー, ムンバイ, дели, мумбаи, دلهي, مومباي",
    }
)
"""By the zone, parted by commas."""
