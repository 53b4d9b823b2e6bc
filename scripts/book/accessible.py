"""Mends what PDF/UA-1 asks for and the press leaves out, in the objects of a PDF before they are written.

Links get words instead of an address that means nothing to a reader, header cells the direction they head, list items their body,
and ids a name that no other gathering has.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote


def mend_tags(pdf: Any, number: int, inner: str, pages: Mapping[str, int]) -> None:
    """`pdf` is a pydyf.PDF; `number` that of the gathering; links that begin with `inner` lead to the page that `pages` says."""
    for element in list(pdf.objects):
        kind = element.get("S") if isinstance(element, dict) else None
        if kind == "/LI":
            _give_body(pdf, element)
        elif kind == "/TH":
            _give_scope(pdf, element, number)
        elif isinstance(element, dict) and element.get("Subtype") == "/Link" and "A" in element:
            _lead(element, inner, pages)


def _at(pdf: Any, reference: Any) -> Any:
    """The object that a reference such as `12 0 R` means."""
    return pdf.objects[int(reference.split()[0])]


def _give_body(pdf: Any, item: Any) -> None:
    """What stands in a list item beside its label belongs into a body."""
    loose = [kid for kid in item["K"] if isinstance(kid, int) or _at(pdf, kid).get("S") not in ("/Lbl", "/LBody")]
    if not loose:
        return
    body = type(item)({"Type": "/StructElem", "S": "/LBody", "K": type(item["K"])(loose), "Pg": item["Pg"], "P": item.reference})
    pdf.add_object(body)
    for kid in loose:
        if not isinstance(kid, int):
            _at(pdf, kid)["P"] = body.reference
    kept = [kid for kid in item["K"] if kid not in loose]
    item["K"] = type(item["K"])([*kept, body.reference])


def _give_scope(pdf: Any, cell: Any, number: int) -> None:
    group = _at(pdf, _at(pdf, cell["P"])["P"])
    cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
    # Cells below refer to this very string.
    cell["ID"].string = f"{number}-{cell['ID'].string}"


def _lead(link: Any, inner: str, pages: Mapping[str, int]) -> None:
    text = type(link["Contents"])
    address = link["A"]["URI"].string
    if not address.startswith(inner):
        return
    place = unquote(address.removeprefix(inner))
    del link["A"]
    link["Dest"] = text(place)
    link["Contents"] = text(f"Page {pages[place]}")
