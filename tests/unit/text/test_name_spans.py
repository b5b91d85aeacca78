"""How far a hidden name goes: never half of it, never a word of somebody or something else."""

from functools import partial

import pytest

from claimtrack.text.name_index import HiddenName
from claimtrack.text.name_matcher import NameMatcher
from scaling import LINEAR, growth

INES = "Ines Roth"

WHOLE = [
    # sentences and lists
    (INES, "They freed Roth. Ines left.", "They freed S. S left."),
    (INES, "They met Ines. Later Roth came.", "They met S. Later S came."),
    (INES, "Ines, Tom, Roth and Zoe came.", "S, Tom, S and Zoe came."),
    (INES, "It was Roth (Ines), or (Ines) Roth.", "It was S, or S."),
    # what stands behind a name
    (INES, "I told Ines Roth I saw it. They gave Roth A levels.", "I told S I saw it. They gave S A levels."),
    (INES, "Roth B.C. came, as did Ines Roth Jr. and Roth, Ines K.", "S came, as did S and S"),
    # small letters
    (INES, "they say roth saw it", "they say S saw it"),
    ("Rose Field", "a rose field, a field, a rose", "a rose field, a field, a rose"),
    # months in short and seasons
    (
        "Jan Roth",
        "On Jan. 5 and 7 Jan 2024 it rained; they met Jan.",
        "On Jan. 5 and 7 Jan 2024 it rained; they met S.",
    ),
    ("Eva Sommer", "Im Sommer war es warm; dann kam Sommer.", "Im Sommer war es warm; dann kam S."),
    # other things that are called so
    ("Ben White", "They asked the White House, and White.", "They asked the White House, and S."),
    ("Lea Park", "They met at Hyde Park.", "They met at Hyde Park."),
    ("Abdul Rahim", "They met Abdul Nazari, and Abdul.", "They met Abdul Nazari, and S."),
    ("van der Hoek, Eva", "It was Eva van der Hoek.", "It was S."),
]
MAY_GO_ON = [
    ("Roth", "Zelda Roth saw it."),
    (INES, "Boatman Roth went."),
    (INES, "KM Roth went."),
    # a given name at the beginning of a sentence
    ("Roth", "Emily Roth saw it."),
    ("Roth", "Ahmed Roth saw it."),
    ("Roth", "Grace Roth saw it."),
    ("Roth", "Will Roth saw it."),
    ("Roth", "Xiaoling Roth saw it."),
    ("Roth", "It says: Roth, Emily"),
    ("Roth", "It says: Roth, Emily M."),
    ("Roth", "Min-jun Roth saw it."),
    ("Roth", "They met Ji-woo Roth."),
    # a place or a feast
    (INES, "Santa Ines was hit."),
    ("Ida Roth", "Storm Ida hit."),
    ("Ida Roth", "Queen Ida II spoke."),
    ("Roth", "Emily von Roth saw it."),
    ("Jo Roth", "Joe Roth saw it."),
    ("Ulla Day", "May Day was wet."),
    # what may be the surname of another
    ("Karl Martin", "Minister Martinez took it."),
    ("Robert Roth", "Roberts took it."),
    ("Jo Peters", "They met Peterson."),
    ("Eva Berg", "They left Bergen."),
    ("Marco Rossi", "Marconi pagò."),
    ("Maria Roth", "Marian left."),
    ("Olive Branch", "Branch managers met."),
    # a form that is not sure to be one
    ("Katarzyna Roth", "Katarzyny dom spłonął."),
    ("Katarzyna Roth", "They met Katarzynie there."),
    (INES, "Lund-Roth saw it."),
    (INES, "They met Ines Roth y Lund."),
    (INES, "They met Ines Roth (Lund)."),
    (INES, "They met Ines Roth/Lund."),
    ("Ines", "They met Ines de Roth."),
    ("Ines", "They met Ines née Roth."),
    ("Ines", "They met Ines 'Zed' Roth."),
    ("Ines", "They met Ines O'Roth."),
    ("Ines", "They met Ines\nRoth."),
    ("李明", "李明博总统"),
    ("王小明", "费用大小明细表"),
    ("سارة المصري", "سعر الجنيه المصري"),
]
GOES_NOT_ON = [
    (INES, "Yesterday Roth left. Reportedly Roth knew. When Roth came, they left."),
    (INES, "Will Roth come? Allegedly Roth left. Injured Roth went on. Asking Roth helped."),
    ("Rose Field", "Mr. Field left."),
    ("April Rain", "Rain paid the price."),
    (INES, "They left Anse. Roth stayed. They asked Roth. The end."),
    (INES, "They met Roth of Anse, Roth at Anse and Roth (a pilot)."),
    (INES, "Co-founder Roth left. Ex-minister Roth stayed. London-based Roth went."),
    (INES, "In May Roth left, and on Monday Roth came. Whistleblower Roth (RN) spoke."),
    (INES, "They met Roth\nThe others left."),
    ("李明", "李明说桥塌了，记者问李明的家人"),
    ("سارة المصري", "قال المصري إن الجسر سقط"),
]
INFLECTED = [
    ("Ewa Lis", "Byłem u Lisa, oddałem Lisowi i powiedziałem Ewie.", ("Lisa", "Lisowi", "Ewie")),
    ("Jan Gołąb", "Widziałem Gołębia.", ("Goł",)),
    ("Jan Kozioł", "Widziałem Kozła.", ("Koz",)),
    ("Jan Nowak", "Widziałem Nowakową z Nowakówną. Nowakowie wyszli.", ("Nowak",)),
    ("Jiří Hora", "Jiřího auto stálo u mostu.", ("Jiř",)),
    ("Jan Žák", "Mluvil jsem se Žákem a Žákovou.", ("Žák",)),
    ("Lukas Kazlauskas", "Mačiau Kazlauską.", ("Kazl",)),
    ("Jukka Lahtinen", "Kuulin Lahtiselta ja olin Lahtisella.", ("Laht",)),
    ("Νίκος Αγγελόπουλος", "είδα τον Αγγελόπουλο", ("Αγγ",)),
    ("Ali Çiçek", "Dün Çiçeğin evi yandı.", ("Çiç",)),
    ("Szabó Éva", "Elmentem Szabóékhoz, és beszéltem Évával.", ("Szab", "Év")),
    ("Илья Заяц", "Я видел Зайца и говорил с Ильёй.", ("Зай", "Иль")),
    ("Олег Соловей", "Я говорил с Соловьём.", ("Солов",)),
    ("נועה כהן", "אמרתי לכהן ולנועה", ("כהן", "נועה")),
    ("علي حسن", "قلت لعلي ثم وحسن", ("علي", "حسن")),
    ("سارة المصري", "قلت للمصري", ("مصري",)),
]


