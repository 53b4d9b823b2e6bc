"""The offline edition: unpacked and opened from the disk, without a network."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser

from conftest import mkdocs
from offline.__main__ import main


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline")
    site = folder / "guide"
    built = mkdocs("build", "--strict", "--site-dir", str(site), OFFLINE="true", SITE_URL="")
    assert built.returncode == 0, built.stderr
    for name in ("one.zip", "two.zip"):
        assert main([str(site), "--out", str(folder / name)]) == 0
    assert (folder / "one.zip").read_bytes() == (folder / "two.zip").read_bytes()
    return folder / "one.zip"


def test_it_browses_and_searches_from_the_disk(archive: Path, tmp_path: Path, browser: Browser) -> None:
    with ZipFile(archive) as packed:
        packed.extractall(tmp_path)
    context = browser.new_context(offline=True)
    page = context.new_page()
    errors: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "guide/index.html").as_uri())
    page.click(".md-search__input")
    page.locator(".md-search__input").press_sequentially("asynchrnous inference")
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    first.click()
    page.wait_for_url("**/sagemaker/inference/asynchronous.html*")
    assert page.locator("h1").inner_text().startswith("Asynchronous Inference")
    page.locator("article a.gloss").first.click()
    page.wait_for_url(lambda url: "asynchronous" not in url)
    assert page.locator("h1").count() == 1
    context.close()
    assert errors == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_a_site_for_a_server_is_refused(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(site), "--out", str(tmp_path / "x.zip")]) == 2
    assert "is no offline site; build it with OFFLINE=true" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
