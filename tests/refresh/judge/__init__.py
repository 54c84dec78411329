"""A judge of `deck refresh` that knows none of its code: random owners, guidances and programs, every trace of them marked,
and a reader by zipfile, lxml and python-pptx alone that counts the marks before and after."""
