"""MkDocs' events, each handed on to a package below. The only file that knows MkDocs.

Order of a build: read and check everything authors wrote (before the old site is cleared away), render the authors' pages
while the extensions note terms and lessons, then render the generated pages, which stand last in the list of files.
MkDocs puts this folder on sys.path only while it loads this file: every import stands at its top. It loads it once a process:
`make serve` keeps what it knows from one build to the next, and makes again what is stale.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Literal
from xml.etree.ElementTree import Element

from jinja2 import Environment
from material.plugins.search.plugin import SearchIndex
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_build_timestamp, get_relative_url
from watchdog.observers.polling import PollingObserver

from corrections.correction import lost_pages
from corrections.feed import FEED_URI, feed
from corrections.page import CORRECTIONS_URI, corrections_page
from exam.exam_map import domain_map, exam_map
from exam.objectives import chips, declared
from generated import about
from glossary.az_page import az_page, letter_pages
from glossary.status_page import InScope, status_page
from glossary.store import lost_sections
from glossary.term import GLOSSARY_URI, Term
from ground.kept import Kept, stamps
from ground.page_source import PageSource
from ground.problem import BadInput, Problem
from guide import STATUS_URI, Guide, read_guide
from guide_extension import Parts
from hosting.redirects import SCRIPT_URI, Redirect, lost_targets, moved_page
from hosting.robots import ROBOTS_URI, robots
from markup.diagram_file import size_of
from markup.inward import dead_anchors
from markup.quick_inline import QuickInline
from policy.content_policy import blocked, with_policy
from practice.anki import deck_bytes
from practice.bank_json import SCHEMA, bank_json, compact, outline_json, readable
from practice.cards import Card, TermNote, cards, cards_json
from practice.pages import BANK_URI, CARD_DATA_URI, DECK_URI, OUTLINE_URI, SCHEMA_URI
from practice.sheet import QuestionSheet, Words
from practice.store import lost_refs
from search.asked import lost_asked
from search.condensed import condensed
from search.names import Names
from search.sections import sections
from serving.garbage import sweep
from serving.staleness import Inputs, Staleness
from sources.ages import ages_in_words
from sources.footnotes import Source, read_sources, source_titles
from styles.assets import shrink
from styles.unused import names_in_page

_OFFLINE_WORKER = "assets/javascripts/iframe-worker.js"
_SITEMAP = "sitemap.xml"
#: Seconds between two looks for edits under `make serve`, which take 4% of a processor; MkDocs waits half a second, for 2%.
_PAUSE = 0.2
_INDENT = re.compile(r"\n\s+")
_QUESTION = re.compile(r'question="([^"]+)"')


class _Build:
    """What one build knows. The extensions live as long as the process, so that `mkdocs serve` keeps its Markdown set-up."""

    def __init__(self) -> None:
        self.parts = Parts()
        self.sheet = QuestionSheet(Words(self.section_title, self.source_title, self.chips))
        self.guide = Guide((), (), (), ())
        self.pages: dict[str, PageSource] = {}
        self.source_titles: dict[str, str] = {}
        self.files: Files | None = None
        self.ids: dict[str, frozenset[str]] = {}
        self.areas: list[list[str]] = []
        self.serving = False
        self.names: set[str] = set()
        self.found: dict[str, list[dict[str, Any]]] = {}
        self.kept = Kept()
        self.staleness = Staleness()
        self.partly = False
        self.env: Environment | None = None
        self.written: dict[str, str] = {}
        self.data: dict[str, str | bytes] = {}
        self.data_made_of: object = None
        self.new_data: set[str] = set()

    @property
    def extensions(self) -> list[Any]:
        return [*self.parts.extensions, self.sheet, QuickInline()]

    def read(self, docs: Path, settings: Sequence[Path]) -> None:
        """Reads what authors wrote, and finds out what of it is to be made again; `settings` concern every page."""
        if not self.partly:
            self.staleness = Staleness()
        self.staleness.begin()
        self.guide = _mended(lambda: read_guide(docs, self.kept))
        self.staleness.look(self.inputs(docs, settings))
        self.written.clear()
        self.new_data.clear()
        if self.staleness.everything:
            self.parts = Parts()
            self.ids.clear()
            self.found.clear()
            self.data_made_of = None
        self.parts.take(self.guide, docs)
        self.sheet.replace_questions(self.guide.questions)
        self.pages = {page.uri: page for page in self.guide.pages}
        self.plan_ids = [plan.id for plan in self.guide.plans]
        self.task_of = {o.id: (plan.id, task.number) for plan in self.guide.plans for task in plan.tasks for o in task.objectives}
        self.source_titles = source_titles(self.guide.pages)
        self.taught = {page.uri: tuple(dict.fromkeys(name for _, name in declared(page))) for page in self.guide.pages}

    def inputs(self, docs: Path, settings: Sequence[Path]) -> Inputs:
        data = f"{docs / '_data'}{os.sep}"
        # Not the hidden files that an editor lays beside a page while it is open.
        files = sorted(f"{at}{os.sep}{name}" for at, _, names in os.walk(docs) for name in names if not name.startswith("."))
        named = [path for path in files if not path.startswith(data)]
        shown = [Path(path) for path in files if path.startswith(data) and not path.startswith(f"{data}questions{os.sep}")]
        titles = [(page.uri, page.title) for page in self.guide.pages]
        drawings = [Path(path) for path in files if path.endswith(".svg")]
        sizes = [self.kept.get(f"size of {path}", [path], partial(size_of, path)) for path in drawings]
        return Inputs(
            (stamps([*settings, *shown]), named, self.guide.generated, titles, sizes),
            {page.uri: page for page in self.guide.pages},
        )

    def is_stale(self, uri: str) -> bool:
        return self.staleness.is_stale(uri, (lambda: self.made_of(uri)) if uri in self.guide.generated else None)

    def made_of(self, uri: str) -> object:
        """All that a generated page shows."""
        markdown = self.generated(uri)
        questions = [self.sheet.questions[name] for name in _QUESTION.findall(markdown) if name in self.sheet.questions]
        titles = [self.section_title(ref) for question in questions for ref in question.refs]
        cited = [self.source_title(source.url) for question in questions for source in question.sources]
        return markdown, questions, titles, cited

    def begin(self, page: SitePage) -> None:
        uri = page.file.src_uri
        self.parts.begin(uri, page.meta, linked=uri in self.guide.letters or uri not in self.guide.generated)
        self.sheet.uri = uri

    def has(self, uri: str) -> bool:
        return bool(self.files and self.files.src_uris.get(uri))

    def page(self, uri: str) -> SitePage | None:
        file = self.files.src_uris.get(uri) if self.files else None
        return file.page if file else None

    def title_of(self, uri: str) -> str:
        page = self.page(uri)
        return str(page.title) if page and page.title else uri

    def section_title(self, ref: str) -> str:
        """How a link to `page.md#anchor` reads: the page's title, and the section's."""
        uri, _, anchor = ref.partition("#")
        page = self.page(uri)
        section = _heading(page.toc.items, anchor) if page and anchor else ""
        return f"{self.title_of(uri)}: {section}" if section and section != self.title_of(uri) else self.title_of(uri)

    def sources(self, uri: str) -> list[Source]:
        """What a page cites: in its footnotes or, where it is made of data, in that."""
        if uri in self.pages:
            return read_sources([self.pages[uri]])
        guide = self.guide
        if uri == CORRECTIONS_URI:
            return [Source(one.source, one.as_of, one.file, one.line) for one in guide.corrections]
        if uri == STATUS_URI:
            return [Source(t.status.source, t.status.as_of, t.file, t.line) for t in guide.terms if t.status and t.status.source]
        asked = guide.practice[uri].questions if uri in guide.practice else ()
        return [Source(cited.url, cited.checked, one.file, one.line) for one in asked for cited in one.sources]

    def source_title(self, url: str) -> str:
        """What the pages' footnotes call it, or the end of its address."""
        return self.source_titles.get(url) or url.partition("#")[0].rstrip("/").rpartition("/")[2]

    def chips(self, ids: Sequence[str], uri: str) -> Element:
        return chips([self.parts.objectives.objectives[name] for name in ids if name in self.parts.objectives.objectives], uri)

    def address(self, place: str) -> str:
        """The address of `page.md#anchor` from the site's root."""
        uri, _, anchor = place.partition("#")
        file = self.files.src_uris.get(uri) if self.files else None
        address = get_relative_url(file.url, ".").removeprefix("./") if file else ""
        return f"{address}#{anchor}" if anchor else address

    def cards(self) -> list[Card]:
        notes = [
            TermNote(
                slug=term.slug,
                name=term.name,
                definition=term.definition,
                names=(*term.aliases, *term.abbr, *(f"{name} (formerly)" for name in term.formerly)),
                objectives=self.taught.get(term.page_uri) or term.tasks,
                url=self.address(term.place),
            )
            for term in self.guide.terms
        ]
        refs = {ref: self.address(ref) for question in self.guide.questions for ref in question.refs}
        return cards(notes, self.guide.questions, refs)

    def tasks(self, ids: Iterable[str]) -> list[str]:
        """The tasks of the exams to which the objectives belong, an exam a line: `C02 3.1, 3.2`."""
        tasks: dict[str, list[str]] = {}
        for exam, task in sorted({self.task_of[name] for name in ids if name in self.task_of}):
            tasks.setdefault(exam, []).append(task)
        return [f"{exam.upper()} {', '.join(tasks[exam])}" for exam in self.plan_ids if exam in tasks]

    def check_places(self) -> None:
        """Every place that a term or a link names must be there."""
        problems = [*dead_anchors(self.guide.pages, self.ids), *lost_sections(self.guide.terms, self.ids)]
        problems += lost_refs(self.guide.questions, self.ids) + lost_pages(self.guide.corrections, self.ids)
        problems += lost_targets(self.guide.redirects, self.ids) + lost_asked(self.guide.asked, self.ids)
        if problems:
            raise BadInput(problems)

    def generated(self, uri: str) -> str:
        """The Markdown of a page that the build makes, once all authors' pages are rendered."""
        if uri not in self.written:
            self.written[uri] = self._generate(uri)
        return self.written[uri]

    def _generate(self, uri: str) -> str:
        guide = self.guide
        if uri == GLOSSARY_URI:
            return az_page(guide.terms)
        if uri in guide.letters:
            self.written |= letter_pages(guide.terms, self.parts.linker.mentions.of_term(), self.title_of)
            return self.written[uri]
        if uri in guide.practice:
            return guide.practice[uri].write(self.title_of)
        if uri == STATUS_URI:
            services = [InScope(service.name, service.category, service.exams) for service in guide.services]
            return status_page(guide.terms, services)
        if uri == CORRECTIONS_URI:
            return corrections_page(guide.corrections, self.title_of, self.has(FEED_URI))
        return self._map(uri)

    def _map(self, uri: str) -> str:
        lessons = [lesson for taught in sorted(self.parts.objectives.lessons.items()) for lesson in taught[1]]
        if uri in self.guide.exam_maps:
            return exam_map(self.guide.exam_maps[uri], lessons)
        return domain_map(*self.guide.domain_maps[uri], lessons, self.title_of)


