"""What each method is, in a line that a reader understands."""

from collections.abc import Mapping
from types import MappingProxyType

SUMMARIES: Mapping[str, str] = MappingProxyType(
    {
        "origin-evidence": "Counts each origin once, as far as its grade, its interest and its way to us allow.",
        "origin-count": "Counts heads: independent origins for and against. Grades, relays and links play no part.",
        "weight-of-evidence": "Multiplies the likelihood ratios of all origins, as if all were independent (Bayes).",
        "cumulative-fusion": "Takes every statement for an opinion with evidence of its own, and adds these up.",
        "averaging-fusion": "Takes every statement for an opinion on the same evidence, and averages them.",
        "weighted-fusion": "Averages the opinions of all statements, the surer ones more.",
        "consensus-fusion": "Keeps what the opinions of all statements agree on, and is unsure of the rest.",
        "constraint-fusion": "Keeps only what no opinion rules out (Dempster's rule).",
        "df-quad": "Takes the case for a debate of statements that support and attack claims (DF-QuAD).",
        "quadratic-energy": "Takes the case for a debate in which strong arguments count most (quadratic energy).",
        "euler-based": "Takes the case for a debate in which support moves a claim further than attack (Euler-based).",
        "ach": "Scores each claim by what is inconsistent with it (analysis of competing hypotheses, after Heuer).",
    }
)
"""A line for each of `METHODS`, by name."""
