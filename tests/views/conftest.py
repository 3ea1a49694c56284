"""The hostile tables, built once for every test of the views."""

from __future__ import annotations

import pandas as pd
import pytest
from hostile_tables import RIGHTS, build_hostile


@pytest.fixture(scope="session")
def tables() -> dict[str, pd.DataFrame]:
    return build_hostile()


@pytest.fixture(scope="session", params=RIGHTS)
def tables_by_rights(request: pytest.FixtureRequest) -> tuple[str, dict[str, pd.DataFrame]]:
    return request.param, build_hostile(request.param)
