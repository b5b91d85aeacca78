"""The private file: joined by id, kept from other eyes, and never told of in a message."""

import os
import stat
import warnings

import pytest

import claimtrack as ct
from claimtrack.cli.main import main
from claimtrack.errors.failures import FileInTheWay, InvalidCasebook, PrivateFileExposed
from claimtrack.io.casebooks import casebook_digest, casebook_tables, dumps, read, write
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim
from claimtrack.model.sources import Confidential, Source
from claimtrack.model.statements import Statement

SECRETS = ("Ri Kum-hyok", "+850-2-381-8000", "Hyesan, Masan-dong 7", "met thrice at the market")
BOOK = """\
[[sources]]
id = "local"
name = "A local"
protected = true
descriptor = "a local"
[[sources]]
id = "gazette"
name = "The Gazette"
[[claims]]
id = "fell"
text = "It fell."
[[statements]]
origin = "local"
claim = "fell"
stance = "asserts"
terms = "background"
"""
PRIVATE = "[sources.local]\n" + "\n".join(
    f'{key} = "{value}"' for key, value in zip(("name", "contact", "place", "note"), SECRETS, strict=True)
)
posix = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


def given(tmp_path, private: str | bytes, mode: int = 0o600):
    """A casebook's file with its private file."""
    path = tmp_path / "case.toml"
    path.write_text(BOOK, encoding="utf-8")
    beside = tmp_path / "case.private.toml"
    beside.write_bytes(private if isinstance(private, bytes) else private.encode())
    beside.chmod(mode)
    return path


def secret_book() -> Casebook:
    """A casebook with confidential fields."""
    name, contact, place, note = SECRETS
    hidden = Confidential(name=name, contact=contact, place=place, note=note)
    return Casebook(
        sources=(
            Source(id="local", name="A local", protected=True, descriptor="a local", confidential=hidden),
            Source(id="gazette", name="The Gazette"),
        ),
        claims=(Claim(id="fell", text="It fell."),),
        statements=(Statement(origin="local", claim="fell", stance="asserts", terms="background"),),
    )


def test_it_is_joined_by_source_id(tmp_path) -> None:
    """The source named in the private file has its fields, the other has none."""
    book = read(given(tmp_path, PRIVATE))
    hidden = book.source("local").confidential
    assert (hidden.name, hidden.contact, hidden.place, hidden.note) == SECRETS
    assert book.source("gazette").confidential is None


def test_the_book_is_the_same_without_it(tmp_path) -> None:
    """With or without the private file, the casebook is equal and has the same digest."""
    path = given(tmp_path, PRIVATE)
    with_it = read(path)
    (tmp_path / "case.private.toml").unlink()
    assert read(path) == with_it
    assert casebook_digest(read(path)) == casebook_digest(with_it)


@posix
@pytest.mark.parametrize("name", ["case.toml", "case.json"])
def test_it_is_written_for_the_owner_alone(tmp_path, name: str) -> None:
    """Writing puts the confidential fields in a file of mode 0600, even over an open one, and reads them back."""
    beside = tmp_path / "case.private.toml"
    beside.write_text("", encoding="utf-8")
    beside.chmod(0o666)
    (tmp_path / name).write_text("", encoding="utf-8")
    write(secret_book(), tmp_path / name)
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    assert secret_book().source("local").confidential == read(tmp_path / name).source("local").confidential
    assert not any(secret in (tmp_path / name).read_text(encoding="utf-8") for secret in SECRETS)


def test_hostile_private_text_survives(tmp_path) -> None:
    """Quotes, control characters and DEL in a private field read back as they were."""
    text = "a\"b'c\\\x7f\x00\x1b\n\u202e\u2028[x]=#"
    source = Source(id="a.b", name="A", confidential=Confidential(name=text, note=text))
    write(Casebook(sources=(source,)), tmp_path / "case.toml")
    assert Confidential(name=text, note=text) == read(tmp_path / "case.toml").source("a.b").confidential


def test_a_private_note_may_be_a_bare_date(tmp_path) -> None:
    """A private note that is only a date is text when it is read again."""
    source = Source(id="a", name="A", confidential=Confidential(note="2021-03-30"))
    write(Casebook(sources=(source,)), tmp_path / "case.toml")
    assert read(tmp_path / "case.toml").source("a").confidential.note == "2021-03-30"


def test_no_secret_no_file(tmp_path) -> None:
    """A casebook without confidential fields writes no private file."""
    write(Casebook(sources=(Source(id="a", name="A"),)), tmp_path / "case.toml")
    assert [path.name for path in tmp_path.iterdir()] == ["case.toml"]


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_others_who_can_open_it_are_warned_of(tmp_path, mode: int) -> None:
    """A private file that group or others can open is read with a warning that names no secret."""
    path = given(tmp_path, PRIVATE, mode)
    with pytest.warns(PrivateFileExposed, match="chmod 600") as caught:
        read(path)
    assert not any(secret in str(warning.message) for warning in caught for secret in SECRETS)


