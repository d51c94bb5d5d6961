"""Migrations of the tables, run by Alembic from the program."""
