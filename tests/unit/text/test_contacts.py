"""Contacts in the ways in which people note them down: each address, account and number in them is found."""

import pytest

from claimtrack.text.name_index import HiddenName
from claimtrack.text.name_matcher import NameMatcher

MAIL, ACCOUNT, NUMBER = "zuri.owl@post.example", "zuri_owl", "07700 900555"
NOTED = [
    ("{}", MAIL),
    ("{} (at home)", MAIL),
    ("Cass Ito <{}>", MAIL),
    ("mailto:{}", MAIL),
    ("xmpp:{}", MAIL),
    ("second@post.example or {}", MAIL),
    (f"{{}} / {NUMBER}", MAIL),
    ("Telegram {}", ACCOUNT),
    ("Telegram {}", "zuriowl"),
    ("@{} (Instagram)", "zuriowl"),
    ("@{} on Signal", ACCOUNT),
    ("Twitter/X: {}", "zuriowl"),
    ("Signal username {}", "zuriowl.07"),
    (f"{MAIL} or @{{}}", ACCOUNT),
    ("https://t.me/{}", ACCOUNT),
    ("https://t.me/{}", "zuriowl"),
    ("https://www.linkedin.com/in/{}/", "zuriowl"),
    ("https://pages.example/{}", ACCOUNT),
    ("07700 900556 / {}", NUMBER),
    ("07700 900556 or {} (nights)", NUMBER),
    ("https://wa.me/{}", "447700900555"),
    ("mobile {} (work)", "7700 900555"),
    ("PGP {}", "9C0FFEE12345ABCD"),
    ("{}", "https://forum.example/people?user=owl"),
    ("{}", "ftp://files.example/owl"),
    ("{}", "box:cdefgh"),
    ("{}", "10:45 Mill Lane, door 3"),
    ("{}", "At noon. Mill Lane"),
]
INNOCENT = [
    ("Signal only", "The signal was red, and only then."),
    ("Telegram preferred", "They preferred to wait."),
    ("seen 2024-05-01, worked there 1999-2004", "From 1999-2004, and on 2024-05-01."),
    ("from 9.00-17.30", "It is open 9.00-17.30."),
    ("https://council.example/contact", "They made contact."),
    ("info@council.example", "The info was right."),
]


def replace(contact: str, text: str) -> str:
    """A text with S in the place of a contact."""
    return NameMatcher([HiddenName(names=(contact,), label="S")]).replace(text)


@pytest.mark.parametrize(("noted", "held"), NOTED)
def test_what_a_contact_holds_is_found_letter_by_letter(noted: str, held: str) -> None:
    """The contact as a whole, and what in it is an address, an account or a number, wherever they stand in a text."""
    contact = noted.format(held)
    for frame in ("{}", "Write to {} again.", "They wrote ({}), and left", "See:{}\nsoon"):
        for text in (frame.format(contact), frame.format(held)):
            assert held not in replace(contact, text), text


@pytest.mark.parametrize("address", ["https://x.com/zuriowl/status/12", "@zuriowl", "https://zuriowl.example/1"])
def test_an_account_is_found_in_addresses(address: str) -> None:
    """Also where the contact has it with a sign and a remark."""
    assert "zuriowl" not in replace("@zuriowl (Twitter)", f"It stood at {address} then.")


@pytest.mark.parametrize(("contact", "text"), INNOCENT)
def test_words_of_a_contact_that_are_prose_stay(contact: str, text: str) -> None:
    """How and when to call, dates, and the words of addresses are other people's too."""
    assert text == replace(contact, text)


def test_a_mail_address_that_is_spelled_out_is_found_as_it_is_used() -> None:
    """With "at" and "dot", in brackets or not."""
    for written in ("zuri.owl [at] post [dot] example", "zuri.owl at post dot example", "zuri.owl at post.example"):
        assert replace(written, f"Write to {MAIL} now.") == "Write to S now."
