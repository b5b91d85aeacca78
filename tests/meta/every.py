"""All deliberately wrong methods: importing this fills the table of them."""

from meta import wrong_accounts, wrong_shapes, wrong_weights
from meta.wrong import WRONG, ByTwin, Quick

__all__ = ["WRONG", "ByTwin", "Quick", "wrong_accounts", "wrong_shapes", "wrong_weights"]
