"""environment.yml and pyproject.toml tell the same; locks hold hashes and no addresses."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
CONDA_NAMES = {"matplotlib-base": "matplotlib", "nbconvert-core": "nbconvert", "jupyter_client": "jupyter-client"}
ONLY_CONDA = {"python", "pip", "nodejs"}


def stated_by_pyproject() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = [Requirement(line) for line in project["dependencies"]]
    return {requirement.name: str(requirement.specifier) for requirement in requirements}


def stated_by_environment() -> dict[str, str]:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    requirements = [Requirement(line) for line in environment["dependencies"] if isinstance(line, str)]
    return {CONDA_NAMES.get(r.name, r.name): str(r.specifier) for r in requirements if r.name not in ONLY_CONDA}


def test_environment_yml_and_pyproject_name_the_same_packages_and_bounds():
    assert stated_by_environment() == stated_by_pyproject()


def test_environment_yml_brings_python_and_node_in_the_versions_that_are_needed():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    assert "python>=3.11" in environment["dependencies"]
    assert any(str(line).startswith("nodejs") for line in environment["dependencies"])
    assert environment["channels"] == ["conda-forge"]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-uv.lock", "requirements-node.lock", "requirements-bench.lock"])
def test_a_lock_holds_a_hash_for_each_package_and_no_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text
    assert "--index" not in text


def test_every_direct_dependency_is_locked_within_its_bounds():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {}
    for line in re.findall(r"^([a-z0-9._-]+==[^\s;\\]+)", text, flags=re.MULTILINE):
        name, version = line.split("==")
        locked.setdefault(name, []).append(version)
    for name, specifier in stated_by_pyproject().items():
        assert all(Requirement(f"{name}{specifier}").specifier.contains(v) for v in locked[name]), name


def test_the_node_lock_holds_no_addresses():
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    assert '"integrity"' in text
