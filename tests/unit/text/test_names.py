"""Names in free text: found however they are written, and nothing else with them."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, strategies as st

from claimtrack.text.name_index import HiddenName
from claimtrack.text.name_matcher import NameMatcher
from claimtrack.text.names import mentioning
from scaling import LINEAR, growth


def replacing(labels: dict[str, str]) -> Callable[[str], str]:
    """What puts labels in the place of the names of some persons."""
    return NameMatcher([HiddenName(names=(name,), label=label) for name, label in labels.items()]).replace


FOUND = [
    ("John Smith", "John Smith说桥塌了", "S说桥塌了"),
    ("Kim Yong", "Kim Yong은 보았다", "S은 보았다"),
    ("김영희", "김 영희가 봤다", "S가 봤다"),
    ("김 영희", "김영희가 봤다", "S가 봤다"),
    ("김영희", "김\u3164영희", "S"),
    ("李 小明", "李小明说", "S说"),
    ("山田 太郎", "山田太郎は", "Sは"),
    ("奈々", "奈々は", "Sは"),
    ("李", "李说", "S说"),
    ("عبد الله", "عبدالله قال", "S قال"),
    ("محمد رضا", "محمد\u200cرضا", "S"),
    ("محمد علي", "محمـد علي", "S"),
    ("علی رضایی", "علي رضايي", "S"),
    ("Işık Yılmaz", "IŞIK YILMAZ saw", "S saw"),
    ("Łukasz Ďurov", "lukasz durov", "S"),
    ("Jürgen Klee", "Juergen Klee, JURGEN KLEE", "S, S"),
    ("Hans Groß", "HANS GROSS", "S"),
    ("İpek Şahin", "Ipek Sahin", "S"),
    ("José Ruiz", "Jose\u0301 RUIZ", "S"),
    ("Ada Quill", "@adaquill, Ada_Quill and Ada-\u00adQuill", "@S, S and S"),
    ("O'Neil", "ONeil", "S"),
    ("J. (Jim) O'Neil+", "It was J. (Jim) O'Neil+.", "It was S."),
    ("A. B.", "A. B. saw it.", "S saw it."),
    ("Ada Quill", "https://x.example/Ada%20Quill", "https://x.example/S"),
    ("김영희", "https://x.example/%EA%B9%80%EC%98%81%ED%9D%AC", "https://x.example/S"),
    ("José Ruiz", "Jos&eacute; Ruiz", "S"),
    ("ली", "ली ने कहा", "S ने कहा"),
    ("राम", "रोम में राम ने", "रोम में S ने"),
    ("🦊", "the 🦊 said", "the S said"),
    ("Ada", "Ada's friend", "S's friend"),
]
LEFT = [
    ("Ada", "Nevada, adage and ada"),
    ("May Lind", "it may fall; the Lindens"),
    ("Bo", "Bob; a boat"),
    ("राम", "रोम में बर्फ, रिम झिम"),
    ("...", "well ... then"),
    ("  ", "a  b"),
]


@pytest.mark.parametrize(("name", "text", "found"), FOUND)
def test_a_name_is_found_however_it_is_written(name: str, text: str, found: str) -> None:
    """Case, accents, spacing, script, punctuation and the escapes of addresses and HTML hide no name."""
    assert found == replacing({name: "S"})(text)


@pytest.mark.parametrize(("name", "text"), LEFT[:4])
def test_other_words_are_left(name: str, text: str) -> None:
    """A word that only begins like a name, or is spelled like a one-word name without its capital, stays."""
    assert text == replacing({name: "S"})(text)


def test_a_name_without_letters_is_taken_literally() -> None:
    """Signs alone are replaced where they stand; nothing at all is no name."""
    assert replacing({"...": "S"})("well ... then") == "well S then"
    assert replacing({"  ": "S"})("a  b") == "a  b"


def test_names_that_overlap_go_together() -> None:
    """Where two names share a word, nothing of either is left."""
    assert replacing({"Kim Lee": "S1", "Park Kim": "S2"})("Park Kim Lee was here") == "S2 was here"


@given(st.text(max_size=60), st.text(max_size=12), st.text(max_size=60))
def test_a_name_between_spaces_is_gone(before: str, name: str, after: str) -> None:
    """Whatever is around it, a name of two capitalised words is not in the text any more."""
    text = f"{before} Ada Quill {name} {after}"
    assert "Ada Quill" not in replacing({"Ada Quill": "S"})(text)


@given(st.text(max_size=80))
def test_text_without_names_is_untouched(text: str) -> None:
    """Not a character changes where no name is found."""
    clean = replacing({"Zyxwvut Qponmlk": "S"})
    assert text == clean(text)


def test_thousands_of_names_cost_little() -> None:
    """Names are looked up all at once: four times as many cost no more, and four times the text four times as much."""
    text = "The bridge fell in the night and nobody saw it. "

    def clean(names: int, times: int) -> Callable[[], object]:
        return partial(replacing({f"Person{n:05d} Family{n:05d}": f"Source {n}" for n in range(names)}), text * times)

    assert growth(lambda names: clean(names, 400), 2_500) < LINEAR / 4
    assert growth(lambda times: clean(10_000, times), 200) < LINEAR


@pytest.mark.parametrize(("name", "text", "_"), FOUND[:-2])
def test_what_is_replaced_is_mentioned(name: str, text: str, _: str) -> None:
    """A name is told of wherever it would be replaced, behind escapes too."""
    assert mentioning({name: "S"})(text) == {"S"}