class _Index(SearchIndex):  # type: ignore[misc]  # the theme has no types
    """The theme's search index, filled by our own reading of the pages: the same entries, found in a quarter of the time.

    It has the entries of pages that were not made again too, and is written small.
    """

    def add_entry_from_context(self, page: SitePage) -> None:
        asked = page.meta.get("search") or {}
        found = _build.found[page.file.src_uri] = []
        if asked.get("exclude"):
            return
        boost = {"boost": asked["boost"]} if "boost" in asked else {}
        for section in sections(page.content or ""):
            title = "".join(section.title).strip() or str(page.meta.get("title", page.title))
            location = f"{page.url}#{section.id}" if section.id else page.url
            found.append({"location": location, "title": title, "text": "".join(section.text).strip(), **boost})

    def generate_search_index(self, prev: SearchIndex | None) -> str:
        pages = [file.page for file in _build.files.documentation_pages() if file.page] if _build.files else []
        index = json.loads(super().generate_search_index(None))
        index["docs"] = list(chain.from_iterable(_build.found.get(page.file.src_uri, ()) for page in pages))
        named = [names for term in _build.guide.terms if (names := _names(term))]
        about = {page.url: str(page.meta.get("description", "")) for page in pages}
        tags = {place: said for page in pages for place, said in _tags(page).items()}
        asked = {_build.address(one.place): one.phrases for one in _build.guide.asked if _build.has(one.page_uri)}
        return json.dumps(condensed(index, named, about, tags, asked), separators=(",", ":"), ensure_ascii=False)


