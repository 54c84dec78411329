"""docs/checks.md, made from the rules themselves: `python -m deck.check.page`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from deck.check.model import Rule
from deck.files import put_mine

REST = Path(__file__).with_name("data") / "peers.md"
"""What the page says beside the rules: other checkers' lists, and where their judgements differ."""
PAGE = Path(__file__).resolve().parents[2] / "docs" / "checks.md"
FAMILIES = {
    "opens": "Opens without repair",
    "fits": "Fits",
    "accessible": "Accessible",
    "honest": "Honest",
    "safe": "Safe",
}
HEAD = """# Checks

What `deck check` looks for in any presentation, and how to mend it. Made from the rules themselves (`python -m deck.check.page`).

A finding is an *error* (mend it before the deck is used), a *warning* (look at it) or *info* (no machine can tell). In *opens* an
error is a promise that PowerPoint complains; what a rule tells as less than its own level is none, and says so. Choose rules
with `--select RULE`, silence one with `--ignore RULE=reason`, or in a `deck.yaml` beside the file or in the folder you stand in:

```yaml
check:
  select: [accessible, fits]
  ignore:
    accessible/text-in-picture: The pictures are photographs.
    fits/small-text:
      reason: Slide 7 is a handout.
      slides: 7
```

`--fix` mends what is safe to mend (marked "mended by `--fix`") into a new file, `NAME-lagad.pptx`.
"""


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


def _rows(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        notes = " Mended by `--fix`." if rule.fix is not None else ""
        known = f" Known from {', '.join(rule.known)}." if rule.known else ""
        yield (
            f"| `{rule.code}` | {rule.severity.name.lower()} | {_cell(rule.title)}. "
            f"{_cell(rule.why)}{_cell(known) and ' ' + _cell(known)} "
            f"| {_cell(rule.mend)[:1].upper()}{_cell(rule.mend)[1:]}.{notes} |"
        )


def page(rules: Iterable[Rule]) -> str:
    """The page in English, as docs/ are: the rules' own words are msgids."""
    found = list(rules)
    lines = [HEAD]
    for family in dict.fromkeys(rule.family for rule in found):
        lines += [
            f"## {FAMILIES.get(family, family.capitalize())}",
            "",
            "| rule | | what and why | how to mend it |",
            "|---|---|---|---|",
        ]
        lines += [*_rows(rule for rule in found if rule.family == family), ""]
    return "\n".join([*lines, REST.read_text("utf-8")]).rstrip("\n") + "\n"


def main() -> int:
    from deck.check.registry import own_rules

    put_mine(PAGE, page(own_rules()).encode("utf-8"))
    sys.stdout.write(f"{PAGE}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
