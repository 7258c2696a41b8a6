"""Files through the front door: what is shown and asked, and that nothing is recorded twice."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from budget.entries import Kind
from tests.chat import Say, breaking, chat

HEADING = "day,kind,amount,currency,category,note\n"
COFFEES = HEADING + "2026-11-20,expense,3.50,USD,fun,coffee\n2026-11-20,expense,3.50,USD,fun,coffee\n"

OFX = """OFXHEADER:100
DATA:OFXSGML
<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKTRANLIST>
{rows}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""


def ofx(*rows: tuple[str, str, str, str]) -> str:
    """A bank's file: the day, the amount, the bank's identity and the name of each payment."""
    return OFX.format(
        rows="".join(
            f"<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>{day}<TRNAMT>{amount}<FITID>{number}<NAME>{name}</STMTTRN>\n"
            for day, amount, number, name in rows
        )
    )


def entries(say: Say) -> list[tuple[Kind, int, str]]:
    """What counts in the book, the oldest first."""
    _, held = say.runner.run(say.app.bookkeeper.recent(say.owner, 100))
    return [(one.entry.kind, one.entry.amount, one.entry.note) for one in reversed(held)]


def test_a_preview_says_what_is_in_the_file_and_records_nothing(say: Say) -> None:
    say("54.20 groceries rewe")
    said = say.file(
        ofx(
            ("20261121", "-54.20", "1", "REWE"),
            ("20261120", "-12.00", "2", "Kino"),
            ("20261119", "1500.00", "3", "ACME"),
            ("20261105", "1500.00", "4", "ACME"),
        )
    )

    assert said.split("\n") == [
        "This is OFX, 4 rows, Thu 5 Nov – Sat 21 Nov, USD.",
        "1 looks like what you wrote yourself.",
        "Spent $66.20 (2 rows, 1 of a known category).",
        "Money in $3,000.00 (2 extra, no paycheck).",
        "Nothing of it is recorded yet; I keep it in mind for a day.",
    ]
    wishes = ["Without the 1", "The $1,500.00 rows are paychecks", "Turn the signs round"]
    assert say.buttons == ["Record 4", "Show the 1", *wishes, "No"]
    assert len(entries(say)) == 1
    assert say.tap("Show the 1") == (
        "Line 4: $54.20 REWE · Predictable Necessities · Sat 21 Nov — in the book: $54.20 groceries rewe · Predictable Necessities"
    )
    assert say.tap("‹ The file") == said


@pytest.mark.parametrize(
    ("language", "found", "recorded", "undone"),
    [
        (
            "english",
            "This is my own CSV, 21 rows, Fri 20 Nov, USD.",
            "21 imported entries, Fri 20 Nov, are recorded.",
            "21 imported entries, Fri 20 Nov, are undone.",
        ),
        (
            "german",
            "Das ist meine eigene CSV, 21 Zeilen, Fr., 20. Nov., USD.",
            "21 importierte Einträge, Fr., 20. Nov., sind notiert.",
            "21 importierte Einträge, Fr., 20. Nov., sind rückgängig gemacht.",
        ),
    ],
)
def test_a_file_of_one_day_names_it_once(say: Say, language: str, found: str, recorded: str, undone: str) -> None:
    say(f"/settings language {language}")

    assert say.file(HEADING + 21 * "2026-11-20,expense,3.50,USD,fun,coffee\n").split("\n")[0] == found
    assert say.tap(say.buttons[0]).split("\n")[0] == recorded
    assert say.tap(say.buttons[0]).split("\n")[0] == undone


def test_the_same_file_again_records_nothing_and_an_overlapping_one_what_is_new(say: Say) -> None:
    say.import_(COFFEES)
    assert len(entries(say)) == 2, "two equal coffees stay two"

    assert "2 are in the book already." in say.file(COFFEES)
    assert say.buttons == ["No"]
    say.import_(COFFEES + "2026-11-20,expense,3.50,USD,fun,coffee\n2026-11-21,expense,4,USD,fun,tea\n")
    assert [amount for _, amount, _ in entries(say)] == [350, 350, 350, 400]


def test_a_payment_is_known_by_its_banks_identity_whatever_its_name_and_day_become(say: Say) -> None:
    say.import_(ofx(("20261101", "-9.99", "A7", "PENDING 4711")))
    said = say.file(ofx(("20261119", "-9.99", "A7", "Netflix"), ("20261101", "-9.99", "A8", "PENDING 4711")))

    assert "1 is in the book already." in said
    assert say.buttons[0] == "Record 1"


COFFEE = HEADING + "2026-11-20,expense,3.50,USD,fun,coffee\n"
BUS = ("20261121", "-2.00", "B1", "bus")


@pytest.mark.parametrize("with_it", [(), (BUS,)], ids=["nothing is new", "something is new"])
def test_a_payment_of_a_new_identity_is_no_other_one_of_its_day_and_price(
    say: Say, with_it: tuple[tuple[str, str, str, str], ...]
) -> None:
    """After a change of format the second coffee of a day was taken for the first."""
    say.import_(COFFEE)
    say.import_(ofx(("20261120", "-3.50", "A1", "coffee"), *with_it))
    assert [amount for _, amount, _ in entries(say)] == [350] + [200 for _ in with_it]

    say.import_(ofx(("20261120", "-3.50", "A2", "coffee")))
    assert sorted(amount for _, amount, _ in entries(say))[-2:] == [350, 350]
    assert "1 is in the book already." in say.file(COFFEE), "in the first format it is known still"
    assert "1 is in the book already." in say.file(ofx(("20261120", "-3.50", "A1", "coffee")))


