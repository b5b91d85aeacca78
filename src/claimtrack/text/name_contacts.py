"""Contacts as people write them: phone numbers with and without a country, addresses without what may be left out."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import digit

from claimtrack.text.folding import letters_of
from claimtrack.text.name_context import is_common_word

_HOW = re.compile(
    r"(?:only|preferred|please|first|daily|message|messages|messaging|call|calls|text|texts|app|chat|group"
    r"|number|channel|channels|contact|line|lines|evening|evenings|morning|mornings|weekday|weekdays"
    r"|weekend|weekends|night|nights|reader|user|caller|sender|operator|worker|engineer|clerk|driver|corps"
    r"|desk|account|profile|page|username|handle|works|best|never|always|sometimes|secure|encrypted|private"
    r"|work|home|office|same)"
)
"""What stands behind the name of a service and is no account: "Signal only"."""
_SHORTEST_NUMBER = 7
_SHORTEST_CONTACT = 4
_LONGEST, _STEP = 500, 10
"""Characters of a contact that is looked at as a whole, and words from one piece of a longer one to the next."""
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
_MESSENGERS = (
    r"signal|threema|whatsapp|telegram|wire|skype|session|element|matrix|mastodon|twitter(?:/x)?|x/twitter|instagram|insta"
    r"|facebook|messenger|linkedin|bluesky|tiktok|snapchat|discord|reddit|github|viber|wickr|jabber|xmpp|icq|line|wechat|vk"
)
_ACCOUNT = re.compile(
    rf"\b(?:{_MESSENGERS}|x)(?:\s*[:=]\s*|\s+(?:(?:user ?name|user|handle|id|name|account|nick)\b\s*:?\s*|(?!x\b)))"
    r"@?([\w.+\-]*\w)",
    re.IGNORECASE,
)
"""An account behind the service that it is with: "Signal username ada.42", "Telegram ada"."""
_HOST_OF_ACCOUNTS = re.compile(
    r"\A(?:t\.me|telegram\.me|(?:[\w\-]+\.)?(?:twitter|x|facebook|fb|instagram|threads|tiktok|linkedin|github|reddit|vk"
    r"|bsky|medium|snapchat|signal|patreon|substack|youtube)\.(?:com|net|app|me|org))/"
    r"(?:in/|profile/|profiles/|user/|users/|u/|add/|c/|s/|\#?eu/|@)?@?([\w.\-]*\w)",
    re.IGNORECASE,
)
"""A page of an account, whose name is not a word of the address."""
_MAIL = re.compile(r"([\w.+\-]*\w)@([\w\-]+(?:\.[\w\-]+)*)")
_HANDLE = re.compile(r"(?<![\w.+\-])@[\w.\-]*\w")
_ADDRESS = re.compile(r"(?:\b[a-z][a-z0-9+.\-]*://|\bwww\.|\b[\w\-]+(?:\.[\w\-]+)+/)[^\s<>()\[\]\"]+", re.IGNORECASE)
_SCHEME = re.compile(r"\A(?:[a-z][a-z0-9+.\-]*://)?(?:www\.)?", re.IGNORECASE)
_TOKEN = re.compile(r"(?<![\w.+@\-])(?=[\w.\-]*(?:_|[^\W\d_][\w.\-]*\d|\d[\w.\-]*[^\W\d_]))[\w.\-]*\w")
"""A word with an underscore, or with letters and digits, which is none of the prose."""
_AT = re.compile(
    r"\s*[\[({]\s*(?:at|@)\s*[\])}]\s*|\s+at\s+(?=[\w\-]+(?:\.|\s+dot\s+|\s*[\[({]\s*dot)\s*\w)", re.IGNORECASE
)
_DOT = re.compile(r"\s*[\[({]\s*(?:dot|\.)\s*[\])}]\s*|(?<=\w)\s+dot\s+(?=\w)", re.IGNORECASE)
_MARKED = re.compile(r"[\d_]")
_SHORTEST_TOKEN = 6
_SEVERAL = re.compile(r"(?<!\s)\s+(?:[/|&+·–—-]|or|and|oder|und|ou|et|y|o|e)\s+|[,;|]|/(?=\s*[+(0])", re.IGNORECASE)
"""What stands between two numbers in one contact."""
_ABROAD = re.compile(r"\b(?:wa\.me/|phone=)\+?", re.IGNORECASE)
"""What a number with its country stands behind in an address."""
_NO_NUMBER = re.compile(
    r"\b(?:(?:19|20)\d\d[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./](?:19|20)\d\d"
    r"|(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d|\d\d?[.:]\d\d\s*[-–]\s*\d\d?[.:]\d\d)\b"
)
"""Dates, years and hours."""
_PHONE = re.compile(r"(?<![\w*])\(?\+?\d[\d ().\-/\u00a0]{5,22}\d(?!\w)")
_NUMBER = re.compile(r"\d(?:[ \u00a0().\-/+]{0,3}\d){6,24}")
_DIGIT = re.compile(r"\d")
_COUNTRY = re.compile(r"(?:00)?[1-9]\d{0,2}0?\Z")


def without_service(contact: str) -> str:
    """A contact without the service that it belongs to: of "Signal: ada.42" what stands behind it."""
    return _SERVICE.sub("", contact.strip())


def contact_forms(contact: str) -> Iterator[str]:
    """What of a contact is one by itself, wherever it stands in it: addresses, accounts, and words that are no prose.

    Cost: linear in the contact.
    """
    for piece in _pieces_of(contact):
        yield from _forms_in(piece)


def _pieces_of(contact: str) -> Iterator[str]:
    """A contact; of a long one, pieces of some words each, every other of which begins within the one before."""
    if len(contact) <= _LONGEST:
        yield contact
        return
    words = [word for word in contact.split() if len(word) <= _LONGEST]  # a longer one is no contact, and takes long
    for first in range(0, len(words), _STEP):
        yield " ".join(words[first : first + 2 * _STEP])


def _forms_in(contact: str) -> Iterator[str]:
    if contact.istitle() and contact.replace(" ", "").isalpha() and not _HAS_SERVICE.search(contact):
        return  # as most names are
    contact = _DOT.sub(".", _AT.sub("@", contact))
    for mail in _MAIL.finditer(contact):
        yield mail[0]
        yield f"{mail[1]} at {mail[2]}"
        yield f"{mail[1]} at {mail[2].replace('.', ' dot ')}"
        if _MARKED.search(mail[1]) and len(mail[1]) >= _SHORTEST_CONTACT:  # a word may be another's
            yield mail[1]
    for address in _ADDRESS.finditer(contact):
        yield from _forms_of_address(_SCHEME.sub("", address[0]).rstrip("/.,:'!?"))
    accounts = _HANDLE.findall(contact)
    accounts += (one[1] for one in _ACCOUNT.finditer(contact) if _may_be_account(one[1]))
    yield from (one for one in accounts if len(one) >= _SHORTEST_CONTACT)
    shortest = _SHORTEST_CONTACT if _HAS_SERVICE.search(contact) else _SHORTEST_TOKEN
    yield from (one for one in _TOKEN.findall(contact) if len(one) >= shortest)


def _forms_of_address(address: str) -> Iterator[str]:
    """An address without its scheme, and the account in it."""
    yield address
    account, last = _HOST_OF_ACCOUNTS.match(address), re.split(r"[/?=&#]", address)[-1]
    if account is not None and len(account[1]) >= _SHORTEST_CONTACT and not account[1].endswith((".php", ".html")):
        yield account[1]
    if _MARKED.search(last) and len(last) >= _SHORTEST_CONTACT:
        yield last


def _may_be_account(word: str) -> bool:
    """Whether a word behind the name of a service may be an account there: none that says when or how to call."""
    return _MARKED.search(word) is not None or not (
        is_common_word(letters := letters_of(word)) or _HOW.fullmatch(letters)
    )


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
            plain = _ABROAD.sub(" +", _NO_NUMBER.sub(" ", contact))
            for piece in dict.fromkeys((plain, *_SEVERAL.split(plain))):
                for found in _PHONE.finditer(piece):
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
