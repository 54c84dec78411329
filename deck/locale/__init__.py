"""Catalogues of messages. `deck.po` holds ours, `messages.po` those of click that our users meet.

`python -m deck.locale` lists strings without a translation; `--update` puts them into `deck.po`, `--compile` writes the .mo
files.
"""
