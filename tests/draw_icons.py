"""Draws docs/assets/*.png from their SVG, for programs that show no SVG: previews of shared links, icons of telephones."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ASSETS = Path(__file__).parent.parent / "docs/assets"
#: Drawing, size, size of the drawing inside it, background.
ICONS = {"social-card": ("social-card.svg", (1200, 630), 1200), "touch-icon": ("mark.svg", (180, 180), 150)}


def main() -> int:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROME"], args=["--no-sandbox"])
        for name, (drawing, (width, height), inner) in ICONS.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            svg = (ASSETS / drawing).read_text(encoding="utf-8")
            frame = "margin:0;display:grid;place-items:center;height:100vh;background:#fff"
            page.set_content(f'<body style="{frame}">{svg}<style>body > svg {{ width: {inner}px }}</style>')
            target = ASSETS / f"{name}.png"
            page.screenshot(path=target)
            Image.open(target).convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(target, optimize=True)
            print(target, target.stat().st_size, "bytes")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
