"""Renderers: a report as text, Markdown, HTML, CSV or JSON."""
