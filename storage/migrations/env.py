"""Alembic runs this for every migration, inside the transaction that ``storage/schema.py`` began."""

from alembic import context

from storage.tables import metadata

# render_as_batch: SQLite alters a table only by building another.
context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
