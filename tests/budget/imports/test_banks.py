"""Files of banks and programs that have no layout of their own, made from their public descriptions: every cent and day.

Each file has money out on 18 November and money in on the 20th. What the heading does not tell is asked, never guessed.
"""

from typing import NamedTuple

import pytest

from budget.imports.rows import Answers, Topic
from tests.budget.imports.reading import budget_in, lines_of, preview

DAY, NOTE, SIGN = Topic.DAY_COLUMN, Topic.NOTE_COLUMN, Topic.SIGN


class File(NamedTuple):
    """A file, what is answered about it, and what it says: amount and note of what went out and of what came in."""

    content: str
    answers: Answers
    out: str
    came: str
    currency: str = "USD"
    locale: str = "en_US"
    encoding: str = "utf-8"


FILES = {
    "Chase, an account": File(
        "Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #\n"
        'DEBIT,11/18/2026,"STARBUCKS 04521",-5.75,DEBIT_CARD,1200.00,,\n'
        'CREDIT,11/20/2026,"ACME PAYROLL",1500.00,ACH_CREDIT,2700.00,,\n',
        {}, "-5.75 STARBUCKS 04521", "1500.00 ACME PAYROLL",
    ),
    "Chase, a card": File(
        "Transaction Date,Post Date,Description,Category,Type,Amount,Memo\n"
        "11/18/2026,11/19/2026,TACO BELL,Food & Drink,Sale,-12.50,\n11/20/2026,11/21/2026,Payment Thank You,,Payment,100.00,\n",
        {}, "-12.50 TACO BELL [Food & Drink]", "100.00 Payment Thank You",
    ),
    "Bank of America": File(
        'Description,,Summary Amt.\nBeginning balance as of 11/01/2026,,"1,000.00"\nTotal credits,,"1,500.00"\n\n'
        'Date,Description,Amount,Running Bal.\n11/18/2026,"STARBUCKS","-5.75","994.25"\n'
        '11/20/2026,"ACME PAYROLL","1,500.00","2,494.25"\n',
        {}, "-5.75 STARBUCKS", "1500.00 ACME PAYROLL",
    ),
    "Wells Fargo": File(
        '"11/18/2026","-5.75","*","","STARBUCKS"\n"11/20/2026","1500.00","*","","ACME PAYROLL"\n',
        {}, "-5.75 STARBUCKS", "1500.00 ACME PAYROLL",
    ),
    "American Express": File(
        "Date,Description,Amount\n11/18/2026,TACO BELL,12.50\n11/20/2026,AUTOPAY PAYMENT,-332.50\n",
        {SIGN: "spent"}, "-12.50 TACO BELL", "332.50 AUTOPAY PAYMENT",
    ),
    "Citi": File(
        'Status,Date,Description,Debit,Credit\nCleared,11/18/2026,"TACO BELL",12.50,\nCleared,11/20/2026,"REFUND",,100.00\n',
        {}, "-12.50 TACO BELL", "100.00 REFUND",  # the status is no note
    ),
    "Capital One": File(
        "Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit\n"
        "2026-11-18,2026-11-19,1234,COFFEE,Dining,3.50,\n2026-11-20,2026-11-21,1234,PAYMENT,Payment/Credit,,100.00\n",
        {}, "-3.50 COFFEE [Dining]", "100.00 PAYMENT [Payment/Credit]",
    ),
    "Apple Card": File(
        "Transaction Date,Clearing Date,Description,Merchant,Category,Type,Amount (USD),Purchased By\n"
        '11/18/2026,11/19/2026,"TACO BELL 123",Taco Bell,Restaurants,Purchase,12.50,Ann\n'
        '11/20/2026,11/20/2026,"ACH DEPOSIT",Ach,Payment,Payment,-100.00,Ann\n',
        {}, "-12.50 Taco Bell [Restaurants]", "100.00 Ach [Payment]",
    ),
    "DKB": File(
        '"Girokonto";"DE00"\n""\n"Kontostand vom 22.11.2026:";"1.234,56 €"\n""\n'
        '"Buchungsdatum";"Wertstellung";"Status";"Zahlungsempfänger*in";"Verwendungszweck";"Betrag (€)"\n'
        '"18.11.26";"18.11.26";"Gebucht";"REWE";"Einkauf";"-1.054,20"\n"20.11.26";"20.11.26";"Gebucht";"Ann";"Gehalt";"2.500"\n',
        {}, "-1054.20 REWE", "2500.00 Ann", "EUR", "de_DE",
    ),
    "ING, Germany": File(
        "Umsatzanzeige;Datei erstellt am: 22.11.2026 10:00\n\nIBAN;DE00\nSaldo;1.234,56;EUR\n\n"
        "Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Verwendungszweck;Saldo;Währung;Betrag;Währung\n"
        "18.11.2026;18.11.2026;REWE;Einkauf;1.234,56;EUR;-54,20;EUR\n20.11.2026;20.11.2026;ACME;Lohn;1.288,76;EUR;2.500,00;EUR\n",
        {}, "-54.20 REWE", "2500.00 ACME", "EUR", "de_DE", "cp1252",
    ),
    "a German Excel": File(
        "sep=;\nDatum;Betrag;Notiz\n18.11.2026;-1.234,50 €;Möbel\n20.11.2026;12,00 €;Pfand\n",
        {SIGN: "came in"}, "-1234.50 Möbel", "12.00 Pfand", "EUR", "de_DE", "cp1252",
    ),
    "a German Excel, as Unicode text": File(
        "Datum\tBetrag\tNotiz\r\n18.11.2026\t-1.234,50 €\tMöbel\r\n20.11.2026\t12,00 €\tPfand\r\n",
        {SIGN: "came in"}, "-1234.50 Möbel", "12.00 Pfand", "EUR", "de_DE", "utf-16",
    ),
    "Monzo": File(
        "Transaction ID,Date,Time,Type,Name,Category,Amount,Currency,Local amount,Local currency,Notes,Money Out,Money In\n"
        "tx_1,18/11/2026,12:30:00,Card payment,Pret,Eating out,-4.50,GBP,-4.50,GBP,lunch,-4.50,\n"
        "tx_2,20/11/2026,09:00:00,Faster payment,ACME,Income,1500.00,GBP,1500.00,GBP,,,1500.00\n",
        {}, "-4.50 Pret [Eating out]", "1500.00 ACME [Income]", "GBP", "en_GB",
    ),
    "Starling": File(
        "Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes\n"
        "18/11/2026,Pret,PRET,CONTACTLESS,-4.50,100.00,EATING_OUT,\n20/11/2026,ACME,PAY,FASTER PAYMENT,1500.00,1600.00,INCOME,\n",
        {}, "-4.50 Pret", "1500.00 ACME", "GBP", "en_GB",
    ),
    "HDFC": File(
        "Date,Narration,Value Dat,Debit Amount,Credit Amount,Chq/Ref Number,Closing Balance\n"
        '18/11/26,UPI-SWIGGY,18/11/26,"1,250.00",0.00,R1,"1,00,000.00"\n20/11/26,SALARY,20/11/26,0.00,"1,50,000.00",R2,"2,50,000.00"\n',
        {}, "-1250.00 UPI-SWIGGY", "150000.00 SALARY", "INR", "en_IN",
    ),
    "ING, the Netherlands": File(
        '"Datum";"Naam / Omschrijving";"Rekening";"Af Bij";"Bedrag (EUR)";"Mededelingen"\n'
        '"20261118";"Albert Heijn";"NL00";"Af";"54,20";"Pas"\n"20261120";"ACME";"NL00";"Bij";"2500,00";"Salaris"\n',
        {}, "-54.20 Albert Heijn", "2500.00 ACME", "EUR", "nl_NL",
    ),
    "mBank": File(
        "mBank S.A.;\n#Klient;\nANN;\n\n#Data operacji;#Opis operacji;#Rachunek;#Kategoria;#Kwota;\n"
        '2026-11-18;"ŻABKA";"eKonto";"Żywność";-54,20 PLN;;\n2026-11-20;"ACME";"eKonto";"Wpływy";2 500,00 PLN;;\n',
        {SIGN: "came in"}, "-54.20 ŻABKA [Żywność]", "2500.00 ACME [Wpływy]", "PLN", "pl_PL",
    ),
    "BNP Paribas": File(
        "Date operation;Libelle court;Type operation;Libelle operation;Montant operation en euro\n"
        "18-11-2026;CARTE;PAIEMENT;CARREFOUR;-1 054,20\n20-11-2026;VIR;VIREMENT;SALAIRE ACME;2 500,00\n",
        {}, "-1054.20 CARREFOUR", "2500.00 SALAIRE ACME", "EUR", "fr_FR",
    ),
    "BBVA": File(
        "Fecha;Concepto;Movimiento;Importe;Divisa;Disponible;Divisa;Observaciones\n"
        "18/11/2026;MERCADONA;Pago con tarjeta;-54,20;EUR;1.234,56;EUR;\n20/11/2026;ACME;Nómina;2.500,00;EUR;3.734,56;EUR;\n",
        {}, "-54.20 MERCADONA", "2500.00 ACME", "EUR", "es_ES",
    ),
    "Nubank": File(
        "Data,Valor,Identificador,Descrição\n18/11/2026,-54.20,abc,PADARIA\n20/11/2026,2500.00,def,ACME\n",
        {SIGN: "came in"}, "-54.20 PADARIA", "2500.00 ACME", "BRL", "pt_BR",
    ),
    "a Russian bank": File(
        '"Дата операции";"Дата платежа";"Статус";"Сумма платежа";"Валюта платежа";"Описание"\n'
        '"18.11.2026 12:30:00";"18.11.2026";"OK";"-1054,20";"RUB";"Пятёрочка"\n'
        '"20.11.2026 09:00:00";"20.11.2026";"OK";"50000,00";"RUB";"ООО"\n',
        {SIGN: "came in"}, "-1054.20 Пятёрочка", "50000.00 ООО", "RUB", "ru_RU",
    ),
    "a Japanese bank": File(
        '"お取引日","摘要","出金額","入金額","残高"\n"2026/11/18","セブンイレブン","1080","","10000"\n"2026/11/20","給与","","250000","260000"\n',
        {}, "-1080 セブンイレブン", "250000 給与", "JPY", "ja_JP", "cp932",
    ),
    "Citi, credits below zero": File(
        "Status,Date,Description,Debit,Credit\nCleared,11/18/2026,COSTCO,88.12,\nCleared,11/20/2026,AUTO-PMT,,-300.00\n",
        {}, "-88.12 COSTCO", "300.00 AUTO-PMT",  # what came in has a minus in a column of its own
    ),
    "Swedbank": File(
        "* Transaktioner Period 2026-11-01 – 2026-11-20\n"
        "Radnummer,Kontonummer,Valuta,Bokföringsdag,Transaktionsdag,Valutadag,Beskrivning,Belopp,Bokfört saldo\n"
        "1,1234567,SEK,2026-11-19,2026-11-18,2026-11-19,ICA,-129.50,9870.50\n"
        "2,1234567,SEK,2026-11-20,2026-11-20,2026-11-20,ACME,28400.00,10000.00\n",
        {SIGN: "came in"}, "-129.50 ICA", "28400.00 ACME", "SEK", "sv_SE", "cp1252",
    ),
    "DNB": File(
        '"Dato";"Forklaring";"Rentedato";"Ut fra konto";"Inn på konto"\n"18.11.2026";"REMA";"18.11.2026";"249,90";""\n'
        '"20.11.2026";"ACME";"20.11.2026";"";"32.000,00"\n',
        {}, "-249.90 REMA", "32000.00 ACME", "NOK", "nb_NO",
    ),
    "Toshl": File(
        '"Date","Category","Expense amount","Income amount","Currency","In main currency","Description"\n'
        '"2026-11-18","Food","45.10","0","USD","-45.10","Safeway"\n"2026-11-20","Salary","0","1,500.00","USD","1,500.00","Acme"\n',
        {}, "-45.10 Safeway [Food]", "1500.00 Acme [Salary]",
    ),
    "columns that say the same": File(
        "Date,Note,USD,Income/Expense,Amount,Account\n11/18/2026,Safeway,45.10,Expense,45.10,45.10\n"
        "11/20/2026,Acme,1500.00,Income,1500.00,1500.00\n",
        {}, "-45.10 Safeway", "1500.00 Acme",
    ),
    "a spreadsheet by hand, refunds among it": File(
        'When,What,How much\n2026-11-18,"sofa, the blue one","-1,234.50"\n2026-11-20,deposit,(12.50)\n',
        {}, "-1234.50 sofa, the blue one", "-12.50 deposit",
    ),
    "BNP Paribas, a line of the account above the heading": File(
        '"Compte de chèques";"****1234";"22/11/2026";"";"1 234,56"\n'
        '"Date operation";"Categorie operation";"Sous Categorie operation";"Libelle operation";"Montant operation";"Pointage"\n'
        '"18/11/2026";"Alimentation";"Supermarche";"FACTURE MONOPRIX";"-1 045,90";""\n'
        '"20/11/2026";"Revenus";"Salaires";"VIR SEPA RECU ACME";"2 100,00";""\n',
        {}, "-1045.90 FACTURE MONOPRIX", "2100.00 VIR SEPA RECU ACME", "EUR", "fr_FR",
    ),
    "PayPay": File(
        "取引日,出金金額（円）,入金金額（円）,海外出金金額,通貨,取引内容,取引先,取引方法,支払い区分,利用者,取引番号\n"
        '2026/11/18 12:00:00,"1,080",-,-,-,支払い,ローソン,PayPay残高,-,-,0123\n'
        "2026/11/20 12:00:00,-,500,-,-,ポイント、残高の獲得,PayPay,PayPayポイント,-,-,0124\n",
        {}, "-1080 ローソン", "500 PayPay", "JPY", "ja_JP",
    ),
    "MUFG": File(
        '"日付","摘要","摘要内容","支払い金額","預かり金額","差引残高","メモ","入払区分"\n"2026/11/18","カード","セブン","1,080","","98,920","","支払い"\n'
        '"2026/11/20","給料","カ）アクメ","","285,000","383,920","","預かり"\n',
        {}, "-1080 セブン", "285000 カ）アクメ", "JPY", "ja_JP", "cp932",
    ),
    "DKB, who pays and who is paid in two columns": File(
        '"Buchungsdatum";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"Betrag (€)"\n'
        '"18.11.26";"Gebucht";"ISSUER";"REWE";"VISA";"Ausgang";"-1.012,34"\n'
        '"20.11.26";"Gebucht";"ACME GmbH";"Max";"Lohn";"Eingang";"2.500"\n',
        {}, "-1012.34 REWE", "2500.00 ACME GmbH", "EUR", "de_DE",
    ),
    "NatWest, texts behind an apostrophe": File(
        "Date, Type, Description, Value, Balance, Account Name, Account Number\n\n"
        "18/11/2026,POS,\"'4716 17NOV26 , TESCO\",-12.50,100.00,\"'SMITH J\",\"'601234-12345678\",\n"
        "20/11/2026,BAC,\"'ACME LTD , SALARY\",1500.00,1600.00,\"'SMITH J\",\"'601234-12345678\",\n",
        {}, "-12.50 4716 17NOV26 , TESCO", "1500.00 ACME LTD , SALARY", "GBP", "en_GB",
    ),
    "Lloyds, a sort code that looks like a day": File(
        "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance\n"
        "18/11/2026,DEB,'30-00-00,12345678,TESCO,5.75,,1200.00\n20/11/2026,FPI,'30-00-00,12345678,ACME,,1500.00,2700.00\n",
        {}, "-5.75 TESCO", "1500.00 ACME", "GBP", "en_GB",
    ),
    "Société Générale, a line of the account above the heading": File(
        '="0123456789";01/11/2026;22/11/2026;2;20/11/2026;3680,36 EUR\n\n'
        "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise\n"
        "18/11/2026;CARTE MONOPRIX;CARTE X1234 17/11;-54,20;EUR\n20/11/2026;VIR ACME;VIR RECU SALAIRE;2500,00;EUR\n",
        {}, "-54.20 CARTE MONOPRIX", "2500.00 VIR ACME", "EUR", "fr_FR",
    ),
    "Monobank, with what it gives back": File(
        '"Дата i час операції","Деталі операції",MCC,"Сума в валюті картки (UAH)","Сума в валюті операції","Валюта",Курс,'
        '"Сума комісій (UAH)","Сума кешбеку (UAH)","Залишок після операції"\n'
        '"18.11.2026 12:30:00",Сільпо,5411,-54.20,-54.20,UAH,—,—,1.08,1180.36\n'
        '"20.11.2026 09:00:00","Від: ACME",4829,2500.00,2500.00,UAH,—,—,—,3680.36\n',
        {SIGN: "came in"}, "-54.20 Сільпо", "2500.00 Від: ACME", "UAH", "uk_UA",
    ),
    "Apple Numbers": File(
        'Table 1\nDate,Item,Amount\n"Nov 18, 2026 at 12:30 PM",coffee,-$4.50\n"Nov 20, 2026 at 9:00 AM",deposit,$9.00\n',
        {SIGN: "came in"}, "-4.50 coffee", "9.00 deposit",
    ),
    "a spreadsheet in which all is text": File(
        "Date,Description,Amount\n'2026-11-18,'t Hoekje,'-12.50\n=\"2026-11-20\",=\"Acme\",=\"1500.00\"\n",
        {SIGN: "came in"}, "-12.50 't Hoekje", "1500.00 Acme",
    ),
    "a Japanese town, by eras": File(
        "日付,内容,支出,収入\n令和8年11月18日,セブン,1080,\nR8.11.20,給与,,250000\n",
        {}, "-1080 セブン", "250000 給与", "JPY", "ja_JP",
    ),
    "an Arab bank, in Arabic digits": File(
        "التاريخ,الوصف,مدين,دائن\n١٨/١١/٢٠٢٦,قهوة,١٢٫٥٠ ر.س.\u200f,\n٢٠/١١/٢٠٢٦,راتب,,١٬٥٠٠\n",
        {}, "-12.50 قهوة", "1500.00 راتب", "SAR", "ar_SA",
    ),
    "a program that counts seconds": File(
        "id,timestamp,description,amount\n7001234567,1795000000,coffee,-4.50\n7001234568,1795190000,refund,1500.00\n",
        {SIGN: "came in"}, "-4.50 coffee", "1500.00 refund",
    ),
    "a program that counts milliseconds": File(
        "Date,Description,Amount\n1795000000000,coffee,-4.50\n1795190000000,refund,1500.00\n",
        {SIGN: "came in"}, "-4.50 coffee", "1500.00 refund",
    ),
    "N26, a dash for no reference": File(
        "Booking Date,Value Date,Partner Name,Partner Iban,Type,Payment Reference,Account Name,Amount (EUR),Original Amount,"
        "Original Currency,Exchange Rate\n2026-11-18,2026-11-18,EDEKA,,Presentment,-,Main,-12.34,,,\n"
        "2026-11-20,2026-11-20,ACME,,Credit Transfer,Lohn,Main,2500.00,,,\n",
        {}, "-12.34 EDEKA", "2500.00 ACME · Lohn", "EUR", "de_DE",
    ),
    "Sberbank, a plus before what came in": File(
        "ДАТА ОПЕРАЦИИ;КАТЕГОРИЯ;ОПИСАНИЕ;СУММА В ВАЛЮТЕ СЧЁТА;ОСТАТОК СРЕДСТВ\n"
        "18.11.2026 12:30;Супермаркеты;Пятёрочка;1 054,20;8 945,80\n"
        "20.11.2026 10:00;Перевод;Анна;+50 000,00;58 945,80\n",
        {}, "-1054.20 Пятёрочка [Супермаркеты]", "50000.00 Анна [Перевод]", "RUB", "ru_RU", "cp1251",
    ),
    "İş Bankası, a hyphen before the time": File(
        "Tarih/Saat;İşlem Tutarı*;Bakiye;Açıklama\n18/11/2026-12:30:11;-1.054,20;1.945,80;MIGROS\n"
        "20/11/2026-09:00:05;25.000,00;26.945,80;ACME\n",
        {SIGN: "came in"}, "-1054.20 MIGROS", "25000.00 ACME", "TRY", "tr_TR",
    ),
    "Caisse d'Epargne, booked later": File(
        "Date de comptabilisation;Libelle operation;Type operation;Debit;Credit;Date operation;Date de valeur\n"
        "19/11/2026;CB LIDL;Carte bancaire;-54,20;;18/11/2026;19/11/2026\n"
        "20/11/2026;VIR ACME;Virement;;+2500,00;20/11/2026;20/11/2026\n",
        {}, "-54.20 CB LIDL", "2500.00 VIR ACME", "EUR", "fr_FR",
    ),
    "Handelsbanken, booked later": File(
        "Reskontradatum;Transaktionsdatum;Text;Belopp;Saldo\n2026-11-19;2026-11-18;ICA;-123,40;1 234,50\n"
        "2026-11-20;2026-11-20;ACME;25 000,00;26 234,50\n",
        {SIGN: "came in"}, "-123.40 ICA", "25000.00 ACME", "SEK", "sv_SE", "cp1252",
    ),
    "comdirect, a card": File(
        '"Umsätze Visa-Karte";"Zeitraum: 30 Tage";\n\n"Buchungstag";"Umsatztag";"Vorgang";"Buchungstext";"Umsatz in EUR";\n'
        '"19.11.2026";"18.11.2026";"Visa-Umsatz";"REWE";"-54,20";\n"21.11.2026";"20.11.2026";"Gutschrift";"Ann";"5,00";\n',
        {NOTE: "3"}, "-54.20 REWE", "5.00 Ann", "EUR", "de_DE", "cp1252",
    ),
    "Consorsbank, who pays or is paid in one column": File(
        "Buchung;Valuta;Sender / Empfänger;IBAN;Buchungstext;Verwendungszweck;Betrag in EUR\n"
        "18.11.2026;18.11.2026;ALDI;DE1;LASTSCHRIFT;x;-23,45\n20.11.2026;20.11.2026;Firma;DE2;GUTSCHRIFT;Lohn;1.500,00\n",
        {}, "-23.45 ALDI", "1500.00 Firma", "EUR", "de_DE",
    ),
    "OP, who pays or is paid in one column": File(
        '"Kirjauspäivä";"Arvopäivä";"Määrä EUROA";"Selitys";"Saaja/Maksaja";"Viesti"\n'
        '2026-11-18;2026-11-18;-12,34;PKORTTIMAKSU;K-MARKET;Viesti\n2026-11-20;2026-11-20;+2100,00;TILISIIRTO;ACME OY;Palkka\n',
        {}, "-12.34 K-MARKET", "2100.00 ACME OY", "EUR", "fi_FI", "cp1252",
    ),
    "SMBC, whose card it is in place of a heading": File(
        "アン　様,1234-56**-****-****,三井住友カード\n2026/11/18,セブン,1080,１,１,1080,\n2026/11/20,アマゾン,2500,１,１,2500,\n",
        {SIGN: "spent"}, "-1080 セブン", "-2500 アマゾン", "JPY", "ja_JP", "cp932",
    ),
    "Japan Post": File(
        '"取引日","受入金額（円）","払出金額（円）","詳細１","現在（貸付）高"\n"20261118","","1,080","セブン","98,920"\n'
        '"20261120","250,000","","給与","348,920"\n',
        {}, "-1080 セブン", "250000 給与", "JPY", "ja_JP", "cp932",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_a_bank(name: str) -> None:
    file = FILES[name]
    budget = budget_in(file.currency, file.locale)
    content = file.content.encode(file.encoding)
    read = preview(content, budget, file.answers)

    said = [line.partition(": ")[2] for line in lines_of(read, budget)]
    came = f"expense {file.came}" if file.came.startswith("-") else f"extra {file.came}"
    assert len(read.rows) == 2
    assert said == [_dated(f"expense {file.out}", "2026-11-18"), _dated(came, "2026-11-20")]


def _dated(line: str, day: str) -> str:
    kind, amount, note = line.split(" ", 2)
    return f"{kind} {amount} {day} {note}"


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_asked_but_what_the_file_does_not_tell(name: str) -> None:
    file = FILES[name]
    read = preview(file.content.encode(file.encoding), budget_in(file.currency, file.locale))

    assert [one.topic for one in read.questions] == list(file.answers)


def test_a_line_of_the_account_is_one_only_above_a_wider_heading_and_its_data() -> None:
    """A first payment above a line of text is a payment."""
    rows = "2026-11-18;tea;-5.00\nto be paid;later\n2026-11-20;pay;9.00\n2026-11-20;bus;-2.00\n"

    assert [row.amount for row in preview(rows).rows] == [-500, 900, -200]
    assert [row.amount for row in preview("2026-11-18;tea;-5.00\n2026-11-19;bus;-2.00\n").rows] == [-500, -200]


def test_a_pot_of_ones_own_is_no_spending() -> None:
    content = (
        "Date,Type,Name,Category,Amount\n2026-11-18,Card payment,Tesco,Groceries,-12.30\n"
        "2026-11-19,Pot transfer,Savings,Transfers,-100.00\n"
        "2026-11-20,Faster payment,Acme,Income,1850.00\n"
    )

    assert lines_of(preview(content))[-1] == "3: left out, TRANSFER"
