"""The default template is what its script makes, and it has what a default template needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from deck.template import default_template_path, read_template

SCRIPT = Path(__file__).parents[2] / "branding/standard/make_template.py"


def test_the_template_is_what_its_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "standard.potx"
    subprocess.run([sys.executable, str(SCRIPT), str(made)], check=True, timeout=60)
    assert made.read_bytes() == default_template_path().read_bytes()


def test_swedish_layouts_for_every_kind_of_slide() -> None:
    template = read_template(default_template_path())
    names = [layout.name for layout in template.layouts]
    assert len(names) >= 11
    assert {"Rubrikbild", "Avsnitt", "Rubrik och innehåll", "Jämförelse", "Tabell eller diagram", "Citat", "Avslutning"} <= {
        *names
    }
    assert template.roles["title"].layout.name == "Rubrikbild"
    assert template.roles["content"].layout.name == "Rubrik och innehåll"
    assert template.roles["big-number"].layout.name == "Stort tal"
