"""Which of a template's layouts serves each kind of slide, and why: placeholders and geometry first, names second.

A kind that no layout is made for is put together on the nearest of theirs, never on a foreign one.
"""

from __future__ import annotations

from dataclasses import replace

from deck.geometry import Box, pt
from deck.i18n import _
from deck.presentation import KINDS
from deck.template.choosing import Scored
from deck.template.contact import contact_spots, off_sides
from deck.template.covers import Covers
from deck.template.figures import figure_spots
from deck.template.layouts import Drawn
from deck.template.margins import THICK
from deck.template.model import Placeholder, Role
from deck.template.names import called
from deck.template.neighbours import levelled, side_by_side
from deck.template.quotes import Quotes
from deck.template.roomy import grown, overall
from deck.template.small import with_small_spots
from deck.template.spots import GRAPHIC, bodies_of, free_area, in_box, in_placeholder, parted, rows, title_of

COLUMN = 0.72
"""The share of the free area, and of its width, under which a content placeholder is one of several columns."""


UNDERLINED = 150.0
"""What it says against a layout of two columns that lines of its own stand under headings which stay empty."""
OF_A_KIND = 30.0
"""What it says against a layout for whatever is drawn that its place takes charts or tables alone: more than that its name says
that it is for them."""
LEVEL = 0.12
"""The share of a slide's height by which text may begin lower than what is under the title may."""


