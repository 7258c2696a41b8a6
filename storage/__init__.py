"""The only room that speaks SQL. It stores budgets in a SQLite file or a PostgreSQL database; `storage.ledger` is the way in."""