def test_payments_that_each_file_numbers_from_one_are_all_recorded(say: Say) -> None:
    say.import_(ofx(("20261101", "-3.50", "1", "coffee"), ("20261102", "-12.00", "2", "cinema")))
    say.import_(ofx(("20261111", "-4.50", "1", "tea"), ("20261112", "-30.00", "2", "shoes")))

    assert [amount for _, amount, _ in entries(say)] == [350, 1200, 450, 3000]


def test_a_corrected_entry_is_still_known_and_an_undone_one_is_new(say: Say) -> None:
    say.import_(COFFEES)
    say.tap("1: Other" if "1: Other" in say.buttons else "Undo 1")
    assert say.file(COFFEES).split("\n")[1] == "1 is in the book already."
    say.tap("Record 1")
    assert len(entries(say)) == 2


def test_two_taps_and_two_files_at_once_record_each_row_once(say: Say) -> None:
    data = []
    for _ in range(2):
        say.file(COFFEES)
        data.append(say.data_of("Record 2"))
    for n, one in enumerate(data * 3):
        say.tap_data(one, f"tap {n}")

    assert len(entries(say)) == 2
    assert say.tap_data(data[1], "again") == "Nothing of it is new."


def test_a_repeated_tap_shows_what_is_recorded(say: Say) -> None:
    say.file(COFFEES)
    record = say.data_of("Record 2")
    said = say.tap("Record 2")

    assert said.startswith("✓ $7.00 in 2 entries")
    assert say.tap_data(record, "once more").startswith("✓ $7.00 in 2 entries")
    say.tap("Undo all")
    say.tap_data(record, "and again")
    assert entries(say) == [], "what was undone stays undone"


def test_a_tap_that_does_not_say_what_was_shown_shows_it_again(say: Say) -> None:
    """Earlier versions' buttons say no currency: the budget may have another one since."""
    say.file(COFFEES)
    say("/settings currency EUR")
    said = say.tap_data("j:r:1", "of an earlier version")

    assert said.endswith("2 are in other currencies and left out.")
    assert entries(say) == []
    say("/settings currency USD")
    assert say.tap_data("j:r:1", "once more").startswith("Since this was shown")
    say.tap("Record 2")
    assert len(entries(say)) == 2


def test_the_signs_are_turned_and_turned_back(say: Say) -> None:
    file = ofx(("20261121", "54.20", "1", "REWE"), ("20261119", "-1500.00", "3", "ACME"))
    said = say.file(file)
    assert "Spent $1,500.00" in said

    turned = say.tap("Turn the signs round")
    assert "Spent $54.20 (1 row" in turned
    assert "Money in $1,500.00 (1 extra" in turned
    data = "j:w:1:turned"
    assert say.tap_data(data, "repeat") == turned, "a repeat turns nothing back"
    assert say.file(file, number=1) == turned, "a repeat of the message finds what was said"
    assert say.tap("✓ Turn the signs round") == said


def test_rows_of_one_amount_become_paychecks_and_the_period_begins_with_the_latest(say: Say) -> None:
    say.file(
        ofx(("20261119", "1500.00", "3", "ACME"), ("20261105", "1500.00", "4", "ACME"), ("20261101", "20", "5", "Ann"))
    )
    said = say.tap("The $1,500.00 rows are paychecks")
    assert "(1 extra, 2 of a paycheck)" in said
    say.tap("Record 3")

    assert [kind for kind, _, _ in entries(say)].count(Kind.PAYCHECK) == 2
    say.file(ofx(("20261120", "-3", "6", "Tea"), ("20261101", "-4", "7", "Tea")))
    assert "Only since the paycheck" in say.buttons
    say.tap("Only since the paycheck")
    say.tap("Record 1")
    assert (Kind.EXPENSE, 300, "Tea") in entries(say)
    assert (Kind.EXPENSE, 400, "Tea") not in entries(say)


def test_what_looks_like_a_transfer_is_left_out_on_request(say: Say) -> None:
    say.file(
        ofx(
            ("20261118", "-200", "1", "To savings"),
            ("20261119", "200", "2", "From checking"),
            ("20261119", "-3", "3", "Tea"),
        )
    )
    assert say.reply is not None
    assert "1 pair looks like a transfer between accounts of yours." in say.reply.text
    assert "Spent $3.00" in say.tap("Leave out the transfers")
    say.tap("Record 1")

    assert entries(say) == [(Kind.EXPENSE, 300, "Tea")]


def test_a_rows_note_names_its_category_as_a_written_one_does(say: Say) -> None:
    say("/categories unpredictable +deliveroo")
    say("80 kino")
    say.tap("Fun")
    names = ("TESCO STORES 3345", "Netflix", "Deliveroo", "KINO 7", "ACME LTD", "F 12", "Fun day #fun #other")
    said = say.file(ofx(*((f"202611{20 - n}", f"-{n + 1}.00", f"{n}", name) for n, name in enumerate(names))))
    assert "Spent $28.00 (7 rows, 4 of a known category)." in said

    assert say.tap("Record 7").split("\n")[1:8] == [
        "1 $1.00 TESCO STORES 3345 · Predictable… · Fri 20 Nov",  # a built-in word
        "2 $2.00 Netflix · Fun · Thu 19 Nov",
        "3 $3.00 Deliveroo · Unpredictable… · Wed 18 Nov",  # the budget's own word goes before
        "4 $4.00 KINO 7 · Fun · Tue 17 Nov",  # taught
        "5 $5.00 ACME LTD · Other · Mon 16 Nov",
        "6 $6.00 F 12 · Other · Sun 15 Nov",  # a prefix would be a guess
        "7 $7.00 Fun day #fun #other · Other · Sat 14 Nov",  # it names two
    ]


