"""Small notebooks for the tests of pages, made here so that no file with outputs lies in the repository."""

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

HOSTILE = '</script><img src=x onerror="window.hacked=1">${alert(1)}'

MAP = """
from branca.element import Figure
import folium
from helpers.views.offline import prepare_offline_maps
prepare_offline_maps()
world = folium.Map(location=[50.46, 35.60], zoom_start=9, tiles=None, control_scale=True, maxZoom=14)
points = [{"type": "Feature", "properties": {"name": name, "evidence": "'It is shut,' said the mayor."},
           "geometry": {"type": "Point", "coordinates": [35.6 + 0.1 * n, 50.46]}} for n, name in enumerate("abc")]
folium.GeoJson({"type": "FeatureCollection", "features": points}, name="places",
               marker=folium.CircleMarker(radius=7, fill=True), popup=folium.GeoJsonPopup(fields=["name", "evidence"])).add_to(world)
folium.Marker([50.5, 35.5]).add_to(world)
folium.LayerControl().add_to(world)
frame = Figure(height=420, title="Map with three places")
frame.add_child(world)
frame
"""

FIGURE = """
import matplotlib.pyplot as plt
figure, axes = plt.subplots(figsize=(6, 2))
axes.barh(["mayor", "spokesman"], [3, 12])
plt.close(figure)
display(figure, metadata={"image/png": {"alt": "Bars: the spokesman made 12 statements, the mayor 3."}})
"""

TABLE = f"""
import pandas as pd
pd.DataFrame({{"source": ["mayor", "spokesman", "ministry", {HOSTILE!r}], "n": [3, 12, 5, 1]}})
"""

CONTROLS = """
import ipywidgets as widgets
from IPython.display import HTML, display
choice = widgets.Dropdown(options=["all sources", "the mayor alone"])
display(widgets.VBox([choice, widgets.HTML("<p>live answer</p>")]))
display(HTML("<p class='twin'>The plain twin: 4 statements.</p>"))
"""


def write_notebook(path: Path, *cells: str, tags: dict[int, list[str]] | None = None) -> Path:
    """Write a notebook of cells; a text that begins with # and a space is words, any other is code."""
    made = [new_markdown_cell(text) if text.startswith(("# ", "## ", "### ", "> ")) else new_code_cell(text) for text in cells]
    for number, names in (tags or {}).items():
        made[number].metadata["tags"] = names
    nbformat.write(new_notebook(cells=made), path)
    return path


def write_full_notebook(path: Path) -> Path:
    """Write a notebook with everything a page can hold."""
    return write_notebook(
        path, "# Who states what?\n\nFor readers; [the other page](02_other.ipynb#what-comes-later).",
        "SEEDS = 'seeds'\nLANGUAGE = 'en'", "## The statements\n\nWords before the table.", TABLE,
        "### Choose\n\nWords before the control.", CONTROLS, "## When\n\nWords before the figure.", FIGURE,
        "## Where\n\nWords before the map.", MAP, "> Quoted words.", "print('seeds:', SEEDS, LANGUAGE)",
        tags={1: ["parameters"], 10: ["content-note"]},
    )  # fmt: skip


def write_other_notebook(path: Path) -> Path:
    """Write a light notebook."""
    return write_notebook(path, "# What then?\n\nA second page about zebras.", "## What comes later\n\nWords.", "6 * 7")


def write_small_tables(folder: Path) -> Path:
    """Write what the pages read of the tables, without building any."""
    folder.mkdir(parents=True, exist_ok=True)
    notice = "written for this test; not a publication"
    (folder / "articles.csv").write_text(
        "article_id,file_name,title,publisher,published_on,language,notice,has_text\n"
        f"a,a.txt,<b>The gate</b>,Gazette,2024-03-01,en,{notice},true\nb,b.txt,De poort,,,nl,{notice},false\n", encoding="utf-8"
    )  # fmt: skip
    (folder / "claims.csv").write_text("claim_id\n1\n2\n3\n", encoding="utf-8")
    (folder / "places.csv").write_text("place_id,name,name_nl\nz,Zebras,Gestreepte Paarden\n", encoding="utf-8")
    (folder / "actors.csv").write_text(
        "actor_id,name,name_nl,actor_type,aliases,origin\n"
        "h,Zebras,,organisation,Зебры|Herd of Stripes,curated\nf,Zebras,,organisation,Paperhorses,found\n", encoding="utf-8"
    )  # fmt: skip
    (folder / "unread.csv").write_text("article_id,reason\n,c.txt is empty: put its text into it\n", encoding="utf-8")
    (folder / "datapackage.json").write_text("{}", encoding="utf-8")
    return folder
