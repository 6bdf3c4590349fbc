"""Pictures of answers as SVG: the same in a page, in a report, and as a file for a document."""
