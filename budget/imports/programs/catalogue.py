"""The programs whose tables are known."""

from budget.imports.layouts import Layout
from budget.imports.programs.actual import ACTUAL
from budget.imports.programs.buckwheat import BUCKWHEAT
from budget.imports.programs.cashew import CASHEW
from budget.imports.programs.expense_bot import EXPENSE_BOT
from budget.imports.programs.expenseowl import EXPENSEOWL
from budget.imports.programs.firefly import FIREFLY
from budget.imports.programs.gnucash import GNUCASH
from budget.imports.programs.lunchmoney import LUNCHMONEY
from budget.imports.programs.mint import MINT
from budget.imports.programs.monarch import MONARCH
from budget.imports.programs.moneywiz import MONEYWIZ
from budget.imports.programs.muety import MUETY
from budget.imports.programs.n26 import N26
from budget.imports.programs.own import BY_HAND, OWN
from budget.imports.programs.paypal import PAYPAL
from budget.imports.programs.revolut import REVOLUT
from budget.imports.programs.spliit import SPLIIT
from budget.imports.programs.splitwise import SPLITWISE
from budget.imports.programs.wise import WISE, WISE_LIST
from budget.imports.programs.ynab import YNAB
from budget.imports.programs.zenmoney import ZENMONEY

LAYOUTS: tuple[Layout, ...] = (
    ACTUAL,
    BUCKWHEAT,
    CASHEW,
    EXPENSE_BOT,
    EXPENSEOWL,
    FIREFLY,
    GNUCASH,
    LUNCHMONEY,
    MINT,
    MONARCH,
    MONEYWIZ,
    MUETY,
    N26,
    OWN,
    BY_HAND,
    PAYPAL,
    REVOLUT,
    SPLIIT,
    SPLITWISE,
    WISE,
    WISE_LIST,
    YNAB,
    ZENMONEY,
)