class _Files(Files):
    """MkDocs' files. It makes a path object of every path that it is asked for, which took a fiftieth of a build."""

    def get_file_from_path(self, path: str) -> File | None:
        return self.src_uris.get(path) or super().get_file_from_path(path)


_build = _Build()


def _mended(read: Any) -> Any:
    """Runs `read`; bad input becomes MkDocs' own error, whose text is printed without a traceback."""
    try:
        return read()
    except BadInput as error:
        raise PluginError(str(error)) from None


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """`dirty` is MkDocs' word for making only some pages again, which it leaves to us."""
    _build.serving = command == "serve"
    _build.partly = dirty
    # In a strict build its warning that links may be wrong would be an error; here they are right.
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Looks for edits more often than MkDocs does.

    Most systems can tell of them, which costs nothing while nothing happens. But they are silent about the folder of a container
    or of a network, and an editor that saves by renaming looks different to each. Who looks sees every edit alike.
    """
    watched = list(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=_PAUSE)
    for path in watched:
        server.watch(path)
    return server


def on_shutdown() -> None:
    gc.enable()


def on_build_error(error: Exception) -> None:
    _build.staleness.failed()
    gc.enable()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    gc.disable()  # to look for garbage took a tenth of a build, to keep it takes 100 MB until its end
    if not config.repo_url:
        config.edit_uri = ""  # without a repository MkDocs would warn about every page's edit address
    if not config.use_directory_urls:  # the offline plugin is on, which would load its shim from elsewhere
        config.extra["polyfills"] = [_OFFLINE_WORKER]
        config.theme.static_templates.discard("404.html")  # no host answers with it
    if not config.site_url:
        config.theme.static_templates.discard(_SITEMAP)
    search = config.plugins["material/search"]
    search.search_index = _Index(**search.config)  # type: ignore[attr-defined]
    templates = sorted(Path(config.theme.custom_dir).rglob("*")) if config.theme.custom_dir else []
    _build.read(Path(config.docs_dir), [Path(config.config_file_path), *templates])
    if _build.env and not _build.staleness.everything:
        _keep_theme(config, _build.env)
    if config.nav:
        config.nav = _with_menus(config.nav)
    # MkDocs hands the list to Python-Markdown as it is, which takes instances beside names.
    config.markdown_extensions.extend(_build.extensions)
    return config


def _keep_theme(config: MkDocsConfig, env: Environment) -> None:
    """Gives MkDocs the templates of the build before, compiled; it need not look for the theme's files, `on_files` has them."""
    env.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
    config.theme.get_env = lambda: env  # type: ignore[method-assign]


