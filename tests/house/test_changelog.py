"""Each change that a user sees has a fragment in `changelog.d`: one plain sentence in a file of its own."""

import re
from pathlib import Path

FRAGMENTS = sorted((Path(__file__).resolve().parents[2] / "changelog.d").glob("*.md"))


def test_each_fragment_is_one_plain_sentence() -> None:
    """A fragment is one line that begins like a sentence, ends like one, and holds no list, heading or link."""
    sentence = re.compile(r"[A-Z`].*[a-z0-9`”)\"]\.")
    texts = {path.name: path.read_text(encoding="utf-8") for path in FRAGMENTS}
    wrong = [name for name, text in texts.items() if not sentence.fullmatch(text.removesuffix("\n")) or "](" in text]
    assert wrong == []


def test_each_fragment_has_a_name_that_the_changelog_takes() -> None:
    """A fragment is called `+words-of-the-topic.md`, since changes have no numbers here."""
    assert [path.name for path in FRAGMENTS if not re.fullmatch(r"\+[a-z0-9-]+\.md", path.name)] == []
