"""Practice: the question bank and everything made of it.

Data model: a `Question` (question.py) is read from docs/_data/questions/*.yml by store.py and checked by stems.py and
balance.py. plan.py says what practice needs to know of the exams. pages.py writes the pages as Markdown; sheet.py, a
Python-Markdown extension, puts the questions into them. bank_json.py writes the bank for others and for the page's scripts;
cards.py makes flashcards of terms and questions, anki.py an Anki deck of the cards.
"""
