"""The glossary: terms from YAML, links in the text, the A-Z page, badges, the command line.

Data model: a `Term` (term.py) has forms; a `Form` (forms.py) is one way it is written. `store.py` reads and checks the term
files. `linker.py` and `teaching.py` are Python-Markdown extensions that put terms into pages and note every mention;
`az_page.py` and `status_page.py` write Markdown pages from terms and mentions. Nothing here knows MkDocs.
"""
