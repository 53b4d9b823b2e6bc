"""The glossary as one chapter: on the site a page lists all terms, and each letter has a page that explains its terms."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from book.page import Page, classes, read_from, read_page


def letter_pages(site: Path, glossary: Page) -> list[Page]:
    """The pages that the list of all terms leads to, in its order."""
    targets = (glossary.target(link.get("href", "")) for link in glossary.article.iter("a"))
    urls = dict.fromkeys(target.url for target in targets if target and posixpath.dirname(target.url) == glossary.url)
    return [read_page(site, f"{url}.md") for url in urls]


def as_chapter(glossary: Page, letters: list[Page]) -> Page:
    """The glossary with all its entries instead of the list; links are relative to the page of the list."""
    article = Element("article", dict(glossary.article.attrib))
    for element in glossary.article:
        if element.tag == "h2":
            break
        article.append(element)
    for page in letters:
        SubElement(article, "h2", {"id": f"letter-{posixpath.basename(page.url)}"}).text = page.title.rpartition(": ")[2]
        for element in read_from(page, glossary.url):
            if element.tag == "h1" or classes(element) & {"letters", "page-foot"}:
                continue
            if element.tag == "h2":
                element.tag = "h3"
            article.append(element)
    return replace(glossary, article=article)
