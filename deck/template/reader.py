"""A .potx or .pptx → Template: cleaned, read once, each kind of slide given a layout."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from deck.diagnostics import Diagnostics, Where
from deck.drawing import Sheets
from deck.drawing.color import IDENTITY_MAP
from deck.drawing.theme import read_theme
from deck.errors import InputError
from deck.geometry import least_scale
from deck.i18n import _, languages
from deck.memory import Memory
from deck.package import Entry, Package, held, open_package, parse_xml, sha256
from deck.package.strict import to_transitional
from deck.source import Snapshot, SourceLimits, once
from deck.template.added import with_room
from deck.template.blank import as_its_slides
from deck.template.clean import clean, prune
from deck.template.decor import with_decor_drawn
from deck.template.foot import footed
from deck.template.framing import staged
from deck.template.house import house_of, named_in, same_scenes, wanting
from deck.template.house_tables import with_house_table
from deck.template.ladder import borrowed, rungs
from deck.template.layouts import Drawn, on_shared_ground, read_layout
from deck.template.masters import master_worth, rivals_of
from deck.template.model import NO_RIVALS, House, Others, Rivals, Template
from deck.template.opening import cover_of
from deck.template.overrides import Overrides, apply_overrides, read_overrides
from deck.template.sample_titles import with_sample_titles
from deck.template.sampled import NO_SAMPLES, Samples, layout_key
from deck.template.samples import samples_of
from deck.template.theme import patch_theme
from deck.template.uses import shown_in, together

MOST_LAYOUTS = 400
Masters = Sequence[tuple[str, list[Drawn]]]
"""Each master's part with its layouts."""
_MOST_KEPT = 60_000_000
"""Bytes of a template that is remembered; a larger one is read whenever it is asked for."""


def read_template(source: Path | bytes, *, overrides: Path | None = None, name: str = "") -> Template:
    """Read a template; the same bytes are read once a process. `overrides`: a template.yaml (default: one beside the file, named
    as it or "template.yaml"). Raises InputError and UsageError."""
    return read_drawn(source, overrides=overrides, name=name)[0]


def read_drawn(source: Path | bytes, *, overrides: Path | None = None, name: str = "") -> tuple[Template, tuple[Drawn, ...]]:
    """As `read_template`, and the layouts with their scenes."""
    name = name or (str(source) if isinstance(source, Path) else "template")
    found, said, taken = once(("template", source, overrides), lambda: _as_they_stand(source, overrides))
    data = taken.data if taken else source
    if isinstance(data, Path) or (found and said is None):
        return _read(open_package(source, name), name, said or found)
    return _remembered(data, name, said, languages())


def _as_they_stand(source: Path | bytes, overrides: Path | None) -> tuple[Path | None, Snapshot | None, Snapshot | None]:
    """The file of a template's settings, what it says, and the template itself, where it is a file that is not too large."""
    found = overrides or (beside(source) if isinstance(source, Path) else None)
    said = Snapshot.of(found, SourceLimits().size) if found else None
    return found, said, Snapshot.of(source, _MOST_KEPT) if isinstance(source, Path) else None


@lru_cache(maxsize=8)
def _remembered(
    data: bytes,
    name: str,
    overrides: Snapshot | None,
    language: tuple[str, ...],  # noqa: ARG001 - of what is said of it
) -> tuple[Template, tuple[Drawn, ...]]:
    return _read(open_package(data, name), name, overrides)


def _read(package: Package, name: str, overrides: Path | Snapshot | None) -> tuple[Template, tuple[Drawn, ...]]:
    wanted = read_overrides(overrides) if overrides else Overrides()
    problems = Diagnostics()
    cleaned = with_room(clean(package, name, problems), name, problems)
    # In a deck, its owner's slides may have something in such a placeholder.
    sheets = Sheets(cleaned)
    layouts = [part for master in sheets.master_parts() for part in sheets.layout_parts(master)[:MOST_LAYOUTS]]
    cleaned = with_decor_drawn(cleaned, layouts, sheets.size)
    whole = to_transitional(package)
    own = _fingerprint(package, wanted)
    known = TemplateReading(name, fingerprint=own, wanted=wanted, found=overrides, samples=samples_of(whole))
    masters = read_masters(Sheets(cleaned), known)
    housed = as_its_slides(cleaned, whole, _all_of(masters))
    if housed.cover:
        names = [layout_key(n, item.layout.name) for n, (_m, every) in enumerate(masters) for item in every]
        parts = [item.layout.part for item in _all_of(masters)]
        known = replace(known, samples=known.samples.opening(names[parts.index(housed.cover)]))
    if housed.package is not cleaned:
        cleaned, masters = housed.package, read_masters(Sheets(housed.package), known)
    return cast(*_in_own_colors(cleaned, known, masters, problems), known, problems)


