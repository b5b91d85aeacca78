"""The texts of documents, read from text, Markdown, HTML and PDF files."""
