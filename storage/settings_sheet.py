"""A budget's settings, categories and keywords as one transaction reads and changes them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from budget.budgets import Beginnings, Budget
from budget.errors import NotFound
from storage import statements as sql
from storage.budgets import read_budget, renew, settings_row


class SettingsSheet:
    """The `BudgetTransaction` of a locked budget: a check still holds when the change is made."""

    def __init__(self, db: Connection, budget: Budget) -> None:
        self.budget = budget
        self._db = db
        self._owner = {"owner_": budget.owner}

    def is_empty(self) -> bool:
        return self._db.scalar(sql.ANY_MESSAGE, self._owner) is None

    def set_settings(self, beginnings: Beginnings) -> None:
        self._change(sql.CHANGE_BUDGET, settings_row(beginnings))

    def set_limit(self, category: int, limit: int) -> None:
        self._change(sql.CHANGE_CATEGORY, {"category_": category, "weekly_limit": limit})

    def rename_category(self, category: int, name: str) -> None:
        self._change(sql.CHANGE_CATEGORY, {"category_": category, "name": name})

    def remove_category(self, category: int, *, removed: bool = True) -> None:
        self._change(sql.CHANGE_CATEGORY, {"category_": category, "removed": removed})

    def add_category(self, key: str, name: str, limit: int) -> None:
        row = {"owner": self.budget.owner, "key": key, "name": name, "weekly_limit": limit, "removed": False}
        self._db.execute(sql.ADD_CATEGORY, row | self._owner)
        self._changed()

    def set_keywords(self, category: int, words: Mapping[str, bool]) -> None:
        if category not in {one.number for one in self.budget.current}:
            raise NotFound(f"category {category}")
        row = {"owner": self.budget.owner, "category": category}
        for word, means in words.items():
            if means:
                self._db.execute(sql.NEW_KEYWORD, row | {"word": word})
            else:
                self._db.execute(sql.NO_KEYWORD, self._owner | {"word_": word, "category_": category})
        self._changed()

    def _change(self, statement: Any, values: dict[str, Any]) -> None:
        if self._db.execute(statement, self._owner | values).rowcount == 0:
            raise NotFound
        self._changed()

    def _changed(self) -> None:
        renew(self._db, self.budget.owner)
        self.budget = read_budget(self._db, self.budget.owner)
