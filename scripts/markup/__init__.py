"""Small Python-Markdown extensions that know neither exams nor terms: diagrams, formulas, links that leave the site."""