def test_what_the_file_calls_a_category_goes_before_the_note(say: Say) -> None:
    rows = "2026-11-20,expense,3,USD,Pets,netflix\n2026-11-21,expense,4,USD,other,netflix\n2026-11-21,extra,5,USD,,netflix\n"
    assert "(2 rows, 1 of a known category)" in say.file(HEADING + rows)
    say.tap("Record 3")

    assert "Fun: $0.00" in say.sums()


def test_words_of_the_budgets_language_name_a_rows_category(say: Say) -> None:
    say("/settings language german")
    said = say.file(ofx(("20261120", "-3", "1", "Schmidt"), ("20261121", "-4", "2", "BÄCKEREI KAMPS")))

    assert "(2 Zeilen, 1 mit bekannter Kategorie)" in said


def test_what_looks_typed_is_left_out_on_request_and_taken_again(say: Say) -> None:
    say("4 coffee fun")
    say("5 tea fun")
    typed = entries(say)
    file = ofx(("20261121", "-4", "1", "CAFE"), ("20261121", "-5", "2", "TEAHOUSE"), ("20261121", "-6", "3", "Kino"))
    shown = say.file(file)
    assert "Spent $15.00" in shown
    assert say.buttons[:3] == ["Record 3", "Show the 2", "Without the 2"]

    without = say.tap("Without the 2")
    assert "2 look like what you wrote yourself.\nSpent $6.00 (1 row" in without
    assert say.buttons[:3] == ["Record 1", "Show the 2", "✓ Without the 2"]
    assert say.tap("✓ Without the 2") == shown
    assert say.tap("Without the 2") == without
    say.tap("Record 1")
    assert entries(say) == [*typed, (Kind.EXPENSE, 600, "Kino")]
    say.tap("Undo")
    assert entries(say) == typed

    say.import_(file)
    said = say.file(file)
    assert "3 are in the book already." in said
    assert "yourself" not in said


def test_a_file_of_nothing_but_what_looks_typed_has_nothing_to_record_without_it(say: Say) -> None:
    say("4 coffee fun")
    file = ofx(("20261121", "-4", "1", "CAFE"))
    say.file(file)
    record = say.data_of("Record 1")

    assert say.tap("Without the 1").endswith("Nothing of it is new.")
    assert say.buttons == ["Show the 1", "✓ Without the 1", "Turn the signs round", "No"]
    assert say.tap_data(record, "record").endswith("Nothing of it is new.")
    assert len(entries(say)) == 1


def test_unknown_categories_go_to_other_or_are_added(say: Say) -> None:
    file = HEADING + "2026-11-20,expense,3,USD,Pets & Co,food\n2026-11-21,expense,4,USD,fun,tea\n"
    said = say.file(file)
    assert "Not among your categories, so they go to Other: Pets &amp; Co" in (say.reply.text if say.reply else "")
    assert "(2 rows, 1 of a known category)" in said

    assert "To be added to your categories" in say.tap("Add them")
    assert say.buttons == ["Record 2", "✓ Add them", "Say where they go…", "No"]
    say.tap("Record 2")
    assert "Pets & Co: $3.00" in say.sums()


@pytest.mark.parametrize("names", [("zoo", "Zoo", "ZOO"), ("Zoo", "🦁 Zoo", "zoo"), ("Zoo", "Zoo.", "Ｚｏｏ")])
def test_names_of_categories_that_a_budget_takes_for_one_are_one(say: Say, names: tuple[str, str, str]) -> None:
    rows = "".join(f"2026-11-{n},expense,{n},USD,{name},x\n" for n, name in enumerate(names, 17))
    said = say.file(HEADING + rows).split("\n")
    assert f"Not among your categories, so they go to Other: {names[0]}" in said[2:]

    said = say.tap("Add them").split("\n")
    assert said[2] == f"To be added to your categories: {names[0]}"
    assert not [line for line in said if "can't be added" in line]
    say.tap("Record 3")
    assert f"{names[0]}: $54.00" in say.sums()


def test_categories_that_there_is_no_room_for_are_named_before_and_go_to_other(say: Say) -> None:
    for letter in "abcdefghijklmno":
        say(f"/categories add Kind{letter} 10")
    say("/categories remove fun")
    rows = "".join(
        f"2026-11-{n},expense,{n},USD,{name},x\n" for n, name in enumerate(("Fun", "Pets", "Zoo", "Sea"), 17)
    )
    say.file(HEADING + rows)
    said = say.tap("Add them")
    assert said.split("\n")[2:4] == [
        "To be added to your categories: Pets, Zoo",
        "These can't be added and go to Other: Sea. A budget has 20 categories at most, with names that lines can have.",
    ]
    say.tap("Record 4")
    sums = say.sums()
    assert "Pets: $18.00" in sums
    assert "Zoo: $19.00" in sums
    assert "Other: $20.00" in sums


def test_a_category_that_can_not_be_is_left_to_other(say: Say) -> None:
    say.file(HEADING + "2026-11-20,expense,3,USD,12.50,food\n2026-11-21,expense,4,USD,Pets,tea\n")
    assert say.tap("Add them").split("\n")[2:4] == [
        "To be added to your categories: Pets",
        "These can't be added and go to Other: 12.50. A budget has 20 categories at most, with names that lines can have.",
    ]
    say.tap("Record 2")

    assert "Other: $3.00" in say.sums()
    assert "Pets: $4.00" in say.sums()


