"""The guard below the model, around a refresh: what bears the owner's hand beforehand, and what is missing afterwards."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from deck.diagnostics import Diagnostic, Severity, Where, told_at_length
from deck.errors import InputError
from deck.i18n import _, in_quotes
from deck.package import Package
from deck.pptx.reader import ReadDeck, read_pptx
from deck.pptx.words import ACTION
from deck.presentation import Link, Presentation
from deck.presentation.links import is_elsewhere, links_in
from deck.refresh.canon import canonical_presentation
from deck.refresh.document import Unlinked
from deck.refresh.guard import (
    LOOKS,
    Side,
    Touch,
    Verdict,
    account,
    keyed,
    meant_touches,
    rewritten,
    touches,
    verdict,
    words_of,
)
from deck.refresh.guard.inventory import inventory
from deck.refresh.guard.losable import spoken
from deck.refresh.guard.mend import mend
from deck.refresh.merged import Merged
from deck.refresh.outcome import Change
from deck.refresh.pages import Page
from deck.refresh.parts import item_of, keys_of, parts_on
from deck.refresh.plan import DECK, DropSlide, Plan
from deck.refresh.touched import Touched
from deck.refresh.written import Written


def touches_of(
    deck: ReadDeck,
    mine: Mapping[str, Sequence[Page]],
    now: Presentation,
    base: Presentation,
    sides: tuple[Written, Written],
    looks: bool,
) -> tuple[Touch, ...]:
    """What below the model bears the owner's hand. `mine`: the deck's pages, with the places that they are known to have been
    given."""
    was = {slide.id: (slide.slots, slide.notes) for slide in canonical_presentation(base).slides}
    changed = [slide.id for slide in canonical_presentation(now).slides if was.get(slide.id) != (slide.slots, slide.notes)]
    ours = [Side.of(side.deck) for side in sides]
    placed = {page.piece.id: page.placed for pages in mine.values() for page in pages}
    adrift = any(page.adrift for pages in mine.values() for page in pages)
    side = replace(Side.of(deck), placed=placed, sizes=deck.manifest.sizes if deck.manifest else {}, adrift=adrift)
    return (touches if looks else meant_touches)(side, ours[0], ours[1], changed)


def marked(marks: Touched, told: Sequence[Touch], base: Presentation, earlier: Collection[tuple[str, str]] = ()) -> Touched:
    """Slides, and (slide, slot), that the owner touched; those that `told` has, too, but for what is only `earlier`: drawn by an
    earlier version."""
    names = {(slide.id, slot.id) for slide in base.slides for slot in slide.slots}
    return Touched(
        marks.slides | {item.slide for item in told},
        marks.slots | ({(item.slide, item.where) for item in told} & names - set(earlier)),
        marks.parts | {(item.slide, item.where, item.item) for item in told if item.item},
    )


def only_words(told: Sequence[Touch]) -> frozenset[tuple[str, str]]:
    """(slide, slot) of which nothing else is told than other words: they are told as words."""
    found: dict[tuple[str, str], set[str]] = {}
    for item in told:
        found.setdefault((item.slide, item.where), set()).add(item.what)
    return frozenset(key for key, kinds in found.items() if kinds <= {"words", "name"})


def only_led_to(told: Sequence[Touch]) -> frozenset[str]:
    """Slides of which nothing else is told than links and shows that lead there."""
    return frozenset(item.slide for item in told) - {item.slide for item in told if item.what not in ("linked", "led", "show")}


def witnessed(
    before: Package,
    after: ReadDeck,
    plan: Plan,
    sides: tuple[Written, Written],
    ours: Sequence[Written] = (),
    kinds: Collection[str] = LOOKS,
    own: Collection[str] = (),
    plain: Collection[str] = (),
) -> tuple[Package, Verdict]:
    """The patched deck, its links that lead nowhere taken off, and what the witness says of it. Raises InputError where a slide
    of the owner's was lost. `sides`: what the deck said and what it is to say, as we would write them; `ours`: all that we
    wrote of it, where looks are to be looked for, too, of these `kinds`; `own`: slides where an owner's look is known for
    one; `plain`: slides that no program wrote looks on."""
    deck = read_pptx(before)
    gone = [item.slide for item in plan.edits if isinstance(item, DropSlide)]
    looks = [side.deck for side in ours]
    taken = account(deck, sides[0].deck, sides[1].deck, rewritten(deck, after), gone, looks[0] if looks else None)
    seen = verdict(deck, after, taken, looks, kinds, own, plain)
    if seen.lost:
        raise InputError(
            [
                Diagnostic(
                    "slide-lost",
                    Severity.ERROR,
                    _("the slide “{slide}” would be lost, and so nothing was written").format(slide=key),
                    hint=_("build the deck anew and move your changes over, and send us the file"),
                )
                for key in seen.lost
            ]
        )
    if not seen.broken:
        return after.package, seen
    mended = mend(after.package, seen.broken)
    return mended, verdict(deck, read_pptx(mended), taken, looks, kinds, own, plain)


_WHOLES = ("slide", "kind", "block", "slot", "item", "row", "column")


_BRACES = str.maketrans({"{": "{{", "}": "}}"})


def lacks(seen: Verdict, merged: Merged, numbers: Mapping[str, int], shown: Mapping[str, str]) -> list[Diagnostic]:
    """What the witness misses, for the owner's eyes. What goes with a whole, and looks that go with words, that its owner gave
    up are told, and no loss; links to slides that are gone are told by `cut_off`. `shown`: the titles that
    slides had."""
    found = []
    titles = {slide.id: slide.title for slide in merged.presentation.slides}
    gone = {f"→ {edit.slide}" for edit in merged.plan.edits if isinstance(edit, DropSlide)}
    given = [item.conflict for item in merged.plan.decided if item.choice == "theirs"]
    looks = {item.address.slide for item in given}
    wholes = {item.address.slide for item in given if item.at in _WHOLES}
    led = {(item.address.slide, _shown(link)) for item in given for link in links_in(item.terms.mine) if is_elsewhere(link)}
    for item in seen.missing:
        leads = (item.every or item.what).split(", ") if item.kind == "link" else []
        if leads and gone.issuperset(leads):
            continue
        along = item.slide in (looks if item.kind in (*LOOKS, "tip") else wholes)
        if along or (leads and led.issuperset((item.slide, to) for to in leads)):
            code, severity = "went-along", Severity.INFO
            text, held = _("with what you gave up went {things}"), "things"
            hint = _("it is still in the file that was refreshed")
        else:
            code, severity = "lost", Severity.WARNING
            text, held = _("of yours is no longer there: {what}"), "what"
            hint = _("look at the slide in the original, and put it back by hand if you want to keep it")
        where = Where(slide=numbers.get(item.slide, 0), slide_id=item.slide if item.slide != "deck" else "")
        title = titles.get(item.slide, "")
        text = f"{in_quotes(title).translate(_BRACES)}: {text}" if title else text
        short, whole = (text.format(**{held: item.words(shown, whole=every)}) for every in (False, True))
        found.append(told_at_length(Diagnostic(code, severity, short, where, hint), whole))
    for fault in seen.broken:
        text = _("the part {part} may need repair ({fault})").format(part=fault.part, fault=f"{fault.fault}: {fault.what}")
        found.append(
            Diagnostic("broken", Severity.WARNING, text, Where(part=fault.part), _("open it in PowerPoint before you use it"))
        )
    return found


def _shown(link: Link) -> str:
    """Where a link leads that no guidance has, as the witness counts it: by slide, or by what it does instead."""
    slide = (link.slide or "").partition("#")[0]
    return slide if slide.startswith(ACTION) else f"→ {slide}"


def cut_off(links: Sequence[Unlinked], titles: Mapping[str, str], shown: Mapping[str, int]) -> list[Diagnostic]:
    """Links of the owner's that led to slides that are gone. `titles`: slide part → title before; `shown`: slide part → number
    now."""
    found = []
    for item in dict.fromkeys(links):
        if item.part not in shown:
            continue
        words = f"{item.words} ({item.tip})" if item.tip else item.words
        if item.target in titles:
            text = _("the link on “{words}” led to the slide “{slide}”, which is gone: the words stay, the link was taken off")
        else:
            text = _("the link on “{words}” led to what is gone: the words stay, the link was taken off")
        text = text.format(words=words, slide=titles.get(item.target, ""))
        hint = _("link it to another slide in PowerPoint, or take the words away")
        found.append(Diagnostic("lost", Severity.WARNING, text, Where(slide=shown[item.part]), hint))
    return found


_UNREAD = ("picture", "address", "block")
"""What of a slot is no words on the slide, or is there as a whole."""


def unseen_news(
    merged: Merged, after: ReadDeck, mine: Mapping[str, Sequence[Page]], fresh: Mapping[str, Sequence[Page]]
) -> tuple[Change, ...]:
    """News of the guidance's that are taken into the deck and stand nowhere on the slide, for its owner took away what they
    would stand on (a card's heading, a chart that is a picture now). `mine`, `fresh`: the deck's pages as they are now, and as
    newly written."""
    news = [
        item
        for item in merged.changes
        if item.kind in ("applied", "merged") and item.slide != DECK and item.slot and item.property not in _UNREAD
    ]
    slides = {item.slide.partition("#")[0] for item in news}
    shown = inventory(after.sheets, keyed(after), slides, whole=False).slides
    words = {slide: {word for held in things for word in words_of(held.what)} for slide, things in shown.items()}
    found = []
    for item in news:
        slide = item.slide.partition("#")[0]
        there, new = words.get(slide), _new(item)
        if item.property.startswith("item:") and item.property.endswith(".value"):
            # An amount may be drawn, and stand nowhere in figures.
            new &= _said_on(fresh.get(slide, ()))
        on_part = _on_parts(item, mine.get(slide, ()), fresh.get(slide, ()))
        if there is not None and new - (there if on_part is None else there & on_part):
            found.append(item)
    return tuple(found)


def _said_on(pages: Sequence[Page]) -> set[str]:
    trees = (page.reader.sheet.tree for page in pages)
    return {word for tree in trees if tree is not None for held in spoken(tree) for word in words_of(held.what)}


def _on_parts(item: Change, mine: Sequence[Page], fresh: Sequence[Page]) -> set[str] | None:
    """The words that the parts of an item say, where its owner took one of them out of the drawing: what the rest of the slide
    says, says nothing of it. None: all stand."""
    kind, _sign, rest = item.property.partition(":")
    name = rest.rpartition(".")[0]
    keys = {key for key in keys_of(fresh, item.slot) if item_of(key) == name} if kind == "item" else set[str]()
    here = parts_on(mine, item.slot, keys)
    if not here or here.keys() == parts_on(fresh, item.slot, keys).keys():
        return None
    return {word for _page, part in here.values() for held in spoken(part) for word in words_of(held.what)}


def _new(item: Change) -> set[str]:
    return set(words_of(item.after)) - set(words_of(item.before))


def stay_away(merged: Merged, unseen: Collection[Change]) -> Merged:
    """Told as what they are: what stands nowhere is no news that went in, but what its owner took away. What both sides have
    words in is told as it was: some of it stands."""
    gone = {item for item in unseen if item.kind == "applied"}
    return replace(
        merged, changes=tuple(replace(item, kind="slide-deleted") if item in gone else item for item in merged.changes)
    )


def unshown(unseen: Collection[Change], numbers: Mapping[str, int]) -> list[Diagnostic]:
    """What an owner can do with news that stand nowhere. `unseen`: of `unseen_news`."""
    found = []
    for item in unseen:
        slide = item.slide.partition("#")[0]
        text = _("“{title}”: the guidance has “{words}”, and the slide has no place for it: you have taken it away").format(
            title=item.title, words=item.after
        )
        hint = _("write it where you want it, or leave it out")
        where = Where(slide=numbers.get(slide, 0), slide_id=slide)
        found.append(Diagnostic("news-unshown", Severity.INFO, text, where, hint))
    return found


__all__ = [
    "cut_off",
    "lacks",
    "marked",
    "only_led_to",
    "only_words",
    "stay_away",
    "touches_of",
    "unseen_news",
    "unshown",
    "witnessed",
]
