"""Agreement: the figures are those worked out by hand, and every code in which two coders differ is listed."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.teaching.agreement import (
    build_matrix,
    cohen_kappa,
    krippendorff_alpha,
    percent_agreement,
    score_agreement,
    select_disagreements,
)

# Ten claims, three coders; "." is not coded. Worked out by hand below.
ANN = "C C C C D D D H H H"
BEA = "C C C D D D D H H C"
COR = "C C C C D D H H . ."


def code(**lines: str) -> pd.DataFrame:
    rows = [(coder, f"c{number}", None if letter == "." else letter)
            for coder, line in lines.items() for number, letter in enumerate(line.split())]  # fmt: skip
    return pd.DataFrame(rows, columns=["coder", "claim_id", "status"])


@pytest.fixture
def scores() -> pd.DataFrame:
    found = score_agreement(code(ann=ANN, bea=BEA, cor=COR), variables=["status"])
    return found.set_index(["coder", "other"])


def test_percent_agreement_is_the_share_of_equal_pairs(scores: pd.DataFrame) -> None:
    # Ann and Bea differ on the 4th and the 10th of ten; Ann and Cor on the 7th of eight; Bea and Cor on the 4th and 7th of eight.
    assert scores["percent"].to_dict() == {
        ("", ""): pytest.approx(21 / 26), ("ann", "bea"): 0.8, ("ann", "cor"): 0.875, ("bea", "cor"): 0.75,
    }  # fmt: skip
    assert scores["n_units"].tolist() == [10, 10, 8, 8]


def test_kappa_is_the_one_worked_out_by_hand(scores: pd.DataFrame) -> None:
    # Ann 4C 3D 3H, Bea 4C 4D 2H: expected (16 + 12 + 6) / 100 = .34; (.80 - .34) / .66 = .697
    # Ann 4C 3D 1H, Cor 4C 2D 2H: expected (16 + 6 + 2) / 64 = .375; (.875 - .375) / .625 = .800
    # Bea 3C 4D 1H, Cor 4C 2D 2H: expected (12 + 8 + 2) / 64 = .34375; (.75 - .34375) / .65625 = .619
    kappa = scores["kappa"].round(3)
    assert kappa[[("ann", "bea"), ("ann", "cor"), ("bea", "cor")]].tolist() == [0.697, 0.8, 0.619]
    assert pd.isna(kappa[("", "")])


def test_alpha_is_the_one_worked_out_by_hand_with_codes_missing(scores: pd.DataFrame) -> None:
    # All: 28 codes on ten claims (12 C, 9 D, 7 H). Each disagreeing ordered pair counts 1 / (codes of its claim - 1):
    # 4th C D C: 4/2 = 2; 7th D D H: 4/2 = 2; 10th H C: 2/1 = 2. Observed 6 / 28.
    # Expected (28² - 12² - 9² - 7²) / (28 * 27) = 510 / 756. Alpha 1 - (6 / 28) / (510 / 756) = 1 - .214286 / .674603 = .682
    # Ann and Bea: 20 codes (8 C, 7 D, 5 H), observed 4 / 20; expected (400 - 64 - 49 - 25) / 380 = 262 / 380; 1 - .2 / .689474 = .710
    # Ann and Cor: 16 codes (8 C, 5 D, 3 H), observed 2 / 16; expected (256 - 64 - 25 - 9) / 240 = 158 / 240; 1 - .125 / .658333 = .810
    # Bea and Cor: 16 codes (7 C, 6 D, 3 H), observed 4 / 16; expected (256 - 49 - 36 - 9) / 240 = 162 / 240; 1 - .25 / .675 = .630
    assert scores["alpha"].round(3).to_dict() == {
        ("", ""): 0.682, ("ann", "bea"): 0.71, ("ann", "cor"): 0.81, ("bea", "cor"): 0.63,
    }  # fmt: skip


def test_alpha_is_that_of_the_textbook() -> None:
    # Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", example C: nominal, four observers, twelve units: .743
    lines = {"a": "1 2 3 3 2 1 4 1 2 . . .", "b": "1 2 3 3 2 2 4 1 2 5 . 3", "c": ". 3 3 3 2 3 4 2 2 5 1 .", "d": "1 2 3 3 2 4 4 1 2 5 1 ."}
    assert krippendorff_alpha(build_matrix(code(**lines), "status")) == pytest.approx(0.743, abs=5e-4)


@pytest.mark.parametrize(
    ("lines", "percent", "kappa", "alpha"),
    [
        ({"ann": "C D", "bea": ". ."}, None, None, None),
        ({"ann": "C C", "bea": "C C"}, 1.0, None, None),
        ({"ann": "C D", "bea": "D C"}, 0.0, -1.0, -0.5),
        ({"ann": "C D"}, None, None, None),
    ],
)
def test_a_measure_that_is_not_defined_is_missing_and_not_nought(
    lines: dict[str, str], percent: float | None, kappa: float | None, alpha: float | None
) -> None:
    matrix = build_matrix(code(**lines), "status")
    assert (percent_agreement(matrix), cohen_kappa(matrix), krippendorff_alpha(matrix)) == (percent, kappa, alpha)


@given(st.lists(st.lists(st.sampled_from("CDH."), min_size=3, max_size=3), min_size=1, max_size=12))
def test_any_codes_give_measures_within_their_bounds_whatever_the_order_of_the_coders(units: list[list[str]]) -> None:
    lines = [" ".join(unit[coder] for unit in units) for coder in range(3)]
    one = score_agreement(code(a=lines[0], b=lines[1], c=lines[2]), variables=["status"]).iloc[0]
    other = score_agreement(code(a=lines[2], b=lines[0], c=lines[1]), variables=["status"]).iloc[0]
    for measure, lowest in (("percent", 0.0), ("alpha", -1.0)):
        assert pd.isna(one[measure]) == pd.isna(other[measure])
        assert pd.isna(one[measure]) or lowest <= one[measure] <= 1 + 1e-9
        assert pd.isna(one[measure]) or one[measure] == pytest.approx(other[measure])


def test_every_unit_on_which_two_coders_differ_is_listed_with_all_its_codes() -> None:
    found = select_disagreements(code(ann=ANN, bea=BEA, cor=COR), variables=["status"])
    assert {claim: group["code"].tolist() for claim, group in found.groupby("claim_id")} == {
        "c3": ["C", "D", "C"], "c6": ["D", "D", "H"], "c9": ["H", "C"],
    }  # fmt: skip
