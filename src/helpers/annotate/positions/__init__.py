"""Find which claim answers which question of the codebook, and which denial or confirmation answers which claim."""

from helpers.annotate.positions._disputes import find_positions
from helpers.annotate.positions._responses import link_responses

__all__ = ["find_positions", "link_responses"]
