"""One deck's work: made from content, brand and template, proved, or brought up to date. What is asked for and where the answer
goes is `deck.fleet`'s."""

from deck.making.make import MadeDeck, make, template_for
from deck.making.material import content_of
from deck.making.recipe import Recipe, RefreshRecipe

__all__ = ["MadeDeck", "Recipe", "RefreshRecipe", "content_of", "make", "template_for"]
