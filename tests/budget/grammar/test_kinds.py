"""Kinds of lines that were misread once, or asked about although clear: each with its siblings.

A reading is written as in test_readings.py; today is Sunday 2026-11-22. A reading that ends in "…" has that beginning.
"""

from dataclasses import replace

import pytest

from budget.grammar import Treatment, read, text_in_group
from tests.budget.grammar.test_readings import readings_said, scope

KINDS = {
    "what came in with a check": [
        ("stimulus check 600", "asks extra: extra 600.00 'stimulus check' | …"),
        ("bonus check 200", "asks extra: extra 200.00 'bonus check' | …"),
        ("social security check 1400", "asks extra: paycheck 1400.00 'social security check' | …"),
        ("credit check 30", "expense 30.00 Other 'credit check' +categories"),
        ("credit card 20", "asks refund: expense 20.00 Other 'credit card' | [not spending]…"),
        ("ss came in 1400", "asks extra: extra 1400.00 'ss came in' | …"),
        ("lunch came in at 14", "expense 14.00 Fun 'lunch came in' +built-in"),
        ("dd 1500", "asks extra: extra 1500.00 'dd' | …"),
        ("van tax 27.50 dd", "expense 27.50 Other 'van tax dd' +categories"),
        ("interest 4.12", "asks extra: extra 4.12 'interest' | …"),
        ("gold loan interest 2150", "expense 2150.00 Other 'gold loan interest' +categories"),
    ],
    "what was earned": [
        ("tips tonight 85", "asks extra: extra 85.00 'tips' | …"),
        ("made 85 in tips", "asks extra: extra 85.00 'made in tips' | …"),
        ("hotel tips 10", "expense 10.00 Other 'hotel tips' +categories"),
        ("freelance 400", "asks extra: extra 400.00 'freelance' | …"),
        ("got my paycheck 1500", "asks income: paycheck 1500.00 'got my paycheck' | …"),
        ("my pension arrived 1100", "asks income: paycheck 1100.00 'my pension arrived' | …"),
        ("maid salary 3000", "asks income: expense 3000.00 Other 'maid salary' | …"),
        ("sent invoice 1500", "asks extra: extra 1500.00 'sent invoice' | …"),
        ("invoice 1,500 sent", "asks extra: extra 1500.00 'invoice sent' | …"),
    ],
    "numbers of places, and hours of days": [
        ("order 5512 pizza ready", "asks spending: expense 5512.00 any category 'order pizza ready'"),
        ("visa 4242 rent", "asks spending: expense 4242.00 any category 'visa rent'"),
        ("ref 88213", "asks spending: expense 88213.00 any category 'ref'"),
        ("metro card 500", "expense 500.00 Predictable 'metro card' +built-in"),
        ("dentist 12/3 at 10", "asks spending: expense 10.00 any category 'dentist 12/3'"),
        ("dentist dec 3rd at 10", "asks spending: expense 10.00 any category 'dentist dec 3rd'"),
        ("doctor room 4 at 10", "asks spending: expense 10.00 any category 'doctor room 4'"),
        ("conf# 88231 hotel 189", "expense 189.00 Other 'conf# 88231 hotel' +categories"),
    ],
    "what is no whole number of its own": [
        ("5 0 coffee", "refused: zero"),
        ("coffee 5 0", "refused: zero"),
        ("gas 40 11-20", "refused: unclear day"),
        ("gas $40 11-20", "refused: unclear day"),
    ],
    "a likely count is not offered first": [
        ("Stamps 2 books 27.20", "asks entries: [only] expense 27.20 Other 'Stamps 2 books' | …"),
    ],
    "two words of income: the first leads, whichever order a set of them has": [
        ("wages pension 300", "asks income: paycheck 300.00 'pension' | …"),
        ("march pension and salary 900", "asks income: paycheck 900.00 'march pension and salary' | …"),
        ("john pension wages 300", "asks income: paycheck 300.00 'john pension wages' | …"),
    ],
    "who gave it": [
        ("dad sent 200", "asks extra: extra 200.00 'dad sent' | …"),
        ("my dad sent 200 for books", "asks extra: extra 200.00 'my dad sent for books' | …"),
        ("sent dad 200", "expense 200.00 Other 'sent dad' +categories"),
        ("i sent 200", "expense 200.00 Other 'i sent' +categories"),
        ("both of us 24 cinema", "expense 24.00 Fun 'both of us cinema' +built-in"),
        ("paid back the loan from mom 100", "expense 100.00 Other 'back the loan from mom' +income"),
        ("paid 40 from mom", "asks extra: extra 40.00 'paid from mom' | …"),
        ("stripe transfer 312.55", "asks refund: expense 312.55 Other 'stripe transfer' | [not spending] | …"),
        ("bank transfer rent 900", "expense 900.00 Predictable 'bank transfer rent'"),
    ],
    "a price so many times": [
        ("toll 2.50 twice", "asks amount: expense 5.00 Predictable 'toll twice' = 2 × $2.50 | expense 2.50 …"),
        (
            "bus 2.40 three times",
            "asks amount: expense 7.20 Predictable 'bus three times' = 3 × $2.40 | expense 2.40 …",
        ),
        ("2 times coffee 3.50", "asks amount: expense 7.00 Fun '2 times coffee' = 2 × $3.50 | expense 3.50 …"),
        ("toll 6 both ways", "asks amount: expense 12.00 Predictable 'toll both ways' = 2 × $6.00 | expense 6.00 …"),
        ("toll 6 each way", "expense 6.00 Predictable 'toll each way' +built-in"),
        ("two coffees at 3.20 each", "expense 6.40 Fun 'two coffees' = 2 × $3.20"),
        ("three beers 7 each", "expense 21.00 Fun 'three beers' = 3 × $7.00 +built-in"),
        (
            "two coffees at 3.60",
            "asks amount: expense 7.20 Fun 'two coffees' = 2 × $3.60 | expense 3.60 Fun 'two coffees'",
        ),
        ("two coffees 7.20", "expense 7.20 Fun 'two coffees'"),
        ("gave the kids 20 each", "asks amount: expense 20.00 Other 'gave the kids each' | expense 40.00 …"),
    ],
    "a share": [
        ("dinner 45 split in half", "asks amount: [share] expense 22.50 Fun 'dinner split in half' = $45.00 ÷ 2 | …"),
        ("dinner 90 we split it", "asks amount: [share] expense 45.00 Fun 'dinner we split it' = $90.00 ÷ 2 | …"),
        ("dinner 90 three ways", "asks amount: [share] expense 30.00 Fun 'dinner three ways' = $90.00 ÷ 3 | …"),
        ("dinner 90 3 ways", "asks amount: [share] expense 30.00 Fun 'dinner 3 ways' = $90.00 ÷ 3 | …"),
        ("dinner 90 split 50/50", "asks amount: [share] expense 45.00 Fun 'dinner split 50/50' = $90.00 ÷ 2 | …"),
        ("pizza 90 split with ann and bob", "asks amount: [share] expense 30.00 Fun … = $90.00 ÷ 3 | …"),
        ("uber 24 shared with 2 friends", "asks amount: [share] expense 8.00 Other … = $24.00 ÷ 3 | …"),
        ("banana split 6", "expense 6.00 Fun 'banana split' +built-in"),
        ("split pea soup 7", "expense 7.00 Other 'split pea soup' +categories"),
        ("gift for my other half 45", "expense 45.00 Other 'gift for my other half' +categories"),
        ("-84 split in half", "refund 84.00 Other 'split in half' +categories"),
    ],
    "a part": [
        ("50% of dinner 80", "asks amount: [share] expense 40.00 Fun 'dinner' = $80.00 ÷ 2 | …"),
        ("30% of dinner 80", "asks amount: [share] expense 24.00 Fun 'dinner' = 30 % × $80.00 | …"),
        ("1/3 of dinner 90", "asks amount: [share] expense 30.00 Fun 'dinner' = $90.00 ÷ 3 | …"),
        ("2/3 of dinner 90", "asks amount: [share] expense 60.00 Fun 'dinner' = $90.00 × 2 ÷ 3 | …"),
        ("quarter of pizza 12", "asks amount: [share] expense 3.00 Fun 'pizza' = $12.00 ÷ 4 | …"),
        ("half the rent 450", "asks amount: [share] expense 225.00 Predictable 'rent' = $450.00 ÷ 2 | …"),
        ("half price pizza 9", "expense 9.00 Fun 'half price pizza' +built-in"),
        (
            "hotel 300 ann paid half",
            "asks amount: [share] expense 150.00 Other 'hotel ann paid half' = $300.00 ÷ 2 | …",
        ),
        ("hotel 300 between 3", "asks amount: [share] expense 100.00 Other 'hotel between 3' = $300.00 ÷ 3 | …"),
        ("50% off shoes 40", "expense 40.00 Other '50% off shoes' +categories"),
        ("40 less 10%", "asks amount: expense 36.00 Other = $40.00 - 10 % | expense 40.00 Other"),
    ],
    "more and less in a price": [
        ("shoes for 60 down from 80", "asks amount: expense 60.00 Other … | expense 80.00 Other …"),
        ("shoes 60 was 80", "asks amount: expense 60.00 Other 'shoes was 80' | expense 80.00 Other 'shoes was 80'"),
        ("room 60 was 80", "asks …"),
        ("haircut 30 with 6 tip", "asks amount: expense 36.00 Other … = $30.00 + $6.00 | expense 30.00 Other …"),
        ("1.250 with 6 tip", "asks …"),
        ("1.250 was 6", "asks …"),
        ("dinner 60 + 12 tip = 72", "expense 72.00 Fun 'dinner 60 + 12 tip' +built-in"),
        ("uber 18 tip 3.50 total 22", "asks amount: …"),
        (
            "dinner 72 incl 12 tip",
            "asks amount: expense 72.00 Fun 'dinner incl 12 tip' | expense 84.00 Fun … = $72.00 + $12.00",
        ),
        ("$72 dinner incl $12 tip", "asks amount: expense 72.00 Fun 'dinner incl $12 tip' | expense 84.00 …"),
        ("2x3 dinner incl 4 tip", "expense 6.00 Fun 'dinner incl 4 tip' = 2 × 3 +built-in"),
        ("pizza 20 with 5 off", "asks amount: expense 20.00 Fun 'pizza with 5 off' | expense 15.00 … = $20.00 - $5.00"),
        ("pizza 5 with 20 off", "expense 5.00 Fun 'pizza with 20 off' +built-in"),
    ],
    "counted behind what is in them": [
        ("cat food 12 tins 9.80", "expense 9.80 Other 'cat food 12 tins' +categories"),
        ("girl scout cookies 4 boxes $24", "expense 24.00 Other 'girl scout cookies 4 boxes' +categories"),
        ("coffee 5 muffins 12.50", "asks entries: …"),
        ("returned 2 shirts 46.00", "asks extra: refund 46.00 Other 'returned 2 shirts' | …"),
    ],
    "no day, and no category's name": [
        ("the other day lunch 12", "asks spending: expense 12.00 any category 'the other day lunch'"),
        ("coffee with each other 8", "expense 8.00 Fun 'coffee with each other'"),
        ("other 20", "expense 20.00 Other"),
        (
            "piano lesson tue 45",
            "asks day: expense 45.00 Other 'piano lesson' on 2026-11-17 | expense 45.00 …",
        ),
        ("sat nav 60", "expense 60.00 Other 'sat nav' +categories"),
        ("yestrday gas 40", "expense 40.00 Predictable 'gas' on 2026-11-21"),
        ("pizza 20 wendesday", "expense 20.00 Fun 'pizza' on 2026-11-18 +built-in"),
    ],
    "whose a thing is, and which week": [
        (
            "yesterday's lunch 12",
            "asks day: expense 12.00 Fun 'lunch' on 2026-11-21 | expense 12.00 Fun 'yesterday's lunch'",
        ),
        ("12 yesterday's lunch", "expense 12.00 Fun 'yesterday's lunch' +built-in"),
        ("yesterdays lunch 12", "expense 12.00 Fun 'lunch' on 2026-11-21 +built-in"),
        ("last night's dinner 60", "asks day: expense 60.00 Fun 'dinner' on 2026-11-21 | …"),
        ("friday's lunch 12", "asks day: expense 12.00 Fun 'lunch' on 2026-11-20 | expense 12.00 Fun 'friday's lunch'"),
        ("last friday's lunch 12", "asks day: expense 12.00 Fun 'lunch' on 2026-11-20 | …"),
        ("this friday lunch 12", "expense 12.00 Fun 'lunch' on 2026-11-20 +built-in"),
        ("this coffee 4", "expense 4.00 Fun 'this coffee'"),
    ],
    "what the thing is": [
        ("birthday dinner for mom 80", "expense 80.00 Fun 'birthday dinner for mom' +built-in"),
        ("80 birthday dinner for mom", "expense 80.00 Fun 'birthday dinner for mom' +built-in"),
        ("30 bucks on gas i think", "expense 30.00 Predictable 'on gas i think'"),
        ("filled up gas at shell 42", "expense 42.00 Predictable 'filled up gas at shell'"),
        ("12.50 my fun day", "expense 12.50 Other 'my fun day' +categories"),
        ("bread for dinner 5", "expense 5.00 Predictable 'bread for dinner' +built-in"),
        ("uh lunch was like 14 bucks", "expense 14.00 Fun 'uh lunch was like' +built-in"),
    ],
    "a unit's price": [
        (
            "onions 40 per kg 2 kg",
            "asks amount: expense 80.00 Predictable 'onions per kg 2 kg' = 2 × $40.00 | expense 40.00 …",
        ),
        ("parking 3 an hour 2 hours", "asks amount: expense 6.00 Predictable … = 2 × $3.00 | expense 3.00 …"),
        ("apples 2kg 4/kg", "asks amount: expense 8.00 … = 2kg × $4.00 | expense 4.00 …"),
        ("hotel 120/night 2 nights", "asks amount: expense 240.00 … = 2 × $120.00 | expense 120.00 …"),
        ("gym 30/mo", "expense 30.00 Other 'gym' +categories"),
        ("apples 2kg @4", "asks amount: expense 8.00 … = 2kg × $4.00 | expense 4.00 …"),
        ("gas 3.49 per gallon 10 miles", "expense 3.49 Predictable 'gas per gallon 10 miles'"),
        ("-40 per kg 2 kg", "refund 40.00 …"),
    ],
    "two currencies": [
        ("20 euros ($22) museum", "expense 22.00 Fun '20 euros museum' +built-in"),
        ("coffee €5 6.00 fun", "refused: other currency"),
    ],
    "what banks and shops write": [
        ("Apple Pay: $6.45 at STARBUCKS 1123", "expense 6.45 Fun 'Apple Pay: at STARBUCKS 1123' +built-in"),
        ("lunch $12 at joes and coffee 4", "asks entries: …"),
        ("$12 lunch 120", "asks …"),
        ("Your bill of $84.20 is ready", "asks spending: …"),
        ("Dana requests $20.00 - pizza", "asks spending: …"),
        ("Save $20 on your next order", "asks spending: …"),
        ("OTP 481923", "asks spending: …"),
        ("$40 debited for lunch. Call 18001234", "expense 40.00 Fun 'debited for lunch. Call 18001234' +built-in"),
    ],
    "what was bought from somewhere": [
        ("uber from airport 34", "expense 34.00 Other 'uber from airport' +categories"),
        ("shoes from zara 60", "expense 60.00 Other 'shoes from zara' +categories"),
        ("cash from mom 40", "asks extra: extra 40.00 'cash from mom' | …"),
    ],
    "numbers that name a thing": [
        ("5k race 35", "expense 35.00 Other '5k race' +categories"),
        ("4k tv 499", "expense 499.00 Other '4k tv' +categories"),
        ("5k fun", "expense 5000.00 Fun"),
        ("rt 9 diner 22", "expense 22.00 Fun 'rt 9 diner' +built-in"),
    ],
    "talk": [
        ("order 2 pizzas", "asks spending: …"),
        ("rent went up 50", "asks spending: …"),
        ("gas prices 4.19", "asks spending: …"),
        ("taking the 8.15", "asks spending: …"),
        ("bus 14 is late", "asks spending: …"),
        ("train 9 cancelled", "asks spending: …"),
        ("bus 14", "expense 14.00 Predictable 'bus' +built-in"),
        ("target run 92", "expense 92.00 Other 'target run' +categories"),
        ("morning run 5", "asks spending: …"),
        ("10 out of 10 for that parking", "refused: no money"),
        ("Payment of $75.00 to T-MOBILE was declined", "asks spending: …"),
        ("around 6 at the mall", "asks spending: …"),
        ("around 20 dinner", "expense 20.00 Fun 'dinner' +built-in"),
    ],
    "more in, and what is left": [
        ("plus 200", "asks refund: expense 200.00 Other 'plus' | refund 200.00 …"),
        ("minus 20 amazon", "asks refund: expense 20.00 Other 'minus amazon' | refund 20.00 …"),
        ("money back 20", "asks extra: refund 20.00 Other 'money back' | …"),
        ("weekly pay 450", "asks extra: paycheck 450.00 'weekly pay' | …"),
        ("pay 450", "asks extra: paycheck 450.00 'pay' | …"),
        ("pay ben 450", "expense 450.00 Other 'pay ben' +categories"),
        ("november salary 1500", "paycheck 1500.00"),
        ("left 600", "asks spending: …"),
        ("🍔12 ☕4", "asks entries: [entries] expense 12.00 Fun '🍔' & expense 4.00 Fun '☕' | …"),
    ],
    "what corrects, and what is only planned": [
        ("actually 15", "asks spending: …"),
        ("sorry 15", "asks spending: …"),
        ("i meant 15", "asks spending: …"),
        ("make it 20", "asks spending: …"),
        ("oops forgot gas 40", "expense 40.00 Predictable 'gas'"),
        ("lunch 15 not 12", "asks amount: expense 15.00 Fun 'lunch not 12' | expense 12.00 Fun 'lunch not 12'"),
        ("room 15 not 12", "asks …"),
        ("groceries 84 minus 10 coupon", "asks amount: expense 84.00 … | expense 74.00 …"),
        ("maybe shoes 60", "asks spending: …"),
        ("if i spend 50 more", "afford 50.00"),
        ("dinner split 3 ways", "asks spending: …"),
        ("split everything 3 ways", "asks spending: …"),
        ("grandson's 25 should count as fun", "asks spending: …"),
        ("50 bucks says we're late", "asks spending: …"),
        ("fun budget 200", "asks spending: …"),
        ("save 50 a week", "asks spending: …"),
        ("save the children donation 20", "expense 20.00 Other 'save the children donation' +categories"),
        ("quote $300 plumber", "asks spending: …"),
    ],
    "what others paid": [
        ("invoice paid 850 from acme", "asks extra: …"),
        ("paid invoice 850 from acme", "asks extra: …"),
        ("boss paid lunch 14", "asks extra: expense 14.00 Fun 'boss paid lunch' | [not spending] | …"),
        ("my mom covered rent 900", "asks extra: expense 900.00 Predictable … | [not spending] | …"),
        ("boss paid 400", "asks income: extra 400.00 'boss paid' | …"),
        ("ben paid electricity 80", "asks extra: expense 80.00 Predictable … | [not spending] | …"),
        ("ben paid electricity 80 fun", "expense 80.00 Fun 'ben paid electricity'"),
        ("the neighbors bought me tickets 60", "asks extra: expense 60.00 … | [not spending] | …"),
        ("wife paid electricity 80", "expense 80.00 Predictable 'wife paid electricity' +built-in"),
        ("finally paid electricity 80", "expense 80.00 Predictable 'finally paid electricity' +built-in"),
        ("insurance paid 900", "expense 900.00 Predictable 'insurance paid' +built-in"),
        ("jake venmo'd me back 12", "asks extra: extra 12.00 … | …"),
        ("airbnb income 300", "asks income: paycheck 300.00 'airbnb income' | …"),
    ],
    "numbers in words beside digits": [
        ("12 dollars and fifty cents lunch", "refused: number word"),
        ("30 on gas and twenty on food", "refused: number word"),
        ("12 fun twelve monkeys", "expense 12.00 Fun 'twelve monkeys'"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [row for rows in KINDS.values() for row in rows])
def test_a_kind_is_read_as_its_siblings_are(text: str, expected: str) -> None:
    (said,) = readings_said(text, scope())
    at = 0
    for piece in expected.split("…"):
        found = said.find(piece, at)
        assert found >= 0 if at else found == 0, said
        at = found + len(piece)
    assert expected.endswith("…") or at == len(said), said


@pytest.mark.parametrize(
    "text", ["bus 14 is late", "bus 14 late again", "train 9 cancelled", "10 out of 10 for that parking"]
)
def test_a_group_hears_no_entry_in_what_is_told_of_a_number(text: str) -> None:
    against = scope()
    assert text_in_group(read(text, against), against) == [Treatment.REACT]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("costco was 212", Treatment.ASK),
        ("the bill was 84", Treatment.ASK),
        ("it was 30 outside", Treatment.REACT),
        ("there were 20 people", Treatment.REACT),
        ("gr8 l8r", Treatment.REACT),
        ("lunch5", Treatment.ASK),
        ("ben paid 40 for the sitter", Treatment.RECORD),
    ],
)
def test_a_group_is_asked_about_what_names_a_sum(text: str, heard: Treatment) -> None:
    against = replace(scope(), shared=True)
    assert text_in_group(read(text, against), against) == [heard]


