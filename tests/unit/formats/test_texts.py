"""The texts of documents: from text, Markdown, HTML and PDF files, and what is said where they cannot be read."""

from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.errors import MissingExtra, UnknownFormat, UnreadableFile
from claimtrack.values.quotes import check_quote

_QUOTE = "She did not go to the “harbour” & stayed"


def book(*names: str) -> ct.Casebook:
    """A casebook with a document for each file."""
    return ct.Casebook(
        documents=tuple(
            ct.Document(id=f"d{place}", title="A document", text=ct.TextFile(path=name))
            for place, name in enumerate(names)
        )
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", _QUOTE),
        ("a.md", "# A heading\n\nShe **did not** go to [the “harbour”](https://a.example/b) & *stayed*."),
        (
            "a.html",
            (
                "<html><head><title>x</title><style>p{}</style></head><body><script>She</script>"
                "<p>She <b>did&nbsp;not</b> go to the &ldquo;har<i>bour</i>&rdquo; &amp; stayed</p></body></html>"
            ),
        ),
        ("a.HTM", "<p>She did not go to\nthe &#8220;harbour&#8221; &amp; stayed<p>"),
    ],
)
def test_a_quote_is_found_in_each_kind(tmp_path: Path, name: str, content: str) -> None:
    """What a reader sees on the page is the text that quotes are held against."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    text = ct.read_texts(book(name), tmp_path)["d0"]
    assert check_quote(_QUOTE, text).kind in ("verbatim", "normalised")
    assert "x</title>" not in text
    assert "{" not in text


def test_a_quote_is_found_in_a_pdf(tmp_path: Path) -> None:
    """With the extra installed, the words of a PDF are its text."""
    pytest.importorskip("pypdf", reason="reading PDF needs the extra: pip install 'claimtrack[pdf]'")
    (tmp_path / "a.pdf").write_bytes(_pdf("She did not go to the harbour"))
    assert check_quote("did not go to the harbour", ct.read_texts(book("a.pdf"), tmp_path)["d0"]).kind == "verbatim"


def test_without_the_extra_a_pdf_says_what_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing optional package is told with the command that installs it."""
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    with pytest.raises(MissingExtra, match=r"pip install 'claimtrack\[pdf\]'"):
        ct.read_texts(book("a.pdf"), tmp_path)


def _pdf(words: str) -> bytes:
    """The smallest PDF with one line of text."""
    stream = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{place:010d} 00000 n \n" for place in places)
    return (out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode()


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("gone.txt", None, UnreadableFile),
        ("a.docx", b"x", UnknownFormat),
        ("a.txt", b"\xff\xfe\x00", UnreadableFile),
        ("a.pdf", b"no pdf at all", UnreadableFile),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes | None, error: type[Exception]) -> None:
    """A file that is missing, of another kind, or no text is an error that names it, never a traceback."""
    if name.endswith(".pdf"):
        pytest.importorskip("pypdf", reason="reading PDF needs the extra: pip install 'claimtrack[pdf]'")
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(error, match=name.replace(".", r"\.") if error is UnreadableFile else "txt"):
        ct.read_texts(book(name), tmp_path)
