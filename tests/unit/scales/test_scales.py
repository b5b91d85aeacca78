"""Scales and crosswalks: complete, in order, and honest about what they lose."""

import json
import os
from pathlib import Path

import pytest

from claimtrack.errors.failures import UnknownName
from claimtrack.scales.crosswalks import CROSSWALKS, Crosswalk, convert, crosswalk, overlaps
from claimtrack.scales.grades import GRADE_SCALES, grade_scale
from claimtrack.scales.likelihood import LIKELIHOOD_SCALES

_WAYS = [crosswalk(*ends) for ends in CROSSWALKS]
_each_way = pytest.mark.parametrize("way", _WAYS, ids=lambda way: f"{way.start.id}-{way.end.id}")
_NUMBERS = ("misp", "stix.confidence")


@_each_way
def test_every_level_has_a_step(way: Crosswalk) -> None:
    """Each level becomes one of the other scale, or none; where none, why is said."""
    assert set(way.steps) == {level.code for level in way.start.levels}
    codes = {level.code for level in way.end.levels}
    for step in way.steps.values():
        assert step.code is None or step.code in codes
        assert step.code is not None or step.loses


@_each_way
def test_no_way_turns_the_order_round(way: Crosswalk) -> None:
    """What is better stays at least as good, among the levels that have a basis on both scales."""
    if way.end.id == "lineage" or way.start.id == "lineage":
        pytest.skip("how an origin knows is no order")
    ranks = [
        (way.start.rank(code), way.end.rank(step.code))
        for code, step in way.steps.items()
        if step.code is not None and way.start.rank(code) is not None and way.end.rank(step.code) is not None
    ]
    in_order = [rank for _, rank in sorted(ranks)]
    assert in_order == sorted(in_order)


@_each_way
def test_no_basis_never_becomes_a_grade(way: Crosswalk) -> None:
    """What cannot be judged stays so; where the other scale has only numbers, that is said to be lost."""
    for level in way.start.levels:
        step = way.steps[level.code]
        if level.basis and step.code is not None:
            assert way.end.level(step.code).basis
        if not level.basis and step.code is not None:
            assert not way.end.level(step.code).basis or (way.end.id in _NUMBERS and step.loses)


@pytest.mark.parametrize("start", [scale.id for scale in GRADE_SCALES])
def test_credibility_1_is_never_given_by_a_conversion(start: str) -> None:
    """Confirmed by another independent origin is for whoever checked that; no other scale says it."""
    steps = CROSSWALKS.get((start, "admiralty.credibility"), {})
    assert all(step.code != "1" for step in steps.values())


@_each_way
def test_what_does_not_come_back_was_said_to_be_lost(way: Crosswalk) -> None:
    """There and back, a level is what it was, or one of the two steps says what it loses."""
    back = CROSSWALKS.get((way.end.id, way.start.id))
    if back is None:
        pytest.skip("there is no way back")
    for code, step in way.steps.items():
        if step.code is not None and back[step.code].code != code:
            assert step.loses or back[step.code].loses


@_each_way
def test_levels_that_become_one_say_so(way: Crosswalk) -> None:
    """Where two levels become one, at least one of them says what it loses."""
    by_code: dict[str, list[str]] = {}
    for code, step in way.steps.items():
        if step.code is not None:
            by_code.setdefault(step.code, []).append(code)
    for codes in by_code.values():
        assert len(codes) == 1 or any(way.steps[code].loses for code in codes)


@pytest.mark.parametrize("start", LIKELIHOOD_SCALES, ids=lambda scale: scale.id)
@pytest.mark.parametrize("end", LIKELIHOOD_SCALES, ids=lambda scale: scale.id)
def test_likelihood_terms_are_held_against_each_other(start: object, end: object) -> None:
    """Each term has the terms that it shares a range with; on its own scale nothing is without a term."""
    found = overlaps(start, end)  # type: ignore[arg-type]
    assert [one.term for one in found] == list(start.terms)  # type: ignore[attr-defined]
    assert all(0.0 <= one.uncovered <= 1.0 for one in found)
    if start is end:
        assert all(one.term in one.terms and one.uncovered == 0.0 for one in found)


def test_the_gaps_of_phia_are_shown() -> None:
    """Half of ICD 203's roughly even chance has no PHIA term."""
    icd203, phia = LIKELIHOOD_SCALES[0], LIKELIHOOD_SCALES[1]
    assert [round(one.uncovered, 2) for one in overlaps(icd203, phia)] == [0.0, 0.33, 0.4, 0.5, 0.2, 0.33, 0.0]


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [("G", "admiralty.reliability", "misp"), ("A", "admiralty", "misp"), ("A", "misp", "admiralty.reliability")],
)
def test_what_is_not_known_is_said(code: str, start: str, end: str) -> None:
    """An unknown level, scale or way is an error that names what there is."""
    with pytest.raises(UnknownName):
        convert(code, start, end)


def test_the_scales_are_those_of_the_shared_table() -> None:
    """Where the shared table of scales is at hand, codes, labels, ranges and numbers are its own."""
    path = Path(os.environ.get("CLAIMTRACK_SHARED", "/none")) / "scales.json"
    if not path.exists():
        pytest.skip("the shared table is not on this machine; CLAIMTRACK_SHARED names its folder")
    table = json.loads(path.read_text(encoding="utf-8"))["scales"]
    names = {"europol4x4.handling": "europol.handling", "stix.none-low-med-high": "stix21.none-low-med-high"}
    seen = 0
    for scale in GRADE_SCALES:
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
                if key in level and (scale.id, end) in CROSSWALKS:
                    number = level[key]
                    assert convert(level["code"], scale.id, end).code == (None if number is None else str(number))
    assert seen >= 12


def test_a_scale_that_is_not_known_names_the_nearest() -> None:
    """The nearest right name comes with the error."""
    with pytest.raises(UnknownName, match=r"uk5x5x5\.source"):
        grade_scale("uk5x5x5.sorce")


@_each_way
def test_a_way_leaves_its_axis_only_where_that_is_known(way: Crosswalk) -> None:
    """To numbers, which say only more or less, and from how something is known to how well it fits; nowhere else."""
    assert way.is_across == (way.start.axis != way.end.axis)
    if way.is_across:
        assert way.end.axis == "number" or (way.start.axis, way.end.axis) == ("directness", "information credibility")
