"""The texts of documents, read from files: plain text always, Markdown, HTML and PDF with the extra `documents`."""
