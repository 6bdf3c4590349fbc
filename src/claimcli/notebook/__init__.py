"""What a notebook shows of an answer: HTML that stands by itself, in the look of the pages.

`compared` is a comparison, `cards` are claims, `listed` is any other answer; `frame` is what is
around them.
"""
