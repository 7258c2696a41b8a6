"""Statements of banks: OFX, QIF, MT940 and CAMT, to the cent and to the day."""

from pathlib import Path

import pytest

from budget.budgets import Budget
from budget.errors import Refused, Why
from budget.imports.mt940 import note_of
from budget.imports.rows import Topic
from tests.budget.imports.reading import EUR, USD, lines_of, preview

FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize(
    ("file", "budget", "name", "lines"),
    [
        (
            "checking-1.ofx",
            USD,
            "OFX",
            [
                "15: expense -12.50 2026-11-22 TACO & SONS · POS PURCHASE #ofx:12345:202611220001",
                "16: extra 1500.00 2026-11-20 ACME PAYROLL #ofx:12345:202611200001",
                "23: expense -1234.50 2026-11-19 #ofx:12345:202611190001",
                "25: expense -9.90 2026-11-17 HOTEL PARIS #ofx:12345:202611170001",
                "24: left out, OTHER_CURRENCY EUR",
                "26: left out, ZERO",
            ],
        ),
        (
            "card-2.ofx",
            EUR,
            "OFX",
            ["8: expense -1080.10 2026-11-22 Möbel #ofx:4711:A1", "15: extra 20.00 2026-11-21 Gutschrift #ofx:4711:A2"],
        ),
        (
            "register.qif",
            USD,
            "QIF",
            [
                "7: expense -12.50 2026-11-22 Taqueria · al pastor [Fun:Dining]",
                "14: extra 1500.00 2026-11-02 Acme [Salary]",
                "34: expense -10.00 2026-10-30 Market [Food]",
                "36: expense -20.00 2026-10-30 Market [Home]",
                "45: expense -3.00 2026-10-29 Bus",
                "20: left out, TRANSFER",
                "25: left out, BALANCE",
            ],
        ),
        ("german.qif", EUR, "QIF", ["2: expense -1080.50 2026-11-22 Möbel", "6: extra 2500.00 2026-11-02 Firma"]),
        (
            "giro.sta",
            EUR,
            "MT940",
            [
                "5: expense -12.50 2026-11-22 TAQUERIA GMBH · TACOS AL PASTOR #mt940:10020030/1234567:261122:B4K-1",
                "8: extra 2500.00 2026-11-20 FIRMA AG · GEHALT NOVEMBER",
                "10: expense -20.00 2026-11-19 Rueckruf einer Gutschrift vom 18.11.2026 #mt940:10020030/1234567:261119:B4K-3",
                "13: extra 7.05 2026-11-18 Storno #mt940:10020030/1234567:261118:B4K-4",
                "16: refused, NO_AMOUNT",
                "23: left out, OTHER_CURRENCY USD",
            ],
        ),
        (
            "statement.camt053.xml",
            EUR,
            "CAMT",
            [
                "5: expense -12.50 2026-11-22 Café & Söhne · Tacos al pastor #camt:DE02120300000000202051:R1",
                "10: extra 2500.00 2026-11-20 Firma, Andere · SAMMLER",
                "16: refused, NO_AMOUNT",
                "14: left out, PENDING",
                "15: left out, OTHER_CURRENCY USD",
            ],
        ),
    ],
)
def test_a_statement_comes_in_right(file: str, budget: Budget, name: str, lines: list[str]) -> None:
    read = preview((FILES / file).read_bytes(), budget)

    assert (read.format, lines_of(read, budget)) == (name, lines)


def test_a_qif_pads_days_with_blanks() -> None:
    content = "!Type:Bank\nD1/ 5' 5\nT-1.00\n^\nD11/25'26\nT-2.00\n^\n"

    assert lines_of(preview(content)) == ["2: expense -1.00 2005-01-05", "5: expense -2.00 2026-11-25"]


