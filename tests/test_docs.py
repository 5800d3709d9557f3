"""The documentation says what the code does."""

from __future__ import annotations

import inspect
import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import tidings as package

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted((ROOT / "docs").glob("*.md"))


def test_pages_show_what_the_code_prints() -> None:
    """README's output, the command line's help and the table of columns are what they were taken from."""
    assert re.search(r"```console\n\$ tidings code .*\n.+", README)
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "reference.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_option_is_documented() -> None:
    """The page is generated, so this holds the generator to leaving nothing out."""
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    commands = runpy.run_path(str(ROOT / "docs" / "reference.py"))["_commands"]()
    for name, command in commands:
        assert f"\n## {name}\n" in page
        for parameter in command.params:
            for option in (*parameter.opts, *parameter.secondary_opts):
                if option.startswith("--"):
                    assert option in page, f"{name} {option}"


def test_every_command_has_three_examples() -> None:
    commands = runpy.run_path(str(ROOT / "docs" / "reference.py"))["_commands"]()
    for name, command in commands:
        examples = inspect.cleandoc(command.help or "").partition("Examples:")[2]
        assert len(re.findall(r"(^ {2}|\| )tidings ", examples, flags=re.MULTILINE)) >= 3, name


def test_version_of_package_and_project_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == package.__version__


@pytest.mark.parametrize(
    "page", [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name
)
def test_paths_that_pages_name_exist(page: Path) -> None:
    for path in re.findall(
        r"`((?:src|docs|tests|benchmarks|training|examples|\.ci)/[\w./-]+)`", page.read_text()
    ):
        assert (ROOT / path).exists(), f"{page.name} names {path}"


def test_every_page_is_in_the_table_of_contents() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    for page in PAGES:
        assert page.stem == "index" or f"\n{page.stem}\n" in index, page.name


@pytest.mark.parametrize(
    "code", re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(), re.DOTALL)
)
def test_examples_of_python_compile(code: str) -> None:
    compile(code, "docs/python.md", "exec")


def test_every_benchmark_is_documented() -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    for path in (ROOT / "benchmarks").glob("*.py"):
        assert f"`benchmarks/{path.name}`" in page, path.name
