"""The short commented casebook that people start from."""

from importlib.resources import files

from claimtrack.io.casebooks import dumps, loads


def starter(form: str) -> str:
    """A short casebook to start from, in `toml` with comments or in `json`.

    Raises:
        UnknownName: there is no such format.
    """
    text = files("claimtrack.io").joinpath("starter.toml").read_text(encoding="utf-8")
    return text if form == "toml" else dumps(loads(text, format="toml"), format=form)
