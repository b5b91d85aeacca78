"""Scales and crosswalks: complete, in order, and honest about what they lose."""

from itertools import product
from pathlib import Path

import pytest

from claimtrack import scales
from claimtrack.errors.failures import UnknownName
from claimtrack.scales.likelihood import overlaps
from claimtrack.scales.load import (
    GRADE_SCALES,
    LIKELIHOOD_SCALES,
    convert,
    crosswalk,
    crosswalks,
    grade_scale,
    likelihood_scale,
)
from shared_cases import needed, published_scales

_WAYS = {(way.start.id, way.end.id): way for way in crosswalks()}
_NUMBERS = ("misp", "stix.confidence")


def test_every_level_has_a_step() -> None:
    """Each level becomes one of the other scale, or none; where none, why is said."""
    for way in _WAYS.values():
        assert set(way.steps) == {level.code for level in way.start.levels}
        codes = {level.code for level in way.end.levels}
        for step in way.steps.values():
            assert step.code is None or step.code in codes
            assert step.code is not None or step.loses


def test_no_way_turns_the_order_round() -> None:
    """What is better stays at least as good, among the levels with a basis; how an origin knows is no order."""
    for ends, way in _WAYS.items():
        if "lineage" in ends:
            continue
        ranks = [
            (way.start.rank(code), way.end.rank(step.code))
            for code, step in way.steps.items()
            if step.code is not None and way.start.rank(code) is not None and way.end.rank(step.code) is not None
        ]
        in_order = [rank for _, rank in sorted(ranks)]
        assert in_order == sorted(in_order)


def test_no_basis_never_becomes_a_grade() -> None:
    """What cannot be judged stays so; where the other scale has only numbers, that is said to be lost."""
    for way in _WAYS.values():
        for level in way.start.levels:
            step = way.steps[level.code]
            if step.code is None:
                continue
            target = way.end.level(step.code)
            assert target.basis == level.basis or (way.end.id in _NUMBERS and step.loses)


def test_credibility_1_is_never_given_by_a_conversion() -> None:
    """Confirmed by another independent origin is for whoever checked that; no other scale says it."""
    ways = [way for way in _WAYS.values() if way.end.id == "admiralty.credibility"]
    assert len(ways) >= 3
    assert all(step.code != "1" for way in ways for step in way.steps.values())


def test_what_does_not_come_back_was_said_to_be_lost() -> None:
    """There and back, a level is what it was, or one of the two steps says what it loses."""
    for (start, end), way in _WAYS.items():
        back = _WAYS.get((end, start))
        for code, step in way.steps.items() if back else ():
            if step.code is not None and back.steps[step.code].code != code:
                assert step.loses or back.steps[step.code].loses


def test_levels_that_become_one_say_so() -> None:
    """Where two levels become one, at least one of them says what it loses."""
    for way in _WAYS.values():
        by_code: dict[str, list[str]] = {}
        for code, step in way.steps.items():
            if step.code is not None:
                by_code.setdefault(step.code, []).append(code)
        for codes in by_code.values():
            assert len(codes) == 1 or any(way.steps[code].loses for code in codes)


def test_a_way_leaves_its_axis_only_where_that_is_known() -> None:
    """To numbers, which say only more or less, and from how something is known to how well it fits; nowhere else."""
    for way in _WAYS.values():
        assert way.is_across == (way.start.axis != way.end.axis)
        if way.is_across:
            assert way.end.axis == "number" or (way.start.axis, way.end.axis) == (
                "directness",
                "information credibility",
            )


def test_the_files_are_the_scales() -> None:
    """Each built-in scale has a file of its name, and no file is left over; ids are those names."""
    folder = Path(scales.__path__[0]) / "builtin"
    assert {f"{name}.toml" for name in (*LIKELIHOOD_SCALES, *GRADE_SCALES)} == {file.name for file in folder.iterdir()}
    assert [likelihood_scale(name).id for name in LIKELIHOOD_SCALES] == list(LIKELIHOOD_SCALES)
    assert [grade_scale(name).id for name in GRADE_SCALES] == list(GRADE_SCALES)


def test_a_scale_is_read_once() -> None:
    """Asking twice gives the very same scale."""
    assert likelihood_scale("icd203") is likelihood_scale("icd203")
    assert grade_scale("misp") is crosswalk("admiralty.reliability", "misp").end


def test_likelihood_terms_are_held_against_each_other() -> None:
    """Each term has the terms that it shares a range with; on its own scale nothing is without a term."""
    every = [likelihood_scale(name) for name in LIKELIHOOD_SCALES]
    for start, end in product(every, every):
        found = overlaps(start, end)
        assert [one.term for one in found] == list(start.terms)
        assert all(0.0 <= one.uncovered <= 1.0 for one in found)
        if start is end:
            assert all(one.term in one.terms and one.uncovered == 0.0 for one in found)


def test_the_gaps_of_phia_are_shown() -> None:
    """Half of ICD 203's roughly even chance has no PHIA term."""
    icd203, phia = likelihood_scale("icd203"), likelihood_scale("phia")
    assert [round(one.uncovered, 2) for one in overlaps(icd203, phia)] == [0.0, 0.33, 0.4, 0.5, 0.2, 0.33, 0.0]


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [("G", "admiralty.reliability", "misp"), ("A", "admiralty", "misp"), ("A", "misp", "admiralty.reliability")],
)
def test_what_is_not_known_is_said(code: str, start: str, end: str) -> None:
    """An unknown level, scale or way is an error that names what there is."""
    with pytest.raises(UnknownName):
        convert(code, start, end)


@needed(published_scales())
def test_the_scales_are_those_of_the_shared_table() -> None:
    """Where the shared table of scales is at hand, codes, labels, ranges and numbers are its own."""
    table = published_scales()
    names = {"europol4x4.handling": "europol.handling", "stix.none-low-med-high": "stix21.none-low-med-high"}
    seen = 0
    for scale in map(grade_scale, GRADE_SCALES):
        theirs = table.get(names.get(scale.id, scale.id))
        if theirs is None:
            continue
        seen += 1
        assert {level.code for level in scale.levels} == {str(level["code"]) for level in theirs["levels"]}
        outside = set(theirs.get("unordered", [])) | ({"4"} if scale.id == "uk5x5x5.information" else set())
        outside |= {"D"} if scale.id == "uk3x5x2.information" else set()
        assert {level.code for level in scale.levels if not level.basis} == outside
        for level in theirs["levels"]:
            label = level.get("label", level["code"])
            if scale.level(level["code"]).label != level["code"]:
                assert scale.level(level["code"]).label == label
            for key, end in (("misp", "misp"), ("stix", "stix.confidence")):
                if key in level and (scale.id, end) in _WAYS:
                    number = level[key]
                    assert convert(level["code"], scale.id, end).code == (None if number is None else str(number))
    assert seen >= 12


def test_a_scale_that_is_not_known_names_the_nearest() -> None:
    """The nearest right name comes with the error."""
    with pytest.raises(UnknownName, match=r"uk5x5x5\.source"):
        grade_scale("uk5x5x5.sorce")
