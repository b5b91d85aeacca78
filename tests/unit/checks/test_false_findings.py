"""Words that look like what a rule is about and are not, and the nearest that are."""

import pytest

import claimtrack as ct


def codes(book: ct.Casebook) -> set[str]:
    """The codes of what is found in a casebook."""
    return {one.code for one in ct.check(ct.score(book)).findings}


def noted(text: str) -> ct.Casebook:
    """A casebook with a note."""
    return ct.Casebook(notes=(ct.Note(kind="dissent", text=text),))


def claimed(text: str) -> ct.Casebook:
    """A casebook with a claim."""
    return ct.Casebook(claims=(ct.Claim(id="c", text=text),))


@pytest.mark.parametrize(
    "text",
    [
        "It is likely that the government loses the confidence vote.",
        "It is likely that the high court has lost confidence.",
        "Public confidence is likely to fall.",
        "It is likely that he had confidence in the minister.",
        "It is likely. Our confidence is moderate.",
    ],
)
def test_a_word_of_confidence_alone_is_no_level(text: str) -> None:
    """Only a level of confidence beside a likelihood is found, not the bare word."""
    assert "CT403" not in codes(noted(text))


@pytest.mark.parametrize(
    "text",
    [
        "It is likely, with high confidence, that it sank.",
        "We judge with confidence that it is very likely.",
        "It is likely that it sank, and our confidence is low.",
        "It is likely (medium confidence).",
        "It is unlikely: our confidence in this judgment is high.",
        "It is likely, with a moderate degree of confidence.",
    ],
)
def test_a_level_of_confidence_beside_a_likelihood_is_found(text: str) -> None:
    """The level before the word or after it, in the sentence of the likelihood."""
    assert "CT403" in codes(noted(text))


@pytest.mark.parametrize(
    "text",
    [
        "The delay of the ferry is due to a fire.",
        "The delay is due to close contact with the quay.",
        "The losses are due to vote rigging.",
        "The old man's will was forged.",
        "The sailors’ will is in the safe.",
        "The will names nobody.",
        "His last will says nothing of the ferry.",
        "It was the will of the owner.",
        "Will Barnes left the ferry.",
        "The ferry is going to Port Anse.",
        "The case is going to court.",
    ],
)
def test_what_is_of_today_is_no_prediction(text: str) -> None:
    """Causes, testaments, names and destinations do not speak of the future."""
    assert not codes(claimed(text)) & {"CT402", "CT404"}


@pytest.mark.parametrize(
    "text",
    [
        "The ferry will sink.",
        "The old man's will will be opened.",
        "The ferry is due to arrive on Friday.",
        "The bridge is due to open in May.",
        "The lawyers are due to vote.",
        "The ferry is going to sink.",
        "The owner won't pay.",
    ],
)
def test_what_is_to_come_is_a_prediction(text: str) -> None:
    """A verb of the future is found."""
    assert "CT402" in codes(claimed(text))


def found_in(document: ct.Document | None, kind: str = "sensor") -> list[str]:
    """What is said of images where a source of a kind is heard, in a document or in none."""
    book = ct.Casebook(
        sources=(ct.Source(id="gauge", name="The tide gauge", kind=kind),),  # type: ignore[arg-type]
        claims=(ct.Claim(id="rose", text="The water rose."),),
        documents=() if document is None else (document,),
        statements=(
            ct.Statement(
                origin="gauge", claim="rose", stance="asserts", document=None if document is None else document.id
            ),
        ),
    )
    return [one.text for one in ct.check(ct.score(book)).of("CT803")]


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Notes of a clearer picture", None),
        ("Film Commission minutes", None),
        ("Video games and their makers", None),
        ("Photo finish at the regatta", None),
        ("Footage shows ferry sinking", None),
        ("The Gazette", "https://gazette.example/a.jpg/story.html"),
        ("The Gazette", "https://video.example/story"),
    ],
)
def test_a_text_about_images_is_no_image(title: str, url: str | None) -> None:
    """A word inside a title makes no image of a document."""
    assert found_in(ct.Document(id="d", title=title, url=url)) == []


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Photo of the bow", None),
        ("A photograph taken from the quay", None),
        ("Video: the ferry at the quay", None),
        ("Satellite image, 3 May", None),
        ("CCTV footage", None),
        ("Drone video 12", None),
        ("IMG_2034.jpg", None),
        ("The ferry", "https://gazette.example/ferry.MP4?start=3"),
        ("The ferry", "https://gazette.example/ferry.png#top"),
    ],
)
def test_an_image_is_known_by_its_title_or_its_ending(title: str, url: str | None) -> None:
    """What the title says at its start, or the ending of a file or an address."""
    assert found_in(ct.Document(id="d", title=title, url=url), "person") == [
        '"d" is an image, and its time and place are not noted'
    ]


def test_a_sensor_without_a_document_is_no_image() -> None:
    """A reading is a number; only a document can be an image."""
    assert found_in(None) == []


@pytest.mark.parametrize(
    ("stances", "credited", "is_found"),
    [
        (("asserts", "asserts"), 0, False),
        (("denies", "denies"), 0, False),
        (("asserts", "denies", "denies"), 0, True),
        (("asserts", "denies", "denies"), 1, True),
        (("asserts", "asserts", "denies", "denies", "denies"), 0, True),
        (("asserts",), 0, True),
    ],
)
def test_credibility_1_needs_two_origins_on_its_own_side(
    stances: tuple[str, ...], credited: int, *, is_found: bool
) -> None:
    """That others deny a claim together confirms nobody who asserts it; nor is anybody confirmed in a dispute."""
    book = ct.Casebook(
        sources=tuple(ct.Source(id=f"s{n}", name=f"S{n}", reliability="B") for n in range(len(stances))),
        claims=(ct.Claim(id="c", text="It fell."),),
        statements=tuple(
            ct.Statement(
                origin=f"s{n}",
                claim="c",
                stance=stance,  # type: ignore[arg-type]
                lineage="witnessed",
                credibility=1 if n == credited else None,
            )
            for n, stance in enumerate(stances)
        ),
    )
    assert ("CT203" in codes(book)) == is_found
