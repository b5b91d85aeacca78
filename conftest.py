"""Every Python example in docstrings, the README and the docs runs as a test."""

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

_docs = Sybil(parsers=[PythonCodeBlockParser(), SkipParser()], patterns=["*.md"])
_source = Sybil(parsers=[DocTestParser(optionflags=ELLIPSIS)], patterns=["*.py"], path="src")

pytest_collect_file = (_docs + _source).pytest()
