"""What `make serve` makes again after an edit: as little as is right. Knows neither pages nor MkDocs."""
