"""A map carries its own scripts; where they are not installed, one sentence says how to get them."""

import base64
import re

import folium
import pytest

from helpers.model import ReportError
from helpers.views import offline


@pytest.fixture
def installed():
    if not offline.has_map_assets():
        pytest.fail("the scripts of the maps are missing; run: make setup")


@pytest.fixture
def folium_as_it_was(monkeypatch):
    monkeypatch.setattr(folium.Map, "default_js", folium.Map.default_js)
    monkeypatch.setattr(folium.Map, "default_css", folium.Map.default_css)


def draw():
    offline.prepare_offline_maps()
    world = folium.Map(location=[50.4, 35.6], tiles=None, control_scale=True, maxZoom=14)
    folium.Marker([50.4, 35.6], popup="words").add_to(world)
    return world.get_root().render()


@pytest.mark.usefixtures("installed", "folium_as_it_was")
def test_a_map_names_no_address_of_a_script_or_a_style():
    page = draw()
    addresses = re.findall(r"(?:src|href)=\"([^\"]{0,60})", page)
    assert len(addresses) == 3
    assert all(address.startswith("data:text/") for address in addresses)


@pytest.mark.usefixtures("installed", "folium_as_it_was")
def test_the_scripts_hold_their_images_and_the_neutral_corner():
    offline.prepare_offline_maps()
    script = base64.b64decode(dict(folium.Map.default_js)["leaflet"].split(",", 1)[1]).decode("utf-8")
    style = base64.b64decode(dict(folium.Map.default_css)["leaflet_css"].split(",", 1)[1]).decode("utf-8")
    assert script.count("data:image/png;base64,") == 3
    assert script.rstrip().endswith("L.Control.Attribution.prototype.options.prefix='Leaflet';")
    assert "sourceMappingURL" not in script
    assert "url(images" not in style
    assert "url(data:image/png" in style


def test_where_nothing_is_installed_the_command_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(offline, "home", lambda: tmp_path)
    offline._leaflet_script.cache_clear()
    assert not offline.has_map_assets()
    assert offline.hash_map_assets() == ""
    with pytest.raises(ReportError, match=r"leaflet/dist/leaflet\.js is not in .*node_modules; .*python -m helpers assets"):
        offline.prepare_offline_maps()
    offline._leaflet_script.cache_clear()
