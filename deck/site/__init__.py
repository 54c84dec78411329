"""The gallery: every place's decks as pages and files, static, to be put on any web server."""