@pytest.mark.parametrize(("answer", "day"), [("Fri 3 Apr", "2026-04-03"), ("Wed 4 Mar", "2026-03-04")])
def test_what_no_row_settles_is_asked_with_an_example_and_remembered_for_the_heading(
    say: Say, answer: str, day: str
) -> None:
    table = "Day;Amount;Text\n03/04/2026;-12,50;Rewe\n"
    assert say.file(table) == "Line 2: what does “03/04/2026” mean?"
    assert say.buttons == ["Fri 3 Apr", "Wed 4 Mar", "No"]
    say.tap(answer)
    say.tap("Record 1")
    _, (held,) = say.runner.run(say.app.bookkeeper.recent(say.owner, 9))
    assert held.entry.day.isoformat() == day

    said = say.file(table.replace("12,50", "13,50"))
    assert said.startswith("This is a table, 1 row,"), "the next file of this heading is not asked about"


def test_decimal_marks_that_contradict_each_other_are_asked_about_once_with_both_sums(say: Say) -> None:
    file = 'Day,What,Amount\n2026-11-19,tea,"-1.234"\n2026-11-20,bus,"-1,23"\n2026-11-21,gum,-7\n'
    said = say.file(file)
    assert said.split("\n") == [
        "Line 2: what does “1.234” mean?",
        "1,234.56: all amounts come to $7.00. 2 can't be read (lines 2, 3).",
        "1.234,56: all amounts come to $1,242.23.",
    ]
    assert say.buttons == ["1,234.56", "1.234,56", "No"]
    shown = say.tap("1,234.56")
    assert "2 can't be read (lines 2, 3).\nSpent $7.00" in shown, "what contradicts the answer is refused by its line"
    say.file(file)
    say.tap("1.234,56")
    say.tap("Record 3")
    assert sorted(amount for _, amount, _ in entries(say)) == [123, 700, 123_400]


def test_an_amount_that_may_be_a_mistake_does_not_say_what_the_others_are(say: Say) -> None:
    said = say.file("Day,What,Amount\n2026-11-19,tea,-1.080\n2026-11-20,bus,-2.500\n2026-11-21,gum,-3.456\n")
    assert said.split("\n") == [
        "Line 2: what does “1.080” mean?",
        "$1.08: all amounts come to $3.58. 1 can't be read (line 4).",
        "$1,080.00: all amounts come to $7,036.00.",
    ]
    assert say.buttons == ["$1.08", "$1,080.00", "No"]
    assert "Spent $3.58" in say.tap("$1.08")


def test_an_unreadable_amount_is_to_be_written_as_the_budget_writes_it(tmp_path: Path) -> None:
    with chat(tmp_path, CURRENCY="EUR", LOCALE="de_DE") as say:
        say.file("Datum;Text;Betrag\n20.11.2026;Kino;-12,50\n21.11.2026;Brot;abc\n")
        assert say.tap("Show the 1") == "Line 3: “abc” is no amount that I can read. Write it plainly, like 1234,50."


def test_of_a_single_amount_no_sum_is_said(say: Say) -> None:
    assert say.file("Day,What,Amount\n2026-11-19,tea,-1.080\n") == "Line 2: what does “1.080” mean?"


def test_an_unknown_heading_is_asked_about_column_by_column(say: Say) -> None:
    table = (
        "booked,valued,one,other,who,why\n2026-11-20,2026-11-21,5.00,,Ann,tea\n2026-11-21,2026-11-21,,7.00,Bob,loan\n"
    )
    said = say.file(table)
    assert said.startswith("Which column is the day?\n2026-11-20 | ")
    assert say.buttons == ["booked", "valued", "No"]
    say.tap("booked")
    assert say.tap("Two columns, out and in").startswith("Which column is money out?")
    say.tap("one")
    assert say.tap("why").split("\n")[1:3] == [
        "Spent $5.00 (1 row, 0 of a known category).",
        "Money in $7.00 (1 extra, no paycheck).",
    ]
    assert "Columns…" in say.buttons
    assert say.tap("Columns…").startswith("Which column is the day?")
    assert say.tap_data("j:a:1:sign:0", "not asked").startswith("Which column is the day?")
    assert say.tap_data("j:a:1:day column:9", "no such answer").startswith("Which column is the day?")


def test_of_wide_rows_each_column_is_shown_that_is_asked_about(say: Say) -> None:
    said = say.file(
        "Account;Booked on;What it was;Whose;Amount\nDE11111111111111111111;2026-11-20;a payment by card;REWE SAGT DANKE;-5.00\n"
        "DE11111111111111111111;2026-11-21;a transfer of money;;-2.00\n"
    )
    assert said.split("\n") == [
        "Which column is the note?",
        "What it was: a payment by card | a transfer of money",
        "Whose: REWE SAGT DANKE",
    ]


def test_columns_of_one_name_or_none_are_told_by_their_number(say: Say) -> None:
    said = say.file(
        "Day,Text,Amount,Text,Amount,\n2026-11-20,tea,-5.00,Ann,-1.00,2.50\n2026-11-21,bus,-2.00,Bob,-1.00,2.60\n"
    )
    assert said.split("\n") == [
        "Which column is the amount?",
        "Amount (3): -5.00 | -2.00",
        "Amount (5): -1.00 | -1.00",
        "6: 2.50 | 2.60",
    ]
    assert say.buttons == ["Amount (3)", "Amount (5)", "6", "Two columns, out and in", "No"]
    say.tap("Two columns, out and in")
    say.tap("Amount (3)")
    assert say.buttons == ["Amount (5)", "6", "No"], "the name stays what it was"
    say.tap("6")
    assert say.buttons == ["Text (2)", "Text (4)", "No note", "No"]