def matcher(name: str, *shown: str) -> NameMatcher:
    """A matcher of one hidden name."""
    return NameMatcher([HiddenName(names=(name,), label="S")], shown)


@pytest.mark.parametrize(("name", "text", "found"), WHOLE)
def test_a_name_goes_as_far_as_it_does(name: str, text: str, found: str) -> None:
    """A find is the whole name, and neither ends a sentence nor takes words that are not of it."""
    assert found == matcher(name).replace(text)


@pytest.mark.parametrize(("name", "text"), MAY_GO_ON)
def test_where_a_name_may_go_on_it_is_told(name: str, text: str) -> None:
    """A word or sign beside a find that may belong to it is told, so that publishing is refused."""
    assert [one.touches for one in matcher(name).find(text)] == [True]


@pytest.mark.parametrize(("name", "text"), GOES_NOT_ON)
def test_words_of_the_prose_belong_to_no_name(name: str, text: str) -> None:
    """The first words of sentences, what stands in brackets and what usually stands beside a name are not of it."""
    assert {False} == {one.touches for one in matcher(name).find(text)}


@pytest.mark.parametrize(("name", "text", "forms"), INFLECTED)
def test_case_forms_go(name: str, text: str, forms: tuple[str, ...]) -> None:
    """Endings, vowels that change or are lost, and particles written in one word hide no name."""
    replaced = matcher(name).replace(text)
    assert [form for form in forms if form in replaced] == []


def test_endings_make_no_name_of_an_english_word() -> None:
    """A short stem with an ending is a name only where the text is of a language that inflects names."""
    assert matcher("Ewa Lis").replace("We met Lisa, and Kota.") == "We met Lisa, and Kota."


def test_a_surname_that_a_named_person_shares_is_theirs_once_they_are_named() -> None:
    """It stays where the text named the other before, or names them there; else publishing is refused."""
    both = matcher(INES, "Bob Roth")
    text = "Mayor Bob Roth resigned. Roth left town; Mr. Roth and B. Roth are one, and Bob K. Roth too."
    assert text == both.replace(text)
    assert [one.touches for one in both.find("They say that Roth left town.")] == [True]
    assert both.replace("They met Ines Roth.") == "They met S."


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("Roth & Sons", "Roth and Sons paid."),
        ("Roth and Sons", "Roth & Sons paid."),
        ("The Roth Fund", "Roth Fund paid."),
    ],
)
def test_a_named_body_stays_whole_however_it_is_written(shown: str, text: str) -> None:
    """With or without its article, and with either sign for "and"."""
    assert text == matcher(INES, shown).replace(text)


@pytest.mark.parametrize("said", ["Roth ", "Roth-", "@roth", "Ines Roth. "])
def test_a_name_said_again_and_again_costs_as_much_as_it_is_long(said: str) -> None:
    """Four times the mentions take about four times the work."""
    find = matcher(INES).find
    assert growth(lambda times: partial(find, said * times), 500) < LINEAR


def test_a_word_that_may_be_a_form_of_a_name_is_told() -> None:
    """One that begins as a part does, less a letter or two; no common word, and nothing that only begins alike."""
    found = {
        text: matcher("Martin Kovalenko").find_doubtful(text) for text in ("Martina left.", "Kovaletti left.", "Mart")
    }
    assert found == {"Martina left.": (0,), "Kovaletti left.": (), "Mart": ()}
    assert matcher("Ada Turner").find_doubtful("Turn left.") == ()


@pytest.mark.parametrize("said", ["Martina ", "Martina met Martin. "])
def test_words_that_may_be_forms_cost_as_much_as_the_text_is_long(said: str) -> None:
    """Beside as many finds, four times the words take about four times the work."""
    find = matcher("Martin Roth").find_doubtful
    assert growth(lambda times: partial(find, said * times), 500) < LINEAR


def test_an_initial_between_two_names_goes_with_one_of_them() -> None:
    """Neither name loses a part to it, whether both are one person's or not."""
    two = (HiddenName(names=("Ada Quill",), label="Source 1"), HiddenName(names=("Boran Vash",), label="Source 2"))
    matcher = NameMatcher(two)
    found = [matcher.replace(f"He met {said} there.") for said in ("Ada Quill A. Quill", "Boran Vash A. Quill")]
    assert found == ["He met Source 1 there.", "He met Source 2 Source 1 there."]


def test_a_name_with_an_article_is_no_part_of_anothers() -> None:
    """Of a person called "The Baker", Rose Baker is another."""
    matcher = NameMatcher((HiddenName(names=("The Baker",), label="Source 1"),))
    found = [matcher.replace(text) for text in ("Then Rose Baker left.", "Then the Baker left.")]
    assert found == ["Then Rose Baker left.", "Then Source 1 left."]
