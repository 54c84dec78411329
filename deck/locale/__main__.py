"""`python -m deck.locale`: strings without a translation; exit 1 where there are any."""

from __future__ import annotations

import argparse
import sys

from deck.locale.catalogue import compile_all, disagreeing, missing, update


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m deck.locale", description=__doc__)
    parser.add_argument("--language", default="sv")
    parser.add_argument("--update", action="store_true", help="put missing strings into deck.po, take unused ones out")
    parser.add_argument("--compile", action="store_true", help="write the .mo files")
    options = parser.parse_args()
    if options.update:
        update(options.language)
    if options.compile:
        for path in compile_all(options.language):
            print(path)
    left = missing(options.language)
    for message in left:
        print(message if isinstance(message, str) else " / ".join(message))
    wrong = list(disagreeing(options.language))
    for message, words in wrong:
        print(f"placeholders differ: {message!r} / {words!r}")
    return 1 if left or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
