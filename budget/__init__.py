"""The rules of the budget: pure values and functions that know no clock, database, socket or environment."""
