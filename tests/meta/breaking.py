"""For each wrong method the laws that it is there for, and what it breaks in so many cases."""

from collections.abc import Mapping

__all__ = ["BREAKING", "SEEDS"]

SEEDS = 2

BREAKING: Mapping[str, set[str]] = {
    "AssumesIndependence": {
        "fail closed",
    },
    "Averages": {
        "monotony",
        "monotony over links",
        "open-mindedness",
        "dependence",
        "exhibits",
    },
    "BelievesBoasts": {
        "weakest link",
        "one mouth",
        "one statement is Bayes",
        "candour",
    },
    "BelievesMoreThanItSays": {
        "bounded",
        "negation",
        "one mouth over links",
        "one origin over links",
        "candour",
    },
    "ConfusedByMuch": {
        "bounded",
        "partition",
        "stability",
        "neutrality",
        "no basis",
        "negation",
        "more evidence, less unknown",
        "retraction",
        "repetition",
        "another way",
        "weakest link",
        "candour",
    },
    "CountsEverything": {
        "disjoint",
    },
    "DeafToDenials": {
        "negation",
        "weakening",
        "conservation",
    },
    "DenialsWeighMore": {
        "one mouth over links",
        "circles",
        "conservation",
    },
    "DistrustIsDenial": {
        "monotony",
        "monotony over links",
        "weakening",
        "distrust is not denial",
        "retraction",
        "dependence",
        "conservation",
        "cautious",
    },
    "DoublesItsWeight": {
        "one mouth over links",
        "one statement is Bayes",
        "conservation",
    },
    "FeedsItself": {
        "no self-influence",
        "rings",
    },
    "FirstCounts": {
        "order",
        "one origin",
        "one statement is Bayes",
        "conservation",
        "counterfactual",
    },
    "ForgetsCorrections": {
        "retraction",
    },
    "ForgetsThePrior": {
        "stability",
        "weakening",
        "distrust is not denial",
        "one statement is Bayes",
        "conservation",
        "cautious",
        "rivals",
        "projected probability",
        "contributions add up",
    },
    "HasAHunch": {
        "stability",
        "distrust is not denial",
    },
    "HasNoTasteForOpinions": {
        "totality",
    },
    "HearsSay": {
        "directionality",
        "no path, no contribution",
    },
    "IgnoresDependence": {
        "dependence",
    },
    "IgnoresExhibits": {
        "exhibits",
    },
    "LatestWord": {
        "no dates",
    },
    "LinksAreNewOrigins": {
        "one origin over links",
        "circles",
        "link cap",
    },
    "LoudIsTrue": {
        "repetition",
        "another way",
        "one origin",
        "one mouth over links",
        "merge",
        "one origin over links",
        "circles",
    },
    "MultipliesMore": {
        "repetition",
        "another way",
        "one origin",
        "dependence",
        "one mouth",
        "exhibits",
        "cautious",
    },
    "NeverSure": {
        "open-mindedness",
    },
    "NoCeiling": {
        "one mouth",
        "one mouth over links",
    },
    "NoDoubt": {
        "bounds hold grades",
        "bounds hold lineage",
    },
    "NoMirror": {
        "negation",
    },
    "NoRivals": {
        "anonymity",
        "disjoint",
        "no dates",
        "rivals",
        "projection",
    },
    "NumbersItsRuns": {
        "deterministic",
    },
    "PrefersAmateurs": {
        "better grade",
        "better source",
        "conservation",
    },
    "PrefersInterestedRelays": {
        "relay interest",
        "weakest link",
        "one mouth",
        "one statement is Bayes",
        "candour",
    },
    "ReadsCredibility": {
        "axes apart",
    },
    "ReadsNames": {
        "anonymity",
        "equivalence",
    },
    "RelaysAdd": {
        "no basis",
        "shorter chain",
        "repetition",
        "shared-body ceiling",
        "weakest link",
        "hop",
        "one mouth",
        "one mouth over links",
        "one statement is Bayes",
        "candour",
    },
    "RemembersTheDraft": {
        "projection",
    },
    "RoundsForContributions": {
        "contributions add up",
        "counterfactual",
    },
    "RoundsUp": {
        "resilience",
    },
    "RoundsWhatIsLost": {
        "counterfactual",
    },
    "SilenceIsConsent": {
        "disjoint",
        "silence",
    },
    "SomethingSticks": {
        "neutrality",
        "no basis",
        "confirmation sign",
        "one statement is Bayes",
        "conservation",
    },
    "TakesBoastsForGold": {
        "interest",
        "conservation",
    },
    "TiesExaminers": {
        "exhibits",
        "further examiner",
    },
    "UnknownIsFifty": {
        "no basis",
    },
    "UnknownTwice": {
        "bounded",
        "partition",
        "stability",
    },
    "VotesByOutlet": {
        "negation",
        "repetition",
        "another way",
        "one origin",
        "dependence",
        "exhibits",
    },
    "WantsToBelieve": {
        "franklin",
        "duality",
        "one statement is Bayes",
        "conservation",
    },
    "WeakIsStrong": {
        "neutrality of links",
        "reinforcement",
    },
}
