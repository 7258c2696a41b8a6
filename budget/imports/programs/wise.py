"""Wise: a balance's statement, one signed column, days as 29-09-2025.

Source: Wise's statement: TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,
Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,…,Total fees. The amount has its fees within it,
or they are rows of their own.

The list of transactions has no sign, but a direction: ID,Status,Direction,Created on,Finished on,Source fee amount,Source fee
currency,Target fee amount,Target fee currency,Source name,Source amount (after fees),Source currency,Target name,Target amount
(after fees),Target currency,Exchange rate,Reference,…,Category,Note. What went out is the source's amount and its fee, what came in
the target's amount. ``NEUTRAL`` is money moved between own balances: what it cost is spent.
"""

from collections.abc import Iterator

from budget.imports.days import Order
from budget.imports.layouts import Cells, Layout, columns
from budget.imports.numbers import is_some
from budget.imports.rows import Flow, Left, RawRow, joined


def _read(cells: Cells) -> Iterator[RawRow]:
    description = cells["description"]
    note = joined(cells.first("merchant", "payee name", "description"), cells.first("payment reference", "note"))
    moved = description.casefold().startswith("converted ") or cells["transferwise id"].startswith("BALANCE-")
    yield RawRow(
        cells.line,
        cells["date"],
        cells["amount"],
        Flow.SIGNED,
        note,
        "",
        cells["currency"],
        f"wise:{cells['transferwise id']}" if cells["transferwise id"] else "",
        Left.TRANSFER if moved else None,
    )


def _read_list(cells: Cells) -> Iterator[RawRow]:
    way = {"out": Flow.OUT, "in": Flow.IN}.get(cells["direction"].casefold())
    left = Left.TRANSFER if way is None else None
    if cells["status"].casefold() != "completed":
        left = Left.PENDING
    own, other = ("target", "source") if way is Flow.IN else ("source", "target")
    day, note = cells["created on"], joined(cells[f"{other} name"], cells.first("reference", "note"))
    bank_id = f"wise:{cells['id']}" if cells["id"] else ""
    amount, currency = cells[f"{own} amount (after fees)"], cells[f"{own} currency"]
    yield RawRow(cells.line, day, amount, way or Flow.SIGNED, note, cells["category"], currency, bank_id, left)
    if way is not Flow.IN and left is not Left.PENDING and is_some(cells["source fee amount"]):
        fee, of_fee = joined(cells[f"{other} name"], "fee"), f"{bank_id}:fee" if bank_id else ""
        currency = cells["source fee currency"]
        yield RawRow(cells.line, day, cells["source fee amount"], Flow.OUT, fee, "", currency, of_fee)


WISE_LIST = Layout(
    "Wise",
    (
        columns(
            "id,status,direction,created on,source name,source amount (after fees),source currency,target name,"
            "target amount (after fees),target currency"
        ),
    ),
    _read_list,
    decimal=".",
)
WISE = Layout(
    "Wise",
    (columns("transferwise id,date,amount,currency,description"),),
    _read,
    decimal=".",
    order=Order.DAY_FIRST,
)