def test_a_qif_without_a_clear_day_is_asked_about() -> None:
    content = "!Type:Bank\nD3/4'26\nT-1,080\nPx\n^\n"

    assert lines_of(preview(content)) == ["2: asked, DECIMAL_MARK 1,080", "2: asked, DAY_ORDER 3/4'26"]
    answers = {Topic.DECIMAL_MARK: ".", Topic.DAY_ORDER: "day month year"}
    assert lines_of(preview(content, answers=answers)) == ["2: expense -1080.00 2026-04-03 x"]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            "<OFX><STMTTRN><TRNAMT>-1<DTUSER>20261122<STMTTRN><DTPOSTED>2026<TRNAMT>-2",
            ["1: expense -1.00 2026-11-22", "1: refused, IMPOSSIBLE_DAY 2026"],
        ),
        ("<OFX><STMTTRN></STMTTRN><CURSYM>EUR<ORIGCURRENCY></NAME></ORIGCURRENCY>", ["1: refused, NO_AMOUNT"]),
        ("<OFX></OFX>", []),
        (
            "".join(
                f"<STMTTRN><DTPOSTED>20261122<TRNAMT>{amount}\n"
                for amount in ("<OFX>", "-25,50", "3200.00", "-4,2", "-7", "-1.234,50", "-1,250", "-3.456")
            ).replace("<STMTTRN><DTPOSTED>20261122<TRNAMT><OFX>", "<OFX>"),
            [
                "2: expense -25.50 2026-11-22",
                "3: extra 3200.00 2026-11-22",
                "4: expense -4.20 2026-11-22",
                "5: expense -7.00 2026-11-22",
                "6: expense -1234.50 2026-11-22",
                "7: refused, TWO_WAYS 1,250",
                "8: refused, TWO_WAYS 3.456",
            ],
        ),
        ("!Type:Invst\nD1/1/26\nT5\n^\n", []),
        ("!Type:Bank\n^\n^\nMlost\n^", ["4: refused, NO_AMOUNT"]),
        (":20:x\n:25:1\n:60F:nothing\n:61:2611221122D5,00\n:86:x\n", ["4: expense -5.00 2026-11-22 x"]),
        (":20:x\n:61:2611221122D5,00NMSCNONREF\n", ["2: expense -5.00 2026-11-22"]),
        (":20:x\n:61:2613221122D5,00NMSCNONREF\n-}\nafter\n", ["2: refused, IMPOSSIBLE_DAY 2026-13-22"]),
    ],
)
def test_what_is_cut_off_or_odd_is_read_as_far_as_it_goes(content: str, lines: list[str]) -> None:
    assert lines_of(preview(content)) == lines


def test_long_texts_of_mt940_are_cut() -> None:
    content = ":20:x\n:61:2611221122D5,00NMSCNONREF\n:86:" + "".join(f"{'x' * 60}\n" for _ in range(200))

    (row,) = preview(content).rows

    assert len(row.note) == 200


_CAMT = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'


def test_a_long_text_is_cut() -> None:
    content = (
        f"{_CAMT}<Ntry><Amt Ccy='USD'>1</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-11-22</Dt></BookgDt>"
        f"<AddtlNtryInf>{'x' * 200_000}</AddtlNtryInf></Ntry></BkToCstmrStmt></Document>"
    )

    assert preview(content).rows[0].note == "x" * 199 + "…"


@pytest.mark.parametrize("more", [0, 1])
def test_elements_stand_forty_deep_at_most(more: int) -> None:
    within = "<a>" * (40 - 3 + more) + "</a>" * (40 - 3 + more)  # in Document, BkToCstmrStmt and Ntry
    content = (
        f"{_CAMT}<Ntry>{within}<Amt Ccy='USD'>1</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-11-22</Dt></BookgDt>"
        "</Ntry></BkToCstmrStmt></Document>"
    )

    if more:
        with pytest.raises(Refused):
            preview(content)
    else:
        assert lines_of(preview(content)) == ["1: expense -1.00 2026-11-22"]


