"""Charts, each drawn once: as vectors in the PDF and as SVG in the window."""
