"""What Alembic runs: every step within the transaction that ``upgrade`` opened."""

from alembic import context

from belegt.record.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