class Casting(Covers, Quotes):
    """Finds the layout for each kind among `drawn`, one master's layouts."""

    def roles(self) -> dict[str, Role]:
        return {kind: self.cast(kind) for kind in KINDS}

    def cast(self, kind: str) -> Role:
        """The layout for a kind: by the method of its name; where there is none, that of the kind it is like."""
        role = grown(with_small_spots(self._cast(kind), self.drawn, self.stage), self.drawn, self.stage)
        return overall(role, self.drawn, self.stage)

    def _cast(self, kind: str) -> Role:
        method = getattr(self, kind.replace("-", "_"), None)
        return method() if method else replace(self._cast(KINDS[kind].like), kind=kind)

    def content(self, kind: str = "content", picked: tuple[Drawn, str] | None = None) -> Role:
        drawn, reason = picked or self.usual()
        title = self.title_spot(drawn)
        main = self.main_body(drawn) or next(iter(bodies_of(drawn, self.stage, least=0.1)), None)
        if main is not None:
            whole = self.whole_row(drawn, main, title) or (self.margin_beside(drawn, main) if kind == "contact" else None)
            body = in_placeholder("body", drawn, self.stage, main, _("the layout's large body"), (title.box,), box=whole)
        elif (stub := self.stub(drawn)) is not None:
            area = free_area(drawn, self.stage, title.box)
            body = in_placeholder("body", drawn, self.stage, stub, _("the layout's body, drawn larger"), (title.box,), box=area)
        else:
            body = in_box("body", drawn, self.stage, free_area(drawn, self.stage, title.box), _("a box under the title"))
        return self.role(kind, drawn, [title, body], reason)

    def _two_layout(self) -> tuple[Drawn, str] | None:
        def judge(drawn: Drawn) -> Scored | None:
            if self.two_text(drawn) is None:
                return None
            score, why = self._common("two-content", drawn)
            score -= self.unlike(drawn) * (2 if self.strange(drawn) else 1)
            head = self.headline(drawn)
            others = [item for item in bodies_of(drawn, self.stage, (*GRAPHIC, "body")) if item is not head]
            score -= 12 * (len(others) - 2)
            score -= UNDERLINED if self._underlines(drawn) else 0
            return score + 30, ", ".join([_("two bodies beside each other"), *why])

        found = self.best(judge, 0)
        return (found[0], found[2]) if found else None

    def two_content(self) -> Role:
        found = self._two_layout()
        if found:
            drawn, reason = found
            pair = self.two_text(drawn)
            if pair is not None:
                title = self.title_spot(drawn)
                spots = [
                    in_placeholder(role, drawn, self.stage, item, _("the layout's body"), (title.box,))
                    for role, item in zip(("left", "right"), pair, strict=True)
                ]
                return self.role("two-content", drawn, [title, *levelled(spots, drawn)], reason)
        drawn, title, area = self.bare()
        left, right = parted(area)
        spots = [
            in_box(role, drawn, self.stage, box, _("half of the free area")) for role, box in (("left", left), ("right", right))
        ]
        return self.role("two-content", drawn, [title, *spots], _("no layout has two bodies; two boxes under the title"))

    def comparison(self) -> Role:
        def judge(drawn: Drawn) -> Scored | None:
            if self._pairs(drawn) is None:
                return None
            score, why = self._common("comparison", drawn)
            score -= self.unlike(drawn)
            return score + 30, ", ".join([_("two headings above two bodies"), *why])

        found = self.best(judge, 0)
        if found:
            drawn, _score, reason = found
            title = self.title_spot(drawn)
            pairs = self._pairs(drawn) or ()
            spots = [
                in_placeholder(role, drawn, self.stage, item, _("the layout's own"), (title.box,))
                for role, item in zip(("left-heading", "left", "right-heading", "right"), pairs, strict=True)
            ]
            return self.role("comparison", drawn, [title, *spots], reason)
        two = self.two_content()
        drawn = next(item for item in self.drawn if item.layout is two.layout)
        spots = [two.spots["title"]]
        for side in ("left", "right"):
            spot = two.spots[side]
            head, body = rows(spot.box, max(0.12, min(0.25, 420_000 / max(spot.box.h, 1))))
            spots.append(in_box(f"{side}-heading", drawn, self.stage, head, _("a heading above the body")))
            if spot.placeholder is not None:
                spots.append(in_placeholder(side, drawn, self.stage, spot.placeholder, spot.reason, box=body))
            else:
                spots.append(in_box(side, drawn, self.stage, body, spot.reason))
        return self.role("comparison", drawn, spots, _("no layout compares; headings above the two bodies"))

    def _underlines(self, drawn: Drawn) -> bool:
        """Does it draw lines under headings of two columns? They would stand over columns without headings, too."""
        pairs = self._pairs(drawn) or ()
        heads = [(head.box, body.box) for head, body in zip(pairs[::2], pairs[1::2], strict=True)]
        lines = [block for block in drawn.layout.obstacles if block.h <= THICK < block.w]
        return any(
            head.y < line.y <= body.y and min(line.right, head.right) - max(line.x, head.x) >= 0.5 * head.w
            for line in lines
            for head, body in heads
        )

    def _pairs(self, drawn: Drawn) -> tuple[Placeholder, ...] | None:
        """Left heading, left body, right heading, right body."""
        found = bodies_of(drawn, self.stage, least=0.01)
        if len(found) < 4:
            return None
        tall = sorted(found, key=lambda item: -item.box.area)[:2]
        if not side_by_side(*tall):
            return None
        left, right = sorted(tall, key=lambda item: item.box.x)
        heads = []
        for body in (left, right):
            above = [
                item
                for item in found
                if item not in tall
                and item.box.bottom <= body.box.y + 0.1 * body.box.h
                and abs(item.box.x - body.box.x) < 0.15 * self.stage.size[0]
            ]
            if not above:
                return None
            heads.append(max(above, key=lambda item: item.box.y))
        return heads[0], left, heads[1], right

    def picture(self) -> Role:
        def judge(drawn: Drawn) -> Scored | None:
            pictures = bodies_of(drawn, self.stage, ("pic",), 0.08)
            texts = bodies_of(drawn, self.stage, ("body", "obj"), 0.08)
            if not pictures or not texts:
                return None
            score, why = self._common("picture", drawn)
            title = title_of(drawn, self.stage)
            if title is not None and title.box.bottom < 0.45 * self.stage.size[1]:
                score += 20
            return score + 20 - 15 * (len(pictures) - 1), ", ".join([_("a picture beside a body"), *why])

        found = self.best(judge, 20)
        if found:
            drawn, _score, reason = found
            title = self.title_spot(drawn)
            body = max(bodies_of(drawn, self.stage, ("body", "obj"), 0.08), key=lambda item: item.box.area)
            pic = max(bodies_of(drawn, self.stage, ("pic",), 0.08), key=lambda item: item.box.area)
            if not body.box.overlaps(pic.box, 200_000):
                spots = [
                    title,
                    in_placeholder("body", drawn, self.stage, body, _("the layout's body"), (title.box,)),
                    in_placeholder("picture", drawn, self.stage, pic, _("the layout's picture"), (title.box,)),
                ]
                return self.role("picture", drawn, spots, reason)
        two = self.two_content()
        spots = [two.spots["title"]]
        drawn = next(item for item in self.drawn if item.layout is two.layout)
        for role, side in (("body", "left"), ("picture", "right")):
            spot = two.spots[side]
            holder = spot.placeholder
            if holder is not None and (role == "body" or holder.type == "obj"):
                spots.append(in_placeholder(role, drawn, self.stage, holder, spot.reason, box=spot.box))
            else:
                spots.append(in_box(role, drawn, self.stage, spot.box, spot.reason))
        return self.role("picture", drawn, spots, _("no layout has picture and text; the two bodies serve"))

    def object(self) -> Role:
        def judge(drawn: Drawn) -> Scored | None:
            main = self.main_body(drawn, ("obj", "tbl", "chart", "dgm"))
            if main is None or self.two_text(drawn) is not None:
                return None
            score, why = self._common("object", drawn)
            score -= self.unlike(drawn)
            score += 60 * main.box.area / self.stage.slide.area
            score -= 15 * (len(bodies_of(drawn, self.stage, (*GRAPHIC, "body", "subTitle"))) - 1)
            score -= OF_A_KIND if main.type != "obj" else 0.0
            title = title_of(drawn, self.stage)
            if title is not None and title.box.bottom <= main.box.y + 0.05 * self.stage.size[1]:
                score += 20
            return score, ", ".join([_("a title above one large content placeholder"), *why])

        found = self.best(judge, 20)
        bare = self.title_only()
        spare = found is not None and (self._is_part(found[0], bare.spots["object"].box) or self.strange(found[0]))
        if found is None or spare:
            why = _("no layout has a content placeholder; the free area serves")
            if spare:
                why = _("the layouts' content placeholders take only a part; the free area serves")
            return Role("object", layout=bare.layout, spots=bare.spots, reason=why, composed=True)
        drawn, _score, reason = found
        title = self.title_spot(drawn)
        main = self.main_body(drawn, ("obj", "tbl", "chart", "dgm"))
        if main is None:
            return self.title_only()
        return self.role(
            "object",
            drawn,
            [title, in_placeholder("object", drawn, self.stage, main, _("the layout's large content placeholder"), (title.box,))],
            reason,
        )

    def _is_part(self, drawn: Drawn, free: Box) -> bool:
        """Is the layout's content placeholder only a column of what is free on the plainest layout?"""
        main = self.main_body(drawn, ("obj", "tbl", "chart", "dgm"))
        return main is not None and main.box.w < COLUMN * free.w and main.box.area < COLUMN * free.area

    def question(self) -> Role:
        def judge(drawn: Drawn) -> Scored | None:
            if not called("question", drawn.layout.name) or title_of(drawn, self.stage) is None:
                return None
            return 50.0, _("its name says so")

        found = self.best(judge, 1)
        if found is None:
            return replace(self._level_with_text(self.title_only()), kind="question")
        return self.role("question", found[0], [self.title_spot(found[0])], found[2])

    def _level_with_text(self, role: Role) -> Role:
        """What stands under a title begins where the house's text does under the same one, and not close under its bar."""
        text = self.content().spots
        free, body = role.spots["object"], text["body"].box
        lower = body.y - free.box.y
        same = abs(text["title"].box.bottom - role.spots["title"].box.bottom) <= pt(6)
        if free.placeholder is not None or not same or not 0 < lower <= LEVEL * self.stage.size[1]:
            return role
        drawn = next(item for item in self.drawn if item.layout is role.layout)
        box = Box(free.box.x, body.y, free.box.w, free.box.h - lower)
        spots = {**role.spots, "object": in_box("object", drawn, self.stage, box, free.reason)}
        return replace(role, spots=spots)

    def big_number(self) -> Role:
        def judge(drawn: Drawn) -> Scored | None:
            texts = bodies_of(drawn, self.stage, least=0.05)
            if not called("big-number", drawn.layout.name) or len(texts) < 2 or title_of(drawn, self.stage) is None:
                return None
            return max(item.style.levels[0].size_pt for item in texts), _("its name says so")

        found = self.best(judge, 40)
        if found:
            drawn, _score, reason = found
            title = self.title_spot(drawn)
            texts = bodies_of(drawn, self.stage, least=0.05)
            number = max(texts, key=lambda item: item.style.levels[0].size_pt)
            body = max((item for item in texts if item is not number), key=lambda item: item.box.area)
            spots = [
                title,
                in_placeholder("number", drawn, self.stage, number, _("the layout's large text"), (title.box,)),
                in_placeholder("body", drawn, self.stage, body, _("the layout's body"), (title.box,)),
            ]
            return self.role("big-number", drawn, spots, reason)
        base = self.content("big-number")
        drawn = next(item for item in self.drawn if item.layout is base.layout)
        spot = base.spots["body"]
        left, right = parted(spot.box, 0.42)
        if spot.placeholder is not None:
            body = in_placeholder("body", drawn, self.stage, spot.placeholder, _("the right part of the body"), box=right)
        else:
            body = in_box("body", drawn, self.stage, right, _("the right part of the free area"))
        number = in_box("number", drawn, self.stage, left, _("a box beside the body"))
        return self.role(
            "big-number", drawn, [base.spots["title"], number, body], _("no layout is for a large number; a box beside the body")
        )

    def figures(self) -> Role:
        def judge(drawn: Drawn) -> Scored | None:
            if not called("figures", drawn.layout.name) or not figure_spots(drawn, self.stage):
                return None
            return 50.0 + len(figure_spots(drawn, self.stage)), _("its name says so")

        found = self.best(judge, 1)
        if found is None:
            return replace(self.two_content(), kind="figures")
        drawn, _score, reason = found
        title, spots = self.title_spot(drawn), figure_spots(drawn, self.stage)
        main = self.main_body(drawn, ("obj", "pic"))
        if main is not None:
            spots.insert(0, in_placeholder("left", drawn, self.stage, main, _("the layout's own"), (title.box,)))
        return self.role("figures", drawn, [title, *spots], reason)

    def closing(self, kind: str = "closing") -> Role:
        def judge(drawn: Drawn) -> Scored | None:
            body = self.main_body(drawn)
            if not called("closing", drawn.layout.name) or body is None or title_of(drawn, self.stage) is None:
                return None
            return 50.0, _("its name says so")

        found = self.best(judge, 1)
        if found:
            return self.content(kind, (found[0], found[2]))
        drawn, _reason = self.usual()
        return self.content(kind, (drawn, _("no layout is for closing; title and body serve")))

    def contact(self) -> Role:
        def judge(drawn: Drawn) -> Scored | None:
            if not called("contact", drawn.layout.name) or not contact_spots(drawn, self.stage):
                return None
            return 50.0, _("its name says so")

        found = self.best(judge, 1)
        if found is None:
            return off_sides(self.closing("contact"), self.stage)
        drawn, _score, reason = found
        spots = [self.title_spot(drawn), *contact_spots(drawn, self.stage)]
        # The box of them all is for what the places do not hold.
        return replace(self.role("contact", drawn, spots, reason), composed=False)
