"""Files that ship inside the library, such as its built-in scales and the example casebooks of its rules."""

import sys


def read_packaged(package: str, name: str) -> str:
    """The text of a file that ships in one of our packages; the package must have been imported.

    The file is asked of the package's own loader, as `importlib.resources` would do at the price of its import, so a
    zipped installation works too.
    """
    spec = sys.modules[package].__spec__
    folder = spec.submodule_search_locations[0]  # type: ignore[union-attr, index]
    content: bytes = spec.loader.get_data(f"{folder}/{name}")  # type: ignore[union-attr]
    return content.decode()
