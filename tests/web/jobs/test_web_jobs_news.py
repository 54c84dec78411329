"""What is new since the last release, and the next one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deck import i18n
from deck.content import content_root
from deck.content.editing import reworded
from deck.errors import DeckError
from deck.web.jobs.news import frozen, news


def test_news_until_they_are_frozen(tmp_path: Path) -> None:
    root = Path(shutil.copytree(content_root(), tmp_path / "content"))
    assert news(root, "sv").news == ()
    file = reworded(root, "sv", "why", {"title": "Kommuner ser nyttan"})
    file.path.write_bytes(file.after)
    found = news(root, "sv")
    assert [(item.slides[0][0], dict(item.was)["gone"]) for item in found.news] == [("why", ", länsstyrelserna har uppdraget")]
    with i18n.speaking("sv"):
        assert news(root, "sv").news[0].name == "Kommuner ser nyttan: Rubrik", "as it is called where it is edited"
    assert frozen(root, "2027-03-01", "", 'En "ny" rubrik') == "2027-03-01"
    assert news(root, "sv").news == () and news(root, "sv").release == "2027-03-01"
    for name in ("2027-03-01", "../x", "", "utan-datum"):
        with pytest.raises(DeckError):
            frozen(root, name, "", "")


def test_a_guidance_without_releases(tmp_path: Path) -> None:
    root = Path(shutil.copytree(content_root(), tmp_path / "content", ignore=shutil.ignore_patterns("releases")))
    assert (news(root, "sv").release, news(root, "sv").names) == ("", ())
