"""A built site of a few pages, as MkDocs writes one, and its mkdocs.yml, for tests of the book."""

from __future__ import annotations

from pathlib import Path

NAV = """\
site_name: Small guide
site_description: The small guide to MLA-C02 and MLA-C01.
site_url: !ENV [SITE_URL, ""]
nav:
  - Home: index.md
  - Area:
    - area/index.md
    - Group:
      - area/one.md
      - area/hidden.md
  - Practice:
    - practice/mixed.md
    - practice/paper.md
  - Glossary: glossary.md
"""
DIAGRAM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'
PAGES = {
    "area": """
<h1 id="area">The area<a class="headerlink" href="#area">¶</a></h1><p>Go to <a href="one/#deep">one</a>, or to
<a href="one/">one by <code>MaxConcurrentInvocationsPerInstance</code></a>.</p>""",
    "area/one": """
<h1 id="one">One</h1>
<p class="objectives"><span class="chips"><span class="chips-exam">C02</span>
<a class="chip" href="../../exam/map/#x">1.1</a></span></p>
<p>An <a class="gloss" href="../../glossary/e/#endpoint" title="t">endpoint</a> and <a href="../../">home</a>.<sup id="fnref:a"><a
class="footnote-ref" href="#fn:a">1</a></sup></p>
<h2 id="deep">Deep</h2>
<p><a class="picture" href="../../x.svg#only-light"><img class="diagram" src="../../x.svg#only-light" alt="A square."></a><a
class="picture" href="../../x.svg#only-dark"><img class="diagram" src="../../x.svg#only-dark" alt="A square."></a></p>
<table><thead><tr><th>Name</th></tr></thead><tbody><tr><td>
<code>MaxConcurrentInvocationsPerInstance</code></td></tr></tbody></table>
<span class="formula"><math xmlns="http://www.w3.org/1998/Math/MathML"
alttext="\\frac{a}{b}" display="inline"><mi>a</mi></math></span>
<details class="note"><summary>Folded</summary><p>Inside. <input type="radio"> One</p></details>
<div class="footnote"><hr><ol><li id="fn:a"><p>AWS, <a class="outward" href="https://docs.aws.amazon.com/x.html">Page</a>, as of
2026-10.&nbsp;<a class="footnote-backref" href="#fnref:a">↩</a></p></li></ol></div>
<p class="page-foot"><span>Reviewed 2026-11-23</span></p>""",
    "area/hidden": '<h1 id="hidden" class="no-book">Hidden</h1>',
    "practice/mixed": '<h1 id="mixed">Mixed</h1><p>Needs a browser.</p>',
    "practice/paper": """
<h1 id="paper">Practice 1.1: Bins</h1><p>3 questions.</p>
<p class="parts no-book">Questions <strong aria-current="page">1–2</strong> <a href="../paper-part-2/">3</a></p>
<h2 id="o">C02 1.1.1</h2>
<h3 id="q-1-1-001">Question 1</h3>
<div class="question" data-id="q-1.1-001" data-type="choice"><fieldset><legend>Which bin?</legend><p class="ask">Choose one.</p>
<label class="option"><input type="radio"><span class="letter">A</span> <span class="text">The other</span></label><label
class="option"><input type="radio"><span class="letter">B</span> <span class="text">The right one</span></label></fieldset>
<details class="answer"><summary>Answer</summary><p class="right">Right: B</p><ul class="reasons"><li><strong>A is wrong.</strong>
<span>Too small.</span></li><li><strong>B is right.</strong> <span>It fits.</span></li></ul><p class="explanation">Size.</p>
<p class="read">Read: <a href="../../area/one/#deep">One: Deep</a></p></details></div>
<h3 id="q-1-1-002">Question 2</h3>
<div class="question" data-id="q-1.1-002" data-type="matching"><fieldset><legend>Match.</legend><label class="option"><span
class="letter">A</span> <span class="text">Data</span> <select><option>CSV</option></select></label><ol
class="matches"><li>CSV</li></ol></fieldset>
<details class="answer"><summary>Answer</summary><p class="right">Right: A1</p></details></div>
<p class="paper-key"><strong>Answer key.</strong> 1 B</p>
<div class="others no-book"><h2 id="others">The other questions</h2><ul><li><a
id="q-1-1-003" href="../paper-part-2/#q-1-1-003">3</a></li></ul></div>""",
    "practice/paper-part-2": """
<h1 id="paper-2">Practice 1.1: question 3</h1><p>Bins, part 2 of 2.</p>
<p class="parts no-book">Questions <a class="first" href="../paper/">1–2</a> <strong aria-current="page">3</strong></p>
<h2 id="o-2">C02 1.1.2</h2>
<h3 id="q-1-1-003">Question 3</h3>
<div class="question" data-id="q-1.1-003" data-type="choice"><fieldset><legend>Which lid?</legend></fieldset>
<details class="answer"><summary>Answer</summary><p class="right">Right: C</p>
<p class="read">Read: <a href="../../area/one/#deep">One: Deep</a></p></details></div>
<p class="page-foot">Foot</p>""",
    "glossary": """
<h1 id="glossary">Glossary</h1><p>One term.</p><h2 id="letter-e">E</h2><ul><li><a
id="endpoint" href="e/#endpoint">endpoint</a></li></ul>""",
    "glossary/e": """
<h1 id="glossary-e">Glossary: E</h1><h2 id="endpoint">endpoint</h2><p class="known-as">Also: inference
endpoint. Formerly: host.</p><p>Answers.</p><p class="term-links">See <a href="#endpoint">endpoint</a>.</p>""",
}


def small_site(folder: Path) -> Path:
    """Writes the site and its mkdocs.yml into `folder` and returns the site."""
    (folder / "mkdocs.yml").write_text(NAV, encoding="utf-8")
    site = folder / "site"
    for url, article in PAGES.items():
        page = site / url / "index.html"
        page.parent.mkdir(parents=True)
        # Only practice has a public address: what leads elsewhere is text.
        head = f'<link rel="canonical" href="https://guide.example.org/sub/{url}/">' if url.startswith("practice") else ""
        body = f'<article class="md-content__inner">{article}</article>'
        page.write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    (site / "x.svg").write_text(DIAGRAM, encoding="utf-8")
    return site