def _with_menus(entry: Any) -> Any:
    """The navigation with the pages that the build makes beside one that authors wrote into it."""
    menus = _build.guide.menus
    if isinstance(entry, str):
        return {menus[entry][0]: menus[entry][1]} if entry in menus else entry
    if isinstance(entry, list):
        return [_with_menus(one) for one in entry]
    return {
        title: menus[inside][1] if isinstance(inside, str) and inside in menus else _with_menus(inside)
        for title, inside in entry.items()
    }


def on_files(files: Files, config: MkDocsConfig) -> Files:
    before = _build.files
    if before and not _build.staleness.everything:
        # The same files as before, with their pages: those that are not made again keep their titles, anchors and links.
        for uri, content in _practice_data(config).items():
            if uri not in (OUTLINE_URI, _as_script(OUTLINE_URI)):
                _write(before, uri, content)
        return before
    files = _Files(files)
    for uri in _build.guide.generated:
        files.append(File.generated(config, uri, content=""))
    _build.files = files
    bare = files.get_file_from_path(_SITEMAP)  # there when it is no template: MkDocs would copy it as it is
    if bare:
        files.remove(bare)
    for uri, content in (_practice_data(config) | _hosted(config)).items():
        files.append(File.generated(config, uri, content=content))
        _build.new_data.add(uri)
    if _build.partly:
        for file in files:
            _ask_us(file)
        for gone in {file.abs_dest_path for file in before or ()} - {file.abs_dest_path for file in files}:
            Path(gone).unlink(missing_ok=True)
    return files


