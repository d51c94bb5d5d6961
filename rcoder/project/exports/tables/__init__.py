"""The tables of a study as they are printed: a module for each, with `table(project, wanted) -> PrintedTable`.

cmo, evidence, conditions, codes_roles, frequencies, co_occurrence, perspectives, quotations, evolution, codebook.
"""
