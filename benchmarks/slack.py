"""Lines with less than 2 % to spare where they must not break, over every place, outline and audience."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter

from deck.brand import load_brand
from deck.compose import compose
from deck.content import load_content
from deck.diagnostics import Diagnostics
from deck.layout import lay_out
from deck.layout.slack import tight
from deck.places import load_places
from deck.template import default_template_path, read_template


def main() -> int:
    """Print each shape that has such a line, how many decks have it, and one of them. Exit code 1 where there is any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="only every so manieth place")
    every = parser.parse_args().every
    content, places, template = load_content(), load_places(), read_template(default_template_path())
    found: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str], str] = {}
    decks, start = 0, time.perf_counter()
    for place in places.all[::every]:
        brand = load_brand(place, places)
        for outline in content.outlines:
            for audience in content.audiences:
                deck = lay_out(
                    compose(content, place, places, brand, outline=outline, audience=audience), template, Diagnostics()
                )
                decks += 1
                for item in dict.fromkeys(tight(deck)):
                    found[item] += 1
                    example.setdefault(item, f"{place.own_name} {outline} {audience}")
    for item, count in found.most_common():
        print(f"{count:5}  {item[0]} {item[1]}  ({example[item]})")
    print(f"{decks} decks, {sum(found.values())} lines under 2 %, {time.perf_counter() - start:.0f} s")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