@posix
def test_a_closed_private_file_warns_of_nothing(tmp_path) -> None:
    """A private file of mode 0600 is read in silence."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read(given(tmp_path, PRIVATE))


@posix
def test_the_command_prints_the_warning_and_goes_on(tmp_path, capsys) -> None:
    """On the command line an exposed private file is a line on stderr, and the exit status stays 0."""
    path = given(tmp_path, PRIVATE, 0o644)
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        assert main(["check", str(path)]) == 0
    err = capsys.readouterr().err
    assert "case.private.toml" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "private",
    [
        '[sources."Ri Kum-hyok"]\nname = "x"',
        '[sources.local]\n"Ri Kum-hyok" = "x"',
        '[sources.local]\nname = ["Ri Kum-hyok"]',
        '[sources.local]\ncontact = { "Ri Kum-hyok" = 1 }',
        'sources = "Ri Kum-hyok"',
        '"Ri Kum-hyok" = 1',
        '[sources]\nlocal = "Ri Kum-hyok"',
        '[sources.local]\nname = "Ri Kum-hyok',
        "[sources.local]\nname = Ri Kum-hyok",
        '[sources.local]\nname = "x"\nname = "Ri Kum-hyok"',
        '[sources.local]\nnote = "Ri Kum-hyok"\n[sources.local]\nnote = "Ri Kum-hyok"',
        '[sources.local]\n"Ri Kum-hyok" = 1\n"Ri Kum-hyok" = 2',
        b'[sources.local]\nname = "Ri Kum-hyok\xff"',
        "[Ri Kum-hyok]]",
        "name = " + "[" * 50_000,
        "[sources.local]\nname = " + "1" * 5000,
    ],
)
def test_no_message_shows_what_stands_in_it(tmp_path, capsys, private: str | bytes) -> None:
    """Whatever is wrong with the private file, neither a value nor a key nor an id of it is shown."""
    path = given(tmp_path, private)
    with pytest.raises(InvalidCasebook) as caught:
        read(path)
    assert "Ri Kum-hyok" not in str(caught.value) + repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert main(["check", str(path)]) == 1
    err = capsys.readouterr()
    assert "Ri Kum-hyok" not in err.out + err.err
    assert "case.private.toml" in err.err


def test_half_a_character_cannot_hide_in_a_secret() -> None:
    """A private field refuses a lone surrogate, and does not show it."""
    with pytest.raises(ct.errors.Problem) as caught:
        Confidential(name="Ri Kum-hyok \ud800")
    assert "Ri" not in str(caught.value)


@pytest.mark.parametrize("value", [5, ["Ri Kum-hyok"], b"Ri Kum-hyok"])
def test_a_wrong_secret_is_not_shown(value: object) -> None:
    """A private field of another type is refused without showing it."""
    with pytest.raises(ct.errors.Problem) as caught:
        Confidential(contact=value)
    assert "Ri" not in str(caught.value) + repr(caught.value)


def test_nothing_confidential_leaves() -> None:
    """No repr, file, digest, assessment, explanation or report of either audience holds a confidential word."""
    book = secret_book()
    said = [repr(book), repr(book.sources), repr(book.source("local").confidential), str(casebook_tables(book))]
    said += [dumps(book, format=form) for form in ("toml", "json")]
    for audience in ("internal", "public"):
        assessment = ct.score(book, audience=audience)
        explanation = ct.explain(assessment)
        report = ct.compose(explanation)
        said += [repr(assessment), repr(explanation), repr(report), repr(assessment["fell"])]
        said += [ct.render(report, form) for form in ("text", "markdown", "json")]
    leaks = [secret for secret in SECRETS for text in said if secret in text]
    assert leaks == []


def test_the_digest_does_not_know_the_secret() -> None:
    """Changing a confidential field changes no digest and is no difference."""
    book = secret_book()
    other = Casebook(
        sources=(Source(id="local", name="A local", protected=True, descriptor="a local"), book.sources[1]),
        claims=book.claims,
        statements=book.statements,
    )
    assert casebook_digest(book) == casebook_digest(other)
    assert ct.diff(book, other) == ()


def test_a_problem_of_a_casebook_shows_no_secret() -> None:
    """An error about a casebook whose sources have secrets shows none."""
    book = secret_book()
    with pytest.raises(InvalidCasebook) as caught:
        book.without_records(book.source("local"))
    assert not any(secret in str(caught.value) + repr(caught.value) for secret in SECRETS)


def test_public_conversion_writes_no_private_file(tmp_path) -> None:
    """Converting for the public leaves no private file and no confidential word, in either format."""
    path = given(tmp_path, PRIVATE)
    for name in ("out.toml", "out.json"):
        assert main(["convert", str(path), str(tmp_path / name), "--audience", "public"]) == 0
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert not any(secret in text for secret in SECRETS)
        assert not (tmp_path / "out.private.toml").exists()


def test_an_older_private_file_does_not_join_a_public_casebook(tmp_path) -> None:
    """A public casebook written where a private file of the same name lies is refused, and nothing is lost."""
    path = given(tmp_path, PRIVATE)
    before = path.read_bytes()
    with pytest.raises(FileInTheWay, match="private"):
        write(ct.for_audience(read(path), "public"), path)
    assert before == path.read_bytes()
    assert read(path).source("local").confidential is not None
