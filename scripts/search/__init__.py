"""The search index: MkDocs' own entries, made small, with other names, what they are about, area and exam tasks."""
