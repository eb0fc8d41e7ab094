"""The window: it shows and asks, and leaves sums, files and dates to the layers below."""
