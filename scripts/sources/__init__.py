"""The sources of the notes: footnotes that name AWS's page and the date of the text that was read."""
