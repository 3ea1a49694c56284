"""Exercises, self-check, the agreement of coders, and the score of the rules against a hand-coded article."""

from helpers.teaching.gold import read_gold
from helpers.teaching.scores import render_misses, render_scores, score_reading

__all__ = ["read_gold", "render_misses", "render_scores", "score_reading"]
