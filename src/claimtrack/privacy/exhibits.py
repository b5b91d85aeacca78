"""Exhibits in public: which may be shown, and which count in the scores without being shown."""

from collections.abc import Mapping

from claimtrack.model.sources import Source
from claimtrack.network.chains import exhibits_of
from claimtrack.privacy.attribution import Appearance, Appearances, PublicStatement


class PublicExhibits:
    """What the public sees of exhibits.

    They are shown where all are named: the examiner, the relays, and a record or sensor itself. Elsewhere what was
    examined could tell who examined it, or whose record it is. But examiners of one exhibit must not seem independent,
    so it goes on to count.
    """

    def __init__(self, seen: Appearances, sources: Mapping[str, Source], documents: Mapping[str, str | None]) -> None:
        self._seen, self._sources = seen, sources
        said = [one.statement for one in seen.statements]
        examined = dict.fromkeys(name for one in said for name in (*one.exhibits, *one.unshown))
        self.shown: Mapping[str, str | None] = {
            name: (name if seen.main.get(name) == "named" else None) if name in seen.examined else documents.get(name)
            for name in examined
        }
        """The public id of each exhibit; None where it may not be shown."""
        # No id of a record has a space, so that these are none.
        self._counted = {
            name: self.shown[name] or self._label_of(name) or f"exhibit {place}" for place, name in enumerate(examined)
        }

    def unshown_of(self, one: PublicStatement) -> tuple[str, ...]:
        """The exhibits that count for a public statement, and that it does not show."""
        said = one.statement
        if said.lineage == "examined" and not (said.exhibits or said.unshown):
            return ()  # what is not established must not become so
        known = {name for name in said.exhibits if one.is_open and self.shown[name]}
        if one.origin.how == "named" or self._seen.is_apart(one.origin):
            known.add(said.origin)  # its kind is public, or nobody may see that it is one with others
        rests_on = exhibits_of(said, self._sources[said.origin])
        return tuple(self._counted[name] for name in rests_on if name in self._counted and name not in known)

    def _label_of(self, name: str) -> str | None:
        """The public id of a record or sensor that stands under a label."""
        how = self._seen.main.get(name) if name in self._seen.examined else None
        return None if how is None else self._seen.ids[Appearance(name, how)]