def test_names_that_are_cut_alike_are_told_by_their_number(say: Say) -> None:
    name = "What was paid as the bank calls it in its own "
    say.file(f"Day,Amount,{name}words,{name}code\n2026-11-20,-5.00,tea,QX\n2026-11-21,-2.00,bus,QY\n")
    assert say.buttons == [f"{name[:40]} (3)", f"{name[:40]} (4)", "No note", "No"]


def test_what_became_of_a_payment_is_never_its_note(say: Say) -> None:
    said = say.file("Day,What,Amount,Status\n2026-11-20,tea,-5.00,Booked\n2026-11-21,bus,-2.00,Pending\n")
    assert "Spent $5.00" in said, "there is one column left for the note"
    say.tap("Columns…")
    say.tap("Day")
    say.tap("Amount")
    assert say.buttons == ["What", "No note", "‹ The file"]


def test_columns_are_chosen_anew_whatever_the_cells_tell(say: Say) -> None:
    say.file("Day,What,Amount,Balance\n2026-11-20,tea,-5.00,95.00\n2026-11-21,bus,-2.00,93.00\n")
    say.tap("Columns…")
    assert say.buttons == ["Day", "‹ The file"]
    assert say.tap("Day").startswith("Which column is the amount?")
    assert say.buttons == ["Amount", "Balance", "Two columns, out and in", "‹ The file"]
    say.tap("Amount")
    assert say.buttons == ["What", "No note", "‹ The file"]
    assert "Spent $7.00" in say.tap("No note")
    assert say.tap("Columns…").startswith("Which column is the day?"), "as often as somebody wants to"


def test_columns_that_were_chosen_hold_for_the_next_file_although_nothing_is_asked(say: Say) -> None:
    table = "Date,Merchant,Memo,Amount\n2026-11-20,Kino,ticket 1,-5.00\n2026-11-19,Spar,milk,-6.00\n"
    say.file(table)
    say.tap("Columns…")
    for column in ("Date", "Amount", "Memo"):
        said = say.tap(column)
    assert said.startswith("This is a table, 2 rows")
    assert "2 entries" in say.tap("Record 2")
    assert [note for _, _, note in entries(say)] == ["ticket 1", "milk"]

    assert "2 are in the book already." in say.file(table).split("\n")
    assert not any(label.startswith("Record") for label in say.buttons)
    say.file(table.replace("2026-11-20,Kino,ticket 1,-5.00\n", "2026-11-21,Kino,ticket 2,-5.00\n"))
    assert "ticket 2" in say.tap("Record 1")
    assert len(entries(say)) == 3


def test_who_chooses_columns_comes_back_to_the_file_as_it_was(say: Say) -> None:
    shown = say.file("Day,What,Amount,Fee\n2026-11-20,tea,-5.00,-1.00\n2026-11-21,bus,-2.00,-1.00\n")
    assert shown.startswith("Which column is the amount?")
    assert "No" in say.buttons, "nothing of it was shown yet"
    shown = say.tap("Amount")
    assert "Spent $7.00" in shown
    say.tap("Columns…")
    say.tap("Day")
    assert say.tap_data("j:w:1:columns", "again").startswith("Which column is the day?"), "a repeat begins once more"
    say.tap("Day")
    say.tap("Fee")
    assert say.tap("‹ The file") == shown
    assert say.tap_data("j:x:1:columns", "again") == shown, "a repeat changes nothing"
    say.tap("Columns…")
    say.tap("Day")
    say.tap("Fee")
    chosen = say.tap("No note")
    assert "Spent $2.00" in chosen
    say.tap("Columns…")
    assert say.tap("‹ The file") == chosen, "what was chosen last holds"
    say.tap("Record 2")
    assert sorted(amount for _, amount, _ in entries(say)) == [100, 100]


def test_what_a_card_was_paid_for_is_asked_with_both_sums(say: Say) -> None:
    said = say.file(
        "Date,Description,Amount\n11/18/2026,TACOS,54.21\n11/16/2026,UBER,18.40\n11/12/2026,AUTOPAY PAYMENT,-320.00\n"
    )
    assert said.split("\n") == [
        "Line 2: was “54.21 TACOS” spent, or did it come in?",
        "Amounts without a minus come to $72.61 in all, those with one to $320.00.",
    ]
    assert say.tap("Spent").split("\n")[1:3] == [
        "Spent $72.61 (2 rows, 0 of a known category).",
        "Money in $320.00 (1 extra, no paycheck).",
    ]


def test_what_was_said_about_signs_holds_for_the_next_file_however_many_have_a_minus(say: Say) -> None:
    heading = "Date,Description,Amount\n"
    say.file(f"{heading}11/20/2026,AMAZON,45.67\n11/19/2026,UBER,12.00\n11/05/2026,AMAZON REFUND,-6.00\n")
    say.tap("Spent")
    say.tap("Record 3")

    said = say.file(f"{heading}11/21/2026,WHOLE FOODS,80.00\n11/22/2026,AMAZON REFUND,-30.00\n").split("\n")
    assert said[1:3] == ["Spent $80.00 (1 row, 1 of a known category).", "Money in $30.00 (1 extra, no paycheck)."]
    assert "Money in $31.00" in say.file(f"{heading}11/22/2026,AMAZON REFUND,-31.00\n")


