"""One deck, the whole way: content, brand, template → composed, laid out, written, proved. Nothing is put on a disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deck.diagnostics import Diagnostics, Severity
from deck.making.extra import remembered_fallback, remembered_figures, remembered_local, remembered_look, remembered_showing
from deck.making.material import content_and_key
from deck.making.proofs import alike, proofs, softened
from deck.making.recipe import Recipe
from deck.making.settle import settled_template
from deck.places import Place, file_stem, load_places

if TYPE_CHECKING:
    from deck.brand import Brand
    from deck.content import Content
    from deck.layout import LaidOutDeck
    from deck.package import Package
    from deck.presentation import Presentation
    from deck.template.model import Template


@dataclass(frozen=True)
class MadeDeck:
    """`package` None: there is no deck, and the diagnostics say why. `stem`: the files' name without its ending."""

    presentation: Presentation
    laid_out: LaidOutDeck
    package: Package | None
    stem: str

    @property
    def slides(self) -> int:
        return len(self.laid_out.slides)

    @property
    def release(self) -> str:
        return self.presentation.release


def template_for(recipe: Recipe, brand: Brand, content: Content | None = None) -> Template:
    """The template asked for, else the brand's, else the default one in the brand's colours, fonts and logo."""
    return templates(recipe, brand, content)[1]


def template_of(recipe: Recipe, brand: Brand) -> Template:
    """The template as its file has it, with the master that serves best."""
    from deck.template import default_template_path

    return settled_template(recipe.template or brand.template or default_template_path(), recipe.content_root)


def templates(recipe: Recipe, brand: Brand, content: Content | None = None) -> tuple[Template, Template]:
    """The template as its file has it, and in the brand's look; words of ours in it are in the `content`'s language."""
    from deck.layout.mould import asked_of
    from deck.template import brand_template, credited

    template = template_of(recipe, brand)
    # An organisation's own template is the law of its house: its colours, fonts and logo stay as they are.
    if recipe.template or brand.template:
        return template, template
    look = brand_template(template, brand, asked_of)
    credit = content.terms.get(("provenance", "map")) if content is not None else None
    if credit is None or content is None:
        return template, look
    return template, credited(look, credit.text, credit.lang or content.lang)


def make(recipe: Recipe, place: Place, diagnostics: Diagnostics, bar: Severity = Severity.ERROR) -> MadeDeck:
    """Everything that is wrong goes to `diagnostics` or is raised (DeckError); where it is as bad as `bar`, there is no deck."""
    from deck.brand import load_brand
    from deck.compose import compose
    from deck.compose.figures import without_figures
    from deck.layout import audit, lay_out
    from deck.pptx import write_pptx
    from deck.refresh.digests import known_of_written

    places = load_places()
    content, material = content_and_key(recipe)
    diagnostics.extend(content.diagnostics)
    diagnostics.extend(without_figures(content, place))
    brand = load_brand(place, places, root=recipe.branding_root)
    diagnostics.extend(brand.diagnostics)
    presentation = compose(content, place, places, brand, outline=recipe.outline, audience=recipe.audience)
    plain, template = templates(recipe, brand, content)
    diagnostics.extend(template.diagnostics)
    house = template is plain
    stands = Diagnostics()
    laid_out = lay_out(presentation, template, stands)
    stands.extend(audit(laid_out))
    diagnostics.extend(softened(stands.items) if house else stands.items)
    stem = file_stem(place, recipe.outline, recipe.audience, recipe.lang)
    none = MadeDeck(presentation, laid_out, None, stem)
    if any(item.severity >= bar for item in diagnostics):
        return none
    package = write_pptx(
        presentation,
        laid_out,
        manifest_extra=remembered_local(recipe.local, content)
        | remembered_figures(content, place)
        | remembered_showing(recipe.showing)
        | remembered_fallback(recipe.fallback)
        | remembered_look(recipe.template, brand.template, template),
        known=known_of_written,
    )
    like = alike(recipe, place, brand, material, plain)
    diagnostics.extend(proofs(package, like, stem, house=house, own=bool(recipe.local or recipe.figures)))
    if any(item.severity >= bar for item in diagnostics):
        return none
    return replace(none, package=package)