COFFEE_AND_LUNCH = ("expense 4.00 Fun 'coffee'", "expense 12.00 Fun 'lunch' +built-in")
TEXTS = [
    ("coffee 4\nlunch 12\n16 total", [*COFFEE_AND_LUNCH, "total 16.00 of 16.00"]),
    ("coffee 4\nlunch 12\ngrand total 17", [*COFFEE_AND_LUNCH, "total 17.00 of 16.00"]),
    ("coffee 4\nlunch 12\n= 16", [*COFFEE_AND_LUNCH, "total 16.00 of 16.00"]),
    (
        "coffee 4\nlunch 12\n16",
        [*COFFEE_AND_LUNCH, "asks spending: expense 16.00 any category"],
    ),
    ("coffee 4\nlunch 12\n40", [*COFFEE_AND_LUNCH, "expense 40.00 Other +categories"]),
    ("coffee 4\n4", ["expense 4.00 Fun 'coffee'", "expense 4.00 Other +categories"]),
    ("coffee 4\ntotal recall 4", ["expense 4.00 Fun 'coffee'", "total 4.00 of 4.00"]),
    ("11/21/26 14:22\nmilk 3.49", ["heads 2026-11-21", "expense 3.49 Predictable 'milk' on 2026-11-21 +built-in"]),
    ("2/30 14:22\nmilk 3.49", ["refused: impossible day", "expense 3.49 Predictable 'milk' +built-in"]),
    ("14:22\nmilk 3.49", ["asks spending: expense 14.22 any category", "expense 3.49 Predictable 'milk' +built-in"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_total_is_not_counted_and_a_receipts_head_is_a_day(text: str, expected: list[str]) -> None:
    assert readings_said(text, scope()) == expected
