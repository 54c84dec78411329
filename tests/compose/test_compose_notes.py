"""What a slide's notes end with."""

from __future__ import annotations

from compose_made import CONTENT, made


def test_notes_end_with_their_sources() -> None:
    for slide in made("1281", "konferens").slides:
        last = slide.notes[-1].text
        if slide.sources:
            assert last.startswith(("Källa: ", "Källor: "))
            assert all(CONTENT.sources[source].title in last for source in slide.sources)
    discussion = made("1281").slide("discussion")
    assert discussion is not None and "inte vägledningens ord" in discussion.notes[-1].text
