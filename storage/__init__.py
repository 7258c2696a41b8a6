"""The shelf: the only room that speaks SQL. `SqlLedger` keeps the book in a SQLite file or a PostgreSQL database."""