def _in_own_colors(cleaned: Package, known: TemplateReading, masters: Masters, problems: Diagnostics) -> tuple[Package, Masters]:
    """A theme whose accents nobody has chosen is given the colours that its masters show, where the masters look the same with
    them."""
    themes: dict[str, dict[str, str]] = {}
    for _master, drawn in masters:
        layout = drawn[0].layout
        seen = together(shown_in(drawn), known.samples.colors)
        if layout.theme not in cleaned.parts:
            continue
        scheme = read_theme(parse_xml(cleaned.parts[layout.theme])).scheme
        rgb = {name: scheme[slot] for name, slot in IDENTITY_MAP.items() if slot in scheme}
        if not wanting(rgb, seen):
            continue
        parts = (layout.master, *(item.layout.part for item in drawn))
        named = set[str]().union(*(named_in(parse_xml(cleaned.parts[part])) for part in parts))
        if missing := wanting(rgb, seen, named):
            themes.setdefault(layout.theme, missing)
    if not themes:
        return cleaned, masters
    dyed = cleaned.replace({part: patch_theme(cleaned.parts[part], colors) for part, colors in themes.items()})
    again = read_masters(Sheets(dyed), known)
    if not same_scenes(_all_of(masters), _all_of(again)):
        return cleaned, masters
    problems.info(
        "own-colours",
        _("the theme has its program's accent colours, and the masters others: the deck's theme has theirs ({colors})").format(
            colors=", ".join(next(iter(themes.values())).values())
        ),
        Where(known.name),
    )
    return dyed, again


def _all_of(masters: Masters) -> tuple[Drawn, ...]:
    return tuple(item for _master, drawn in masters for item in drawn)


def template_of(
    package: Package, name: str, overrides: Snapshot | None = None, samples: Samples = NO_SAMPLES, *, roles: bool = False
) -> Template:
    """The template that a deck carries within itself: its masters and layouts, without its slides; read once where they are
    alike. `overrides`: the words of its template.yaml; `samples`: how its own slides used its layouts when the deck was made;
    `roles`: it is the default one. Raises as `read_template`."""
    problems = Diagnostics()
    cleaned = clean(_bare(package), name, problems)
    wanted = read_overrides(overrides) if overrides else Overrides()
    mark, types = _fingerprint(cleaned, wanted), tuple((part, cleaned.content_type(part)) for part in cleaned.parts)
    key = CarriedTemplate(mark, types=types, overrides=overrides, samples=samples.to_json(), roles=roles, languages=languages())
    found = _CARRIED.get(key)
    if found is None or problems:
        known = TemplateReading(name, fingerprint=mark, wanted=wanted, found=overrides, samples=samples, roles=roles)
        found = cast(cleaned, read_masters(Sheets(cleaned), known), known, problems)[0]
        in_file = any(isinstance(held(cleaned.parts, part), Entry) for part in cleaned.parts)
        if in_file or found.diagnostics or found.rivals is not NO_RIVALS:
            return found  # of this file alone: it names it, or has a part there
        _CARRIED.put(key, found)
    return replace(found, name=Path(name).stem, file=name)


def _bare(package: Package) -> Package:
    """What of a deck is its template's: nothing of its slides, and nothing that is told of the file."""
    main = package.main
    told = {
        "": tuple(rel for rel in package.rels.get("", ()) if rel.kind == "officeDocument"),
        main: tuple(rel for rel in package.rels.get(main, ()) if rel.kind not in ("slide", "customXml")),
    }
    return prune(package.replace(None, None, told))


@dataclass(frozen=True)
class CarriedTemplate:
    """What is read of a template within a deck follows from this. `mark`: the digest of its cleaned parts and of what its
    template.yaml says; `types`: their content types; `samples` as JSON."""

    mark: str
    types: tuple[tuple[str, str], ...]
    overrides: Snapshot | None
    samples: str
    roles: bool
    languages: tuple[str, ...]


_CARRIED: Memory[CarriedTemplate, Template] = Memory(8)


def _fingerprint(package: Package, wanted: Overrides) -> str:
    """What caches know a template by."""
    digest = hashlib.sha256()
    for part in sorted(package.parts):
        digest.update(repr((part, sha256(package.parts, part), package.rels.get(part))).encode())
    digest.update(wanted.model_dump_json().encode())
    return digest.hexdigest()[:32]


@dataclass(frozen=True)
class TemplateReading:
    """What a template is read with. `wanted`: the words of its template.yaml, `found`, None where there is none; `roles`: its
    accents are ours, each with its role, whatever is seen of them."""

    name: str
    fingerprint: str
    wanted: Overrides
    found: Path | Snapshot | None
    samples: Samples = NO_SAMPLES
    roles: bool = False


