"""Executed notebooks become self-contained pages: opened from disk, asking nothing of the network.

The libraries that execute and export are loaded where they are used, so that a run that changes nothing is quick.
"""

from helpers.reports._execute import execute_notebook
from helpers.reports._page import Facts, render_notebook
from helpers.reports._write import ReportSummary, build_report, write_reports
from helpers.reports.assets import install_assets
from helpers.reports.setup import check_setup, render_setup

__all__ = [
    "Facts",
    "ReportSummary",
    "build_report",
    "check_setup",
    "execute_notebook",
    "install_assets",
    "render_notebook",
    "render_setup",
    "write_reports",
]
