"""Controls that keep their keys: in JupyterLab a key that is typed on a list would be a command on cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets as widgets


class KeyGuard(anywidget.AnyWidget):
    """Takes no room; tells JupyterLab to leave the keys of all controls around it alone."""

    _esm = Path(__file__).with_name("keys.js")


def stack_controls(children: Sequence[Any]) -> widgets.VBox:
    """Put widgets below each other into a box whose controls keep their keys.

    Parameters
    ----------
    children : sequence of widget
    """
    box = widgets.VBox([*children, KeyGuard()])
    box.add_class("gp-own-keys")
    return box