@pytest.mark.parametrize(
    ("first", "answer", "second", "said"),
    [
        pytest.param(  # spent without a minus; the columns of days and amounts stand elsewhere
            "2026-11-20,tea,3.00\n2026-11-21,bus,2.00\n",
            "Spent",
            "tea,2026-11-20,3.00\npay,2026-11-21,20.00\n",
            "Line 1: was “3.00 tea” spent, or did it come in?",
            id="other columns",
        ),
        pytest.param(
            "2026-11-20,tea,3.00\n2026-11-21,bus,2.00\n",
            "Spent",
            "11/20/2026,tea,3.00\n11/21/2026,pay,20.00\n",
            "Line 1: was “3.00 tea” spent, or did it come in?",
            id="days as another bank writes them",
        ),
        pytest.param(
            "2026-11-20,tea,3.00\n2026-11-21,bus,2.00\n",
            "Spent",
            "2026-11-22,bread,4.00\n2026-11-21,bus,2.00\n",
            "Spent $4.00 (1 row",
            id="the same bank",
        ),
    ],
)
def test_what_was_said_of_a_table_without_a_heading_holds_for_its_like(
    say: Say, first: str, answer: str, second: str, said: str
) -> None:
    say.file(first)
    say.tap(answer)
    say.tap("Record 2")

    assert said in say.file(second)


def test_a_wish_that_was_forgotten_meanwhile_is_missed(say: Say) -> None:
    say("5 fun a")
    say.file("Date,Description,Amount\n2026-11-22,a,-5.00\n2026-11-21,b,-7.00\n2026-11-20,c,100.00\n")
    say.tap(next(label for label in say.buttons if label.startswith("Without the 1")))
    record = say.data_of(next(label for label in say.buttons if label.startswith("Record ")))
    say.wait(hours=25)

    assert say.tap_data(record, "late").startswith("Since this was shown")
    assert "$7.00" not in say("/recent")


def test_signs_that_the_next_file_contradicts_are_asked_about_anew(say: Say) -> None:
    heading = "Date,Description,Amount\n"
    say.file(f"{heading}11/20/2026,Netflix,15.49\n11/19/2026,Shell,20.00\n")
    say.tap("Spent")
    say.tap("Record 2")

    said = say.file(f"{heading}11/20/2026,MARKET,-45.20\n11/19/2026,POWER,-30.00\n11/18/2026,ACME,1500.00\n")
    assert "Record" not in " ".join(say.buttons)
    assert "Spent" in say.buttons, said
    say.tap("It came in")
    assert any(label.startswith("Record 3") for label in say.buttons)


def test_signs_that_were_turned_round_stay_so_for_the_heading(say: Say) -> None:
    heading = "Date,Description,Amount\n"
    say.file(f"{heading}11/20/2026,AMAZON,-45.67\n11/19/2026,UBER,-12.00\n11/05/2026,REFUND,6.00\n")
    say.tap("Turn the signs round")
    say.tap("Record 3")

    said = say.file(f"{heading}11/21/2026,WHOLE FOODS,80.00\n11/22/2026,AMAZON REFUND,-30.00\n")
    assert "Spent $80.00" in said
    assert "Turn the signs round" in say.buttons
    assert "Spent $30.00" in say.tap("Turn the signs round"), "from how it is shown"
    say.tap("Record 2")
    assert "Spent $31.00" in say.file(f"{heading}11/22/2026,A SHOP,-31.00\n")


def test_signs_of_two_columns_that_were_turned_round_stay_so_until_they_are_turned_back(say: Say) -> None:
    heading = "Date,Description,Debit,Credit\n"
    say.file(f"{heading}2026-11-20,AMAZON,,45.67\n")
    assert "Spent $45.67" in say.tap("Turn the signs round")
    say.tap("Record 1")

    assert "Spent $9.00" in say.file(f"{heading}2026-11-21,UBER,,9.00\n")
    say.tap("Turn the signs round")
    say.tap("Record 1")
    assert "Money in $8.00" in say.file(f"{heading}2026-11-21,UBER,,8.00\n")
    say.tap("Record 1")
    assert "Money in $7.00" in say.file(f"{heading}2026-11-21,UBER,,7.00\n")


def test_a_recorded_file_that_is_sent_again_and_turned_round_has_nothing_new(say: Say) -> None:
    file = "Date,Description,Amount\n11/20/2026,AMAZON,-45.67\n11/19/2026,UBER,-12.00\n11/05/2026,REFUND,6.00\n"
    say.import_(file)
    say.file(file)
    assert say.buttons == ["Columns…", "No"], "there is nothing to turn"

    assert "3 are in the book already." in say.tap_data("j:w:2:turned", "of an earlier version")
    assert say.buttons == ["✓ Turn the signs round", "Columns…", "No"]
    assert not [label for label in say.buttons if label.startswith("Record")]


def test_what_the_book_holds_is_not_offered_as_a_paycheck(say: Say) -> None:
    """The button stood below a file of which all was known, and did nothing."""
    salary = ("20261119", "1500.00", "1", "ACME PAYROLL")
    say.import_(ofx(salary))
    say.file(ofx(salary))
    assert say.buttons == ["No"]

    say.file(ofx(salary, ("20261120", "1600.00", "2", "ACME PAYROLL")))
    assert "The $1,600.00 row is a paycheck" in say.buttons
    assert "(0 extra, 1 of a paycheck)" in say.tap("The $1,600.00 row is a paycheck")


def test_a_single_salary_is_offered_as_a_paycheck_and_never_taken_for_one(say: Say) -> None:
    said = say.file(ofx(("20261119", "1500.00", "1", "ACME PAYROLL"), ("20261120", "-12.00", "2", "Kino")))
    assert "Money in $1,500.00 (1 extra, no paycheck)." in said
    said = say.tap("The $1,500.00 row is a paycheck")
    assert "Money in $1,500.00 (0 extra, 1 of a paycheck)." in said
    assert "✓ The $1,500.00 row is a paycheck" in say.buttons
    say.tap("Record 2")
    assert entries(say)[0][0] is Kind.PAYCHECK


