"""Contacts as people write them: phone numbers with and without a country, addresses without what may be left out."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import digit

_SHORTEST_NUMBER = 7
_SHORTEST_CONTACT = 4
_LONGEST_COUNTRY = 3
_SERVICES = (
    r"(?:signal|threema|whatsapp|telegram|wire|skype|session|e-?mail|mail|phone|mobile|cell|tel|fax|twitter|facebook"
    r"|instagram|linkedin|mastodon|bluesky|wechat|viber|discord|tiktok|snapchat|jabber|xmpp|matrix|briar|pgp|gpg|x)"
)
_SERVICE = re.compile(
    rf"\A{_SERVICES}\b(?:/\w+)?(?:\s+(?:user(?:name)?|handle|id|key|account|number))?"
    r"(?:\s*:(?!//)\s*|[\s.]+(?=.*[\d@_]))(?=.{4})",
    re.IGNORECASE,
)
"""What a contact may begin with: "Signal: ", or "Signal " before a number or handle."""
_HAS_SERVICE = re.compile(rf"\b{_SERVICES}\b|@|://", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?<![\w@./+\-])(?=[\w.\-]*[^\W\d_])(?=[\w.\-]*[\d_])\w[\w.\-]{2,}\w(?![\w@/])")
"""A word with digits or underscores, as accounts and keys have; beside a service, or in an address."""
_HANDLE = re.compile(r"(?<![\w.])@\w[\w.]{2,}\b(?![@.])")
_PROFILE = re.compile(
    r"/@|(?:\A|[./])(?:t\.me|x\.com|(?:twitter|instagram|facebook|tiktok|github|threads)\.\w+)/", re.IGNORECASE
)
"""What makes the end of an address the name of an account."""
_WHATSAPP = re.compile(r"\S*\bwa\.me/(?=\d)")
_APART = re.compile(r"[,;|]|\s/\s|\s(?:or|and)\s")
_MAIL = re.compile(r"([\w.+\-]+)@([\w\-]+(?:\.[\w\-]+)+)")
_ADDRESS = re.compile(r"(?:https?://|\bwww\.)[^\s<>()\[\]]+", re.IGNORECASE)
_SCHEME = re.compile(r"\A(?:https?://)?(?:www\.)?", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w*])\(?(?:\+|0)[\d ().\-/\u00a0]{5,22}\d(?!\w)|\A\d[\d ().\-/\u00a0]{5,22}\d\Z")
_NUMBER = re.compile(r"\d(?:[ \u00a0().\-/+]{0,3}\d){6,24}")
_DIGIT = re.compile(r"\d")
_COUNTRY = re.compile(r"(?:00)?[1-9]\d{0,2}0?\Z")


def without_service(contact: str) -> str:
    """A contact without the service that it belongs to: of "Signal: ada.42" what stands behind it."""
    return _SERVICE.sub("", contact.strip())


def contact_forms(contact: str) -> Iterator[str]:
    """What of a contact is one by itself, wherever it stands there.

    They are mail addresses and who is before the @, web addresses without their scheme and the account at their end,
    handles, and what looks like an account or a key beside the name of a service.

    Cost: linear in the contact.
    """
    for mail in _MAIL.finditer(contact):
        yield mail[0]
        yield f"{mail[1]} at {mail[2]}"
        yield f"{mail[1]} at {mail[2].replace('.', ' dot ')}"
        if _DIGIT.search(mail[1]) and len(mail[1]) >= _SHORTEST_CONTACT:  # a word may be another's
            yield mail[1]
    for found in _ADDRESS.finditer(contact):
        address = _SCHEME.sub("", found[0]).rstrip("/.,;")
        yield address
        last = address.rpartition("/")[2].lstrip("@")
        if len(last) >= _SHORTEST_CONTACT and (_DIGIT.search(last) or _PROFILE.search(address)):
            yield last
    yield from _HANDLE.findall(contact)
    if _HAS_SERVICE.search(contact):
        yield from (one for one in _ACCOUNT.findall(contact) if _PHONE.search(one) is None)


class PhoneNumbers:
    """Finds phone numbers by their last digits, with whatever country and zero before and signs between.

    Cost: building it is linear in the contacts, a search in the text.

    Example:
        >>> numbers = PhoneNumbers([("+44 7700 900123", 0)])
        >>> list(numbers.find("Call 07700 900123 or +44 (0)7700-900123."))
        [(5, 17, 0), (21, 39, 0)]
    """

    def __init__(self, contacts: Iterable[tuple[str, int]]) -> None:
        """Read the numbers that stand in contacts."""
        self._known: dict[str, int] = {}
        self._local: dict[str, int] = {}
        self._ends: set[str] = set()
        for contact, who in contacts:
            for piece in _APART.split(without_service(_WHATSAPP.sub("+", contact))):
                for found in _PHONE.finditer(piece.strip()):
                    self._add(found[0], who)

    def _add(self, number: str, who: int) -> None:
        digits = _digits(number.replace("(0)", ""))
        is_abroad = "+" in number or digits.startswith("00")
        digits = digits.lstrip("0")
        if len(digits) < _SHORTEST_NUMBER:
            return
        self._ends.add(digits[-_SHORTEST_NUMBER:])
        for size in range(_LONGEST_COUNTRY + 1) if is_abroad else (0,):
            country, local = digits[:size], digits[size:]
            if len(local) >= _SHORTEST_NUMBER:
                for form in (local, f"0{local}", f"{country}0{local}", f"00{country}{local}", f"00{country}0{local}"):
                    self._known.setdefault(form, who)
        if not is_abroad:
            self._local.setdefault(digits, who)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._known)

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where the numbers stand, and whose each is."""
        for candidate in _NUMBER.finditer(text) if self._known else ():
            places = [candidate.start() + at for at, sign in enumerate(candidate[0]) if sign.isdigit()]
            digits = _digits(candidate[0])
            for end in range(_SHORTEST_NUMBER, len(digits) + 1):
                if digits[end - _SHORTEST_NUMBER : end] in self._ends:
                    yield from self._before(text, digits, places, end)

    def _before(self, text: str, digits: str, places: list[int], end: int) -> Iterator[tuple[int, int, int]]:
        last = places[end - 1] + 1
        if text[last : last + 1].isdigit():
            return
        for begin in range(end - _SHORTEST_NUMBER + 1):
            first = places[begin]
            if text[max(first - 1, 0) : first].isdigit():
                continue
            who = self._whose(digits[begin:end], is_abroad=text[max(first - 1, 0) : first] == "+")
            if who is not None:
                first -= text[max(first - 1, 0) : first] == "+"
                first -= text[max(first - 1, 0) : first] == "(" and ")" in text[first:last]
                yield first, last, who
                return

    def _whose(self, digits: str, *, is_abroad: bool) -> int | None:
        if digits in self._known:
            return self._known[digits]
        if is_abroad or digits.startswith("00"):
            for size in range(1, _LONGEST_COUNTRY + 4):
                if digits[size:] in self._local and _COUNTRY.fullmatch(digits[:size]):
                    return self._local[digits[size:]]
        return None


def _digits(text: str) -> str:
    return "".join(str(digit(sign)) for sign in text if sign.isdigit())
