"""The exams: outlines from YAML, objectives declared on headings, exam maps, the in-scope services.

Data model: an `Exam` (outline.py) has domains, a domain has tasks, a task has objectives. A heading in a page says
`objectives="c02-3.1.3"`; objectives.py checks and renders that and notes a `Lesson`; exam_map.py lists what teaches what.
"""