def test_a_shop_within_what_a_bank_writes_names_its_category(say: Say) -> None:
    say("/categories fun +kino")
    rows = (
        ("20261119", "-23.47", "1", "KARTENZAHLUNG REWE SAGT DANKE 44012345//KOELN/DE"),
        ("20261119", "-9.00", "2", "VISA KINO BABYLON BERLIN"),
        ("20261119", "-8.00", "3", "VISA REWE KINO BERLIN"),  # two shops
        ("20261119", "-7.00", "4", "KARTENZAHLUNG DIA OTHER MADRID"),
    )
    assert "Spent $47.47 (4 rows, 2 of a known category)." in say.file(ofx(*rows))
    say.tap("Record 4")
    sums = say.sums()
    assert "Predictable Necessities: $23.47" in sums
    assert "Fun: $9.00" in sums
    assert "Other: $15.00" in sums


def test_the_categories_of_a_file_are_mapped_by_buttons(say: Say) -> None:
    rows = "2026-11-20,expense,3,USD,Kneipe,beer\n2026-11-21,expense,4,USD,Bahn,train\n2026-11-21,expense,5,USD,Urlaub,hotel\n"
    said = say.file(HEADING + rows)
    assert "so they go to Other: Kneipe, Bahn, Urlaub" in said
    assert say.tap("Say where they go…") == "Where does “Kneipe” of the file go?"
    assert say.buttons == ["Fun", "Predictable Necessities", "Unpredictable Necessities", "Other", "‹ The file"]
    assert say.tap("Fun") == "Where does “Bahn” of the file go?"
    assert say.tap("Predictable Necessities") == "Where does “Urlaub” of the file go?"
    said = say.tap("‹ The file")
    assert "Kneipe → Fun, Bahn → Predictable Necessities" in said
    assert "so they go to Other: Urlaub" in said
    assert "Spent $12.00 (3 rows, 2 of a known category)." in said
    say.tap("Say where they go…")
    assert "Urlaub → Fun" in say.tap("Fun"), "the last one leads back to the file"
    assert "Add them" not in say.buttons
    assert say.tap("Say where they go…") == "Where does “Kneipe” of the file go?", "and it may be said anew"
    say.tap("Other")
    say.tap("Record 3")
    sums = say.sums()
    assert "Fun: $5.00" in sums
    assert "Predictable Necessities: $4.00" in sums
    assert "Other: $3.00" in sums
    assert say.tap_data("j:m:1:9:1", "no such place").startswith("This is my own CSV")
    say.file(HEADING + rows.replace("beer", "wine"))
    assert say.tap_data("j:q:2:9", "no such place").startswith("This is my own CSV")
    assert say.tap_data("j:m:2:0:99", "no such category").startswith("This is my own CSV")


def test_what_is_neither_mapped_nor_added_goes_to_other(say: Say) -> None:
    say.file(HEADING + "2026-11-20,expense,3,USD,Kneipe,beer\n2026-11-21,expense,4,USD,Bahn,train\n")
    say.tap("Say where they go…")
    say.tap("Fun")
    say.tap("‹ The file")
    assert "To be added to your categories: Bahn" in say.tap("Add them")
    say.tap("Record 2")
    assert "Fun: $3.00" in say.sums()
    assert "Bahn: $4.00" in say.sums()
    assert "Kneipe" not in say.sums()


def test_a_file_that_waits_no_more_says_so(say: Say) -> None:
    say("5 fun")
    assert say.tap_data("j:r:77", "x").startswith("That was more than a day ago")
    assert say.tap_data("j:n:77", "y") == "Fine, nothing of the file is recorded."


def test_the_latest_files_are_listed_and_undone_by_a_tap(say: Say) -> None:
    assert say("/imports").startswith("No file was recorded yet.")
    say.import_(COFFEES)
    say.wait(minutes=1)
    say.import_(ofx(("20261119", "-3", "3", "Tea")))

    assert say("/imports") == ("The latest files:\n1. OFX, 1 row, Thu 19 Nov\n2. my own CSV, 2 rows, Fri 20 Nov")
    say.tap("2")
    say.tap("Undo all")
    assert entries(say) == [(Kind.EXPENSE, 300, "Tea")]


def test_a_file_that_is_undone_is_marked_as_such_and_comes_back_by_a_tap(say: Say) -> None:
    say.import_(COFFEES)
    listed = "The latest files:\n1. my own CSV, 2 rows, Fri 20 Nov"
    say("/undo")
    assert say("/imports") == f"{listed} undone"
    assert say.reply is not None
    assert "<s>my own CSV, 2 rows, Fri 20 Nov</s> undone" in breaking(say.reply.text)
    say.tap("1")
    say.tap("Restore all")
    assert say("/imports") == listed
    assert len(entries(say)) == 2
    say.tap("1")
    say.tap("Undo 1")
    assert say("/imports") == listed, "one of two still counts"


def test_other_currencies_and_what_is_no_payment_are_counted_and_left_out(say: Say) -> None:
    said = say.file(
        HEADING
        + "2026-11-20,expense,3,EUR,fun,food\n2026-11-21,expense,0,USD,fun,tea\n2026-11-21,expense,5,USD,fun,tea\n"
    )

    assert "1 is in another currency and left out." in said
    assert "1 is a transfer, a total or no payment, and left out." in said
    assert say.file(HEADING + "2026-11-20,expense,3,EUR,fun,food\n").startswith(
        "This is my own CSV, and I find nothing"
    )
    assert say.buttons == ["No"]


