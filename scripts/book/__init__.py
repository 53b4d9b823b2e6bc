"""The guide as one PDF, made from the built site.

site + nav ─→ pages ─→ cleaning ─→ binding ─→ press: the articles in the order of the navigation, made fit for paper, bound with
cover, contents and index to one HTML document, and printed by WeasyPrint. A *part* is an entry at the top of the navigation, a
*chapter* is a page.
"""