_ENTRY = "<Ntry><Amt Ccy='USD'>1</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-11-22</Dt></BookgDt>{within}</Ntry>"
_NAMES = [f"n{n}" for n in range(1000 - 9)]  # what stands around has nine, with Ccy and xmlns


@pytest.mark.parametrize(
    ("within", "more"),
    [
        ("".join(f"<{name}/>" for name in _NAMES), "<n/>"),
        ("<n0 " + " ".join(f"{name}='1'" for name in _NAMES) + "/>", "<n n='1'/>"),
        (f"<!--{'-x' * 200_000}-->", f"<!--{'-x' * 400_000}-->"),
        (f"<n a='{'x' * 400_000}'/>", f"<n a='{'x' * 800_000}'/>"),
    ],
)
def test_a_statement_has_a_thousand_names_and_no_long_tag(within: str, more: str) -> None:
    """The parser keeps each name: of 380,000 in four megabytes it took ninety for each file."""
    entry = f"{_CAMT}{_ENTRY}</BkToCstmrStmt></Document>"

    assert lines_of(preview(entry.format(within=within))) == ["1: expense -1.00 2026-11-22"]
    with pytest.raises(Refused):
        preview(entry.format(within=f"{within}{more}"))


@pytest.mark.parametrize("early", [0, 1])
def test_a_tag_waits_for_its_end_for_half_a_mebibyte(early: int) -> None:
    """The text is given to the parser in pieces of 64 KiB; the tag is open for eight of them, or for a byte more."""
    before, _, behind = f"{_CAMT}{_ENTRY}</BkToCstmrStmt></Document>".partition("{within}")
    content = before.ljust(64 * 1024 - early) + f"<n a='{'x' * 524_288}'/>" + behind

    if early:
        with pytest.raises(Refused):
            preview(content)
    else:
        assert lines_of(preview(content)) == ["1: expense -1.00 2026-11-22"]


def test_an_account_may_have_another_number_than_an_iban() -> None:
    content = (
        f"{_CAMT}<Acct><Id><Othr><Id>77</Id></Othr></Id></Acct><Ntry><Amt Ccy='USD'>1</Amt><CdtDbtInd>DBIT</CdtDbtInd>"
        "<BookgDt><Dt>2026-11-22</Dt></BookgDt><AcctSvcrRef>R</AcctSvcrRef><NtryDtls><TxDtls><Refs><Ntry>?</Ntry></Refs>"
        "</TxDtls></NtryDtls></Ntry></BkToCstmrStmt></Document>"
    )

    assert lines_of(preview(content)) == ["1: expense -1.00 2026-11-22 #camt:77:R"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (_CAMT, Why.NO_TABLE),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + _CAMT + "&a;</BkToCstmrStmt></Document>", Why.NO_TABLE),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd">' + _CAMT, Why.NO_TABLE),
        (_CAMT + "<a>" * 50, Why.NO_TABLE),
        (_CAMT + "<Ntry/>" * 5_001 + "</BkToCstmrStmt></Document>", Why.TOO_MANY_ROWS),
        (":20:x\n" + ":61:2611221122D5,00NMSCNONREF\n" * 5_001, Why.TOO_MANY_ROWS),
        ("<OFX>" + "<STMTTRN>" * 5_001, Why.TOO_MANY_ROWS),
        ("!Type:Bank\n" + "T1\n^\n" * 5_001, Why.TOO_MANY_ROWS),
    ],
)
def test_what_is_no_statement_is_refused(content: str, why: Why) -> None:
    with pytest.raises(Refused) as refused:
        preview(content)

    assert refused.value.why is why


