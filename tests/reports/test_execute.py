"""Notebooks are executed in our own kernel, within a bound, and their failures are told in one sentence."""

import sys
import threading
import time

import pytest
from sample_notebooks import write_notebook

from helpers.model import ReportError
from helpers.reports import execute_notebook


def printed(notebook):
    return "".join(o.text for cell in notebook.cells for o in cell.get("outputs", []) if o.output_type == "stream" and o.name == "stdout")


def test_the_kernel_is_this_interpreter_in_the_notebooks_folder_whatever_kernel_the_file_names(tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "nothing"))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "nothing"))
    monkeypatch.chdir("/")
    path = write_notebook(tmp_path / "a.ipynb", "import os, sys\nprint(sys.executable)\nprint(os.getcwd())")
    text = path.read_text(encoding="utf-8").replace('"metadata": {},\n "nbformat"', '"metadata": {"kernelspec": {"name": "no_such", "display_name": "x"}},\n "nbformat"')
    assert "no_such" in text
    path.write_text(text, encoding="utf-8")
    before = path.read_bytes()
    assert printed(execute_notebook(path)).split() == [sys.executable, str(tmp_path)]
    assert path.read_bytes() == before


def test_the_user_settings_of_ipython_are_not_read(tmp_path, monkeypatch):
    startup = tmp_path / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("print('from the user')", encoding="utf-8")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    assert printed(execute_notebook(write_notebook(tmp_path / "a.ipynb", "print('ours')"))).strip() == "ours"


def test_many_output_widgets_do_not_hang_the_run(tmp_path):
    cell = "import ipywidgets as w\nfrom IPython.display import display\nout = w.Output()\ndisplay(out)\nwith out:\n    print('inside')"
    started = time.monotonic()
    execute_notebook(write_notebook(tmp_path / "a.ipynb", *[cell] * 12), timeout_s=60)
    assert time.monotonic() - started < 60


def test_a_notebook_that_takes_too_long_is_ended_and_its_cell_named(tmp_path):
    path = write_notebook(tmp_path / "slow.ipynb", "# Slow", "x = 1", "import time\ntime.sleep(600)")
    with pytest.raises(ReportError, match=r"slow\.ipynb, cell 3: not done within 4 s"):
        execute_notebook(path, timeout_s=4)


def test_the_bound_counts_for_all_cells_together(tmp_path):
    path = write_notebook(tmp_path / "slow.ipynb", *["import time\ntime.sleep(1.5)"] * 8)
    # a bound for each cell would never be hit: no cell takes 4 s
    with pytest.raises(ReportError, match=r"cell [1-8]: not done within 4 s"):
        execute_notebook(path, timeout_s=4)


def test_a_kernel_that_dies_is_told(tmp_path):
    path = write_notebook(tmp_path / "dead.ipynb", "x = 1", "import os\nos._exit(1)")
    with pytest.raises(ReportError, match=r"dead\.ipynb, cell 2: the kernel ended"):
        execute_notebook(path, timeout_s=60)


def test_a_run_can_be_stopped_from_outside(tmp_path):
    stop = threading.Event()
    path = write_notebook(tmp_path / "slow.ipynb", "import time\ntime.sleep(600)")
    threading.Timer(3, stop.set).start()
    with pytest.raises(ReportError, match="stopped before it was done"):
        execute_notebook(path, timeout_s=300, stop=stop)


def test_the_cell_of_an_error_is_counted_as_in_the_file_though_parameters_were_put_in(tmp_path):
    path = write_notebook(tmp_path / "a.ipynb", "LANGUAGE = 'en'", "assert LANGUAGE == 'en', 'it is ' + LANGUAGE", tags={0: ["parameters"]})
    with pytest.raises(ReportError, match=r"a\.ipynb, cell 2: AssertionError: it is nl"):
        execute_notebook(path, parameters={"LANGUAGE": "nl"})


def test_a_parameter_that_is_no_name_is_refused(tmp_path):
    with pytest.raises(ReportError, match="cannot be a parameter's name"):
        execute_notebook(write_notebook(tmp_path / "a.ipynb", "1"), parameters={"x; import os": "y"})


def test_old_outputs_of_the_file_do_not_count_as_this_runs(tmp_path):
    import nbformat

    path = write_notebook(tmp_path / "a.ipynb", "x = 1", "# Words only")
    book = nbformat.read(path, 4)
    book.cells[0].outputs = [nbformat.v4.new_output("stream", text="stale")]
    nbformat.write(book, path)
    assert printed(execute_notebook(path)) == ""
