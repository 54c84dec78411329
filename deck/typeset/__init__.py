"""Slides for those who have no PowerPoint: PDF (by Typst, tagged as PDF/UA-1) and a page, word for word and line for line as on
the slide. Drawn from the finished package, so an owner's edited deck comes out as they have it."""
