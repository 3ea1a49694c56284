"""Exercises, self-check, the agreement of coders, and the score of the rules against a hand-coded article."""

from helpers.teaching.agreement import score_agreement, select_disagreements
from helpers.teaching.agreement_view import render_agreement, render_disagreements
from helpers.teaching.class_folder import write_class
from helpers.teaching.codes import check_pseudonym, delete_codes, read_codes, write_code
from helpers.teaching.coding import gold_codes, machine_codes
from helpers.teaching.coding_view import render_comparison, show_coding
from helpers.teaching.collect import collect_codes, render_collection, write_collection
from helpers.teaching.correction_view import render_corrections, show_corrections
from helpers.teaching.desk import render_solution, show_coding_task, show_desk, show_task
from helpers.teaching.exercises import answer_exercise, build_choice, build_marking, build_sorting, reveal_answer
from helpers.teaching.exercises_view import show_exercise
from helpers.teaching.gold import read_gold
from helpers.teaching.lesson_views import render_marked_article, render_words
from helpers.teaching.lessons import list_lessons, open_lesson
from helpers.teaching.scores import render_misses, render_scores, score_reading
from helpers.teaching.workbooks import write_workbooks

__all__ = [
    "answer_exercise",
    "build_choice",
    "build_marking",
    "build_sorting",
    "check_pseudonym",
    "collect_codes",
    "delete_codes",
    "gold_codes",
    "list_lessons",
    "machine_codes",
    "open_lesson",
    "read_codes",
    "read_gold",
    "render_agreement",
    "render_collection",
    "render_comparison",
    "render_corrections",
    "render_disagreements",
    "render_marked_article",
    "render_misses",
    "render_scores",
    "render_solution",
    "render_words",
    "reveal_answer",
    "score_agreement",
    "score_reading",
    "select_disagreements",
    "show_coding",
    "show_coding_task",
    "show_corrections",
    "show_desk",
    "show_exercise",
    "show_task",
    "write_class",
    "write_code",
    "write_collection",
    "write_workbooks",
]
