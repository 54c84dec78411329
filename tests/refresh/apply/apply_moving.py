"""A deck with a slide of its owner's on its way into another look."""

from __future__ import annotations

from functools import cache

from odd_templates import made
from refresh_corpus import edited, recognised
from refresh_releases import BASE

from deck.refresh.apply.bench import Bench, names_of
from deck.refresh.apply.move import Move
from deck.refresh.document import Graft
from deck.refresh.masters import bring_masters
from deck.refresh.plan import Decisions, Theirs
from deck.refresh.planned import plan_deck
from deck.refresh.refresh import bench_of
from deck.refresh.resize import Resize
from deck.refresh.written import written
from deck.template import Template, read_template


@cache
def look(name: str) -> Template:
    return read_template(made(name), name=name)


def on_the_way(name: str) -> tuple[Bench, Move, str]:
    return moving_into(look(name))


def moving_into(template: Template) -> tuple[Bench, Move, str]:
    known = recognised(edited(["own-slide-inside"]).data)
    planned = plan_deck(known, Theirs(presentation=BASE), Decisions())
    bench = bench_of(known, planned)
    fresh = written(bench.before.now, template)
    graft = Graft(bench.document, fresh.package, names_of(bench.document, bench.mine, fresh), ("notesMaster", "tableStyles"))
    bring_masters(graft)
    (part,) = bench.before.own
    return bench, Move(bench, template, fresh, graft, Resize.between(bench.look.size, template.size)), part
