"""What every feature package stands on: problems, YAML with line numbers, page sources, slugs. Imports no feature."""
