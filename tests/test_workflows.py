"""The workflows: what they may do, and what the weekly one does with an issue, played with a stand-in for GitHub's client."""

from __future__ import annotations

import os
import re
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from small_guide import ROOT

FOLDER = ROOT / ".github/workflows"
FILES = sorted(FOLDER.glob("*.yml"))

#: Answers `gh issue list` with what the test says, and writes down everything else that it is asked.
GH = """\
#!/bin/sh
if [ "$2" = list ]; then printf '%s\\n' "$OPEN_ISSUE"; exit; fi
echo "$@" >> "$ASKED"
case "$*" in *--body-file*) cat >> "$ASKED";; esac
"""


def workflow(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_a_workflow_begins_with_no_rights_and_pins_its_actions(path: Path) -> None:
    assert workflow(path)["permissions"] == {}
    used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    assert [action for action in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action)] == []


def test_only_the_job_that_reports_may_write_and_it_runs_no_code_of_ours() -> None:
    jobs = workflow(FOLDER / "links.yml")["jobs"]
    assert jobs["check"]["permissions"] == {"contents": "read"}
    assert jobs["report"]["permissions"] == {"issues": "write"}
    assert not any("uses" in step for step in jobs["report"]["steps"])


@pytest.mark.parametrize(
    ("found", "open_issue", "asked"),
    [
        ("", "", []),
        ("- `a` is dead", "", ["issue create --title Cited pages to look at --body-file -", "- `a` is dead"]),
        ("- `a` is dead\n- $(b)", "7", ["issue edit 7 --body-file -", "- `a` is dead", "- $(b)"]),
        ("", "7", ["issue close 7 --comment Every cited page answers, and none was read too long ago."]),
    ],
    ids=["nothing", "first finding", "later finding", "all well again"],
)
def test_there_is_one_issue_at_most(tmp_path: Path, found: str, open_issue: str, asked: list[str]) -> None:
    step = workflow(FOLDER / "links.yml")["jobs"]["report"]["steps"][0]
    client = tmp_path / "gh"
    client.write_text(GH, encoding="utf-8")
    client.chmod(client.stat().st_mode | stat.S_IXUSR)
    log = tmp_path / "asked"
    log.touch()
    subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        env={
            "PATH": f"{tmp_path}:{os.environ['PATH']}",
            "TITLE": step["env"]["TITLE"],
            "FOUND": found,
            "OPEN_ISSUE": open_issue,
            "ASKED": str(log),
        },
        check=True,
    )
    assert log.read_text(encoding="utf-8").splitlines() == asked