@pytest.mark.parametrize(
    ("about", "note"),
    [
        (  # ING
            "/EREF/EV1//CNTP/NL32INGB0000012345/INGBNL2A/ING BANK NV INZAKE WEB///REMI/USTD//Factuur 4711/",
            "ING BANK NV INZAKE WEB · Factuur 4711",
        ),
        ("/TRTP/SEPA OVERBOEKING/IBAN/NL1/BIC/ABNANL2A/NAME/J. Jansen/REMI/Huur november/EREF/NOTPROVIDED",
         "J. Jansen · Huur november"),  # ABN AMRO
        ("/ORDP//NAME/ACME BV/REMI/Salaris nov\nember/ISDT/2026-11-20", "ACME BV · Salaris november"),  # Rabobank
        ("/CNTP/NL1/INGBNL2A/Belastingdienst///REMI/STRD/CUR/1234567890123456/", "Belastingdienst · 1234567890123456"),
        ("/EREF/EV1/", "/EREF/EV1/"),
        ("/A shop/ 12", "/A shop/ 12"),
    ],
)  # fmt: skip
def test_code_words_of_dutch_banks_are_no_part_of_a_note(about: str, note: str) -> None:
    content = f":20:A\n:25:NL1\n:60F:C261101EUR1,00\n:61:2611201120D1,56NTRFEREF\n:86:{about}\n:62F:C261120EUR1,00\n-\n"

    (row,) = preview(content, EUR).rows
    assert row.note == note


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (
            "L[Savings]\nSFood\nEveg\n$-60.00\nS[Savings]\n$-40.00\n",
            ["6: expense -60.00 2026-11-22 Costco · veg [Food]", "9: left out, TRANSFER"],
        ),
        (  # the wage before taxes and the taxes
            "SSalary\n$-60.00\nSTax\n$-60.00\nSBack\n$20.00\n",
            [
                "5: expense -60.00 2026-11-22 Costco [Salary]",
                "7: expense -60.00 2026-11-22 Costco [Tax]",
                "9: extra 20.00 2026-11-22 Costco [Back]",
            ],
        ),
        ("SFood\n$-60.00\nSCar\n$-30.00\n", ["2: expense -100.00 2026-11-22 Costco"]),  # not the whole amount
        ("SFood\n$-60.00\nSCar\n", ["2: expense -100.00 2026-11-22 Costco"]),
        ("LFood\nSFood\n$-100.00\n", ["2: expense -100.00 2026-11-22 Costco [Food]"]),
        ("SFood\n$-1.00\n" * 101, ["2: expense -100.00 2026-11-22 Costco"]),
    ],
)
def test_parts_of_a_split_in_qif_are_rows_where_they_come_to_its_amount(parts: str, lines: list[str]) -> None:
    read = preview(f"!Type:Bank\nD11/22/2026\nT-100.00\nPCostco\n{parts}^\n".replace("PCostco\n", "PCostco\n", 1))

    assert lines_of(read) == lines


def test_a_collection_in_camt_names_everybody_once_and_no_purpose_of_one() -> None:
    def transaction(name: str, purpose: str) -> str:
        return f"<TxDtls><RltdPties><Cdtr><Nm>{name}</Nm></Cdtr></RltdPties><RmtInf><Ustrd>{purpose}</Ustrd></RmtInf></TxDtls>"

    content = (
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="USD">30.00</Amt>'
        "<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls>"
        f"{transaction('Ann', 'rent')}{transaction('Bob', 'tea')}{transaction('Ann', 'gas')}</NtryDtls></Ntry></Stmt>"
        "</BkToCstmrStmt></Document>"
    )

    assert lines_of(preview(content)) == ["1: expense -30.00 2026-11-20 Ann, Bob"]


@pytest.mark.parametrize(
    ("about", "note"),
    [
        (
            "105?00LASTSCHRIFT?20EREF+1?21SVWZ+Abschlag?22November?32REWE?33MARKT GMBH",
            "REWE MARKT GMBH · Abschlag November",
        ),
        (
            f"105?20SVWZ+{'x' * 22}?21{'y' * 27}?22z?32Stadt",
            f"Stadt · {'x' * 22}{'y' * 27}z",
        ),  # 27 characters are a full one
    ],
)
def test_a_short_subfield_of_mt940_ends_a_word(about: str, note: str) -> None:
    assert note_of(about) == note