def _ask_us(file: File) -> None:
    """MkDocs asks the file whether to make its page again or to copy it; where a time stamp does not tell, we know."""
    uri = file.src_uri
    if file.is_documentation_page():
        file.is_modified = lambda: _build.is_stale(uri)  # type: ignore[method-assign]
    elif file.generated_by:
        file.is_modified = lambda: uri in _build.new_data  # type: ignore[method-assign]


def _write(files: Files, uri: str, content: str | bytes) -> None:
    """Gives a generated file its content, if that is new."""
    file = files.get_file_from_path(uri)
    raw = content.encode() if isinstance(content, str) else content
    if file and file.content_bytes != raw:
        file.content_bytes = raw
        _build.new_data.add(uri)


def on_page_markdown(markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    uri = page.file.src_uri
    _build.begin(page)
    # The sitemap's lastmod; the day of the build would say nothing, and make each build another.
    page.update_date = str(page.meta.get("reviewed", ""))
    # The plugin puts the lightbox's files into the site; a page asks for them when a reader opens a picture (picture.js).
    page.meta["glightbox"] = False
    if uri in _build.guide.generated:
        page.meta.update({name: said for name, said in asdict(about(uri, _build.guide)).items() if said})
        markdown = _build.generated(uri)
    return markdown


def on_page_content(html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    if _build.parts.formulas.problems:
        raise PluginError(str(BadInput(_build.parts.formulas.problems)))
    _build.ids[page.file.src_uri] = frozenset(page.present_anchor_ids or ())
    return html


def on_nav(nav: Any, config: MkDocsConfig, files: Files) -> Any:
    _build.areas = [_addresses(entry) for entry in nav.items if entry.is_section]
    return nav


def _addresses(entry: Any) -> list[str]:
    """The addresses of the pages below an entry of the navigation, in its order."""
    if entry.is_page:
        return [entry.url]
    return [address for child in entry.children or () for address in _addresses(child)]


def on_page_context(context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    context["exam_choices"] = _exam_choices()
    context["sources_read"] = ages_in_words(_build.sources(page.file.src_uri))
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    context["exam_choices"] = _exam_choices()
    return context


def _exam_choices() -> list[tuple[str, str]]:
    return [(exam.id, exam.code) for exam in _build.guide.exams]


def on_post_page(output: str, page: SitePage, config: MkDocsConfig) -> str:
    return _guarded(output, f"docs/{page.file.src_uri}", config)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    return _guarded(output, template_name, config) if template_name.endswith(".html") else output


def _guarded(html: str, file: str, config: MkDocsConfig) -> str:
    """The page with its policy, but for two cases: `mkdocs serve` adds a script later, and a page from the disk has no 'self'."""
    problems = [
        Problem(file, 0, f"the page's policy blocks {found!r}", "use a class and a style sheet, or a script file")
        for found in blocked(html)
    ]
    if problems:
        raise PluginError(str(BadInput(problems)))
    _build.names |= names_in_page(html)
    html = _unindented(html)
    return html if _build.serving or not config.use_directory_urls else with_policy(html)


def _unindented(html: str) -> str:
    """The page without the indentation of the theme's templates around what authors wrote: a tenth of it was white space."""
    before, opening, rest = html.lstrip().partition("<article")
    article, closing, behind = rest.rpartition("</article>")
    return "".join((_INDENT.sub("\n", before), opening, article, closing, _INDENT.sub("\n", behind)))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Every page is rendered: the sections have their titles and their ids."""
    _mended(_build.check_places)
    _build.env = env
    guide = _build.guide
    outline = outline_json(
        guide.questions,
        guide.plans,
        _build.address,
        lambda place: _build.source_title(place) if place.startswith("https:") else _build.section_title(place),
    )
    for uri in (OUTLINE_URI, _as_script(OUTLINE_URI)):
        _write(files, uri, compact(outline) if uri == OUTLINE_URI else _script(OUTLINE_URI, outline))
    return env


def _practice_data(config: MkDocsConfig) -> dict[str, str | bytes]:
    """The files beside the practice pages; the outline, which waits for the sections' titles, is still empty."""
    made_of = (_build.guide.terms, _build.guide.questions, _build.taught)
    if _build.data_made_of != made_of:
        _build.data, _build.data_made_of = _make_practice_data(config), made_of
    return _build.data


def _make_practice_data(config: MkDocsConfig) -> dict[str, str | bytes]:
    found = _build.cards()
    titles = {domain.number: domain.title for plan in _build.guide.plans[:1] for domain in plan.domains}
    data = {BANK_URI: bank_json(_build.guide.questions), CARD_DATA_URI: cards_json(found), OUTLINE_URI: {}}
    written: dict[str, str | bytes] = {uri: compact(content) for uri, content in data.items()}
    written[SCHEMA_URI] = readable(SCHEMA)
    written[DECK_URI] = deck_bytes(found, titles, config.site_url or "", get_build_timestamp())
    if not config.use_directory_urls:
        # An edition that opens from a folder: a browser reads no JSON from file://, but it runs scripts.
        written |= {_as_script(uri): _script(uri, content) for uri, content in data.items()}
    return written


def _hosted(config: MkDocsConfig) -> dict[str, str | bytes]:
    """What a host serves beside the pages. An edition without an address of its own has nobody to tell it to."""
    written: dict[str, str | bytes] = {}
    if config.use_directory_urls:
        written |= {redirect.uri: _moved(redirect, config.site_url or "") for redirect in _build.guide.redirects}
    if config.site_url:
        listed = _build.address(CORRECTIONS_URI)
        written[ROBOTS_URI] = robots(config.site_url)
        written[FEED_URI] = feed(_build.guide.corrections, config.site_name, config.site_url, listed, _build.address)
    return written


def _moved(redirect: Redirect, site_url: str) -> str:
    new = _build.address(redirect.to)
    canonical = f"{site_url}{new}" if site_url else ""
    return moved_page(get_relative_url(new, redirect.old), get_relative_url(SCRIPT_URI, redirect.old), canonical)


def _as_script(uri: str) -> str:
    return f"{uri.removesuffix('.json')}.data.js"


def _script(uri: str, content: Any) -> str:
    name = uri.rpartition("/")[2].removesuffix(".json")
    return f"mlaPractice.given[{json.dumps(name)}]={compact(content)};"


def _heading(items: Sequence[AnchorLink], anchor: str) -> str:
    """The words of the heading with this id, or nothing."""
    for item in items:
        found = item.title if item.id == anchor else _heading(item.children, anchor)
        if found:
            return found
    return ""


def on_post_build(config: MkDocsConfig) -> None:
    Path(config.site_dir, "areas.json").write_text(json.dumps(_build.areas), encoding="utf-8")  # what "Print this area" prints
    if _build.serving:
        sweep(_build.staleness.everything)
    else:  # the next edit may need what is cut
        shrink(Path(config.site_dir) / "assets", _build.names)


def _tags(page: SitePage) -> dict[str, list[str]]:
    """What a search result says of the page, its area and what it teaches for which exam, and of each section that says more."""
    lessons = _build.parts.objectives.lessons.get(page.file.src_uri, [])
    said = {
        f"{page.url}#{anchor}": _build.tasks(lesson.objective for lesson in lessons if lesson.anchor == anchor)
        for anchor in {lesson.anchor for lesson in lessons}
    }
    area = [str(list(page.ancestors)[-1].title)] if page.ancestors else []
    return {**said, page.url: [*area, *_build.tasks(lesson.objective for lesson in lessons)]}


def _names(term: Term) -> Names | None:
    """The term's names at the address of the section that teaches it, or of its glossary entry."""
    if not _build.has(term.place.partition("#")[0]):
        return None
    others = (*term.aliases, *term.abbr, *term.formerly)
    return Names(_build.address(term.place), term.name, others, term.misspellings, term.short)
