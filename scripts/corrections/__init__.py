"""Corrections: what this guide or notes in circulation had wrong, and what holds; as a page and as a feed."""