def read_masters(sheets: Sheets, known: TemplateReading) -> Masters:
    """The masters of a cleaned package, with their layouts; those that have none serve nobody."""
    masters = [
        (master, [read_layout(sheets, part, master) for part in sheets.layout_parts(master)[:MOST_LAYOUTS]])
        for master in sheets.master_parts()
    ]
    masters = [
        (master, with_house_table(on_shared_ground(with_sample_titles(drawn, n, known.samples)), sheets, known.samples))
        for n, (master, drawn) in enumerate(masters)
    ]
    masters = [(master, drawn if known.roles else _housed(drawn, known.samples)) for master, drawn in masters if drawn]
    if not masters:
        message = _("the file has no slide master with layouts")
        raise InputError.of(
            "no-masters", message, Where(known.name), _("choose the organisation's template as PowerPoint saved it")
        )
    return masters


def cast(cleaned: Package, masters: Masters, known: TemplateReading, problems: Diagnostics) -> tuple[Template, tuple[Drawn, ...]]:
    """A cleaned package's layouts given roles."""
    name, wanted, samples = known.name, known.wanted, known.samples
    size, every = masters[0][1][0].scene.size, _all_of(masters)
    uses, cover = _uses(masters, samples)
    casts = [staged(size, drawn, wanted, uses, cover) for _master, drawn in masters]
    worths = [master_worth(found[1], masters[n][1], dict(uses), cover) for n, found in enumerate(casts)]

    def serving(best: int, told: Diagnostics) -> Template:
        """The template with the roles of one of its masters."""
        stage, roles = casts[best]
        roles = borrowed(roles, [found[1] for n, found in enumerate(casts) if n != best], cover)
        if len(casts) > 1:
            chosen = roles["content"].layout.master
            told.info(
                "several-masters",
                _("the file has {count} masters; {part} serves best").format(count=len(casts), part=chosen),
                Where(name),
            )
        roles = apply_overrides(roles, every, stage, wanted, known.found, told)
        if told.errors:
            raise InputError(told)
        roles = {kind: footed(role, every, stage) for kind, role in roles.items()}
        return Template(
            Path(name).stem,
            fingerprint=known.fingerprint,
            size=size,
            layouts=tuple(item.layout for item in every),
            roles=roles,
            safe=stage.safe,
            heading_font=stage.heading_font,
            body_font=stage.body_font,
            package=cleaned,
            minimum_pt=max(18.0 * least_scale(size), wanted.minimum()),
            diagnostics=tuple(told),
            samples=replace(samples, master=layout_key(best, casts[best][1]["content"].layout.name)),
            file=name,
            others=Others(
                lambda kind: tuple(footed(role, every, stage) for role in rungs(kind, masters[best][1], stage, roles[kind]))
            ),
        )

    said = _remembered_master(masters, samples.master)
    best = max(range(len(casts)), key=worths.__getitem__) if said is None else said
    template = replace(serving(best, problems), samples=samples)
    near = rivals_of(best, worths) if said is None else ()
    if near:
        template = replace(template, rivals=Rivals(lambda: tuple(serving(n, Diagnostics()) for n in (best, *near))))
    return template, every


def _housed(drawn: list[Drawn], samples: Samples) -> list[Drawn]:
    """Layouts of one master, with the colours that are seen on them and on sample slides first."""
    seen = together(shown_in(drawn), samples.colors)
    keys = [repr(sorted(item.layout.palette.rgb.items())) for item in drawn]
    inks: dict[str, Counter[str]] = {key: Counter() for key in keys}
    for key, item in zip(keys, drawn, strict=True):
        inks[key].update(title.style.levels[0].color for title in item.titles[:1])
    houses: dict[str, House] = {}
    for key, item in zip(keys, drawn, strict=True):
        if key not in houses:
            titles = next((ink for ink, _count in inks[key].most_common(1)), "")
            houses[key] = house_of(item.layout.palette.rgb, seen, titles)
    return [item.housed(houses[key]) for key, item in zip(keys, drawn, strict=True)]


def beside(source: Path) -> Path | None:
    """The template.yaml of a template: named as it, or "template.yaml"."""
    if not source.name:
        return None  # the folder that one stands in, or a disk's root: not a file, which is told where it is opened
    return next((path for path in (source.with_suffix(".yaml"), source.with_name("template.yaml")) if path.is_file()), None)


def _remembered_master(masters: Masters, key: str) -> int | None:
    """The number of the master that was chosen when the deck was made, if it still has that layout."""
    keys = {layout_key(n, item.layout.name): n for n, (_master, drawn) in enumerate(masters) for item in drawn}
    return keys.get(key)


def _uses(masters: Masters, samples: Samples) -> tuple[tuple[tuple[str, int], ...], str]:
    """The parts of layouts that samples use, with their counts, and that of the cover."""
    keys = {
        layout_key(n, item.layout.name): item.layout.part for n, (_m, drawn) in enumerate(masters) for item in reversed(drawn)
    }
    uses = {keys[key]: count for key, count in samples.used.items() if key in keys}
    return tuple(uses.items()), cover_of(_all_of(masters), uses, keys.get(samples.first, ""))