def test_a_file_that_was_shown_in_another_currency_is_shown_again(say: Say) -> None:
    say("5 fun tea")
    shown = say.file("Day,What,Amount\n2026-11-20,sofa,-100.00\n2026-11-21,bus,-2.00\n")
    file = say.reply
    say("/settings currency EUR")
    say.tap("Yes, they were EUR")
    say.reply = file
    said = say.tap("Record 2").replace("\xa0", " ").split("\n")

    assert (
        said[0]
        == "This was shown in USD, and your budget is in EUR by now. Nothing of it is recorded: look at it again."
    )
    assert said[2:] == ["Spent €102.00 (2 rows, 1 of a known category).", *shown.split("\n")[-1:]]
    assert [amount for _, amount, _ in entries(say)] == [500]
    say.tap("Record 2")
    assert sorted(amount for _, amount, _ in entries(say)) == [200, 500, 10_000]
    say.reply = file
    assert say.tap("Record 2").startswith("✓"), "what is recorded is shown, whatever it was"


def test_a_bank_statement_in_the_currency_of_before_is_left_out(say: Say) -> None:
    say.file(ofx(("20261120", "-100", "1", "sofa")))
    file = say.reply
    say("/settings currency EUR")
    say.reply = file
    said = say.tap("Record 1")

    assert said.split("\n")[:3] == [
        "This was shown in USD, and your budget is in EUR by now. Nothing of it is recorded: look at it again.",
        "This is OFX, and I find nothing to record in it.",
        "1 is in another currency and left out.",
    ]
    assert entries(say) == []


def test_a_file_that_another_setting_reads_otherwise_is_shown_again(say: Say) -> None:
    say("/settings numbers german")
    say.file("Day,What,Amount\n2026-11-20,sofa,-1.234\n2026-11-21,bus,-2\n")
    file = say.reply
    say("/settings numbers american")
    say.reply = file
    said = say.tap("Record 2").split("\n")

    assert said[:2] == [
        "Since this was shown, a setting or what you said of the file has changed. Nothing of it is recorded: look at it again.",
        "Line 2: what does “1.234” mean?",
    ]
    assert entries(say) == []


def test_what_was_said_of_a_file_elsewhere_is_shown_before_it_is_recorded(say: Say) -> None:
    say.file(ofx(("20261120", "-3", "1", "Tea")))
    first = say.reply
    say.tap("Turn the signs round")
    say.reply = first
    assert say.tap("Record 1").split("\n")[2] == "Money in $3.00 (1 extra, no paycheck)."
    assert entries(say) == []
    say.tap("Record 1")
    assert entries(say) == [(Kind.EXTRA, 300, "Tea")]


def test_a_row_with_money_out_and_money_in_is_told_with_both(say: Say) -> None:
    say.file("Day,What,Debit,Credit\n2026-11-20,tea,5.00,6.00\n2026-11-20,bus,2.00,\n")
    assert say.tap("Show the 1") == (
        "Line 2: Money out and money in stand in one row, “5.00 | 6.00”, so I can't tell which of them was paid."
    )


def test_two_words_for_the_way_of_the_money_are_asked_about_and_remembered(say: Say) -> None:
    heading = "Day,What,Type,Amount\n"
    said = say.file(heading + "2026-11-19,tea,Zug,5.00\n2026-11-20,pay,Abg,1500.00\n")

    assert said.split("\n")[0] == "Which word in the column “Type” means money out?"
    assert say.buttons == ["Zug", "Abg", "Neither", "No"]
    assert "Spent $5.00" in say.tap("Zug")
    say.tap("Record 2")
    assert entries(say) == [(Kind.EXPENSE, 500, "tea"), (Kind.EXTRA, 150_000, "pay")]
    assert "Spent $3.00" in say.file(heading + "2026-11-21,bus,Zug,3.00\n2026-11-21,pay,Abg,9.00\n")


def test_neither_of_two_words_may_say_it(say: Say) -> None:
    say.file("Day,What,Type,Amount\n2026-11-19,tea,Home,5.00\n2026-11-20,bus,Work,2.00\n")

    assert say.tap("Neither") == "Line 2: was “5.00 tea” spent, or did it come in?"
    assert "Spent $7.00" in say.tap("Spent")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "This file is Excel (XLS), which I can't read."),
        (b"<html><body><table>", "This file is HTML, which I can't read."),
        (
            b"Month,Category Group,Category,Assigned,Activity,Available\n",
            "This is YNAB's plan, and it has no payments in it.",
        ),
    ],
)
def test_a_file_of_another_form_is_named(say: Say, content: bytes, said: str) -> None:
    assert say.file(content).startswith(said)


def test_a_guessed_encoding_is_said(say: Say) -> None:
    said = say.file("Datum;Betrag;Text\n23.04.2026;-12,50;Bäcker\n".encode("cp1252"))

    assert "It is no UTF-8; I read it as Western European (cp1252)." in said


def test_a_polish_file_is_read_in_a_polish_budget(tmp_path: Path) -> None:
    with chat(tmp_path, LOCALE="pl_PL", CURRENCY="PLN") as say:
        said = say.file("Data;Kwota;Opis\n2026-11-16;-18,49 PLN;ŻABKA KARTĄ\n".encode("cp1250"))
        assert "The file is no UTF-8: I take it for cp1250." in said
        say.tap("Record 1")
        assert entries(say) == [(Kind.EXPENSE, 1849, "ŻABKA KARTĄ")]


def test_a_day_of_the_future_is_told_by_its_line(say: Say) -> None:
    say.file(HEADING + "2026-11-23,expense,3,USD,fun,food\n2026-11-21,expense,5,USD,fun,tea\n")
    assert say.now == datetime(2026, 11, 22, 10, tzinfo=UTC)

    assert say.tap("Show the 1").startswith("Line 2: ")
