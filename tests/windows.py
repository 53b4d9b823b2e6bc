"""Tabs for tests: a new window of Chromium costs more than most of what is tested in it, so tests share windows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page


@dataclass(frozen=True)
class Windows:
    """The open windows, one for each set of options that only a whole window can have."""

    browser: Browser
    _open: dict[str, BrowserContext] = field(default_factory=dict)

    def new_tab(
        self,
        *,
        viewport: Any = None,
        color_scheme: Any = None,
        reduced_motion: Any = None,
        forced_colors: Any = None,
        **options: Any,
    ) -> Page:
        """A tab whose options are those of Playwright's contexts."""
        tab = self._window(options).new_page()
        tab.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion, forced_colors=forced_colors)
        if viewport:
            tab.set_viewport_size(viewport)
        return tab

    def close_tabs(self) -> None:
        for window in self._open.values():
            for tab in window.pages[1:]:
                tab.close()
            window.unroute_all()

    def _window(self, options: dict[str, Any]) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in self._open:
            self._open[key] = self.browser.new_context(**options)
            # Without a tab that stays, the window would close behind the last one.
            self._open[key].new_page()
        return self._open[key]
