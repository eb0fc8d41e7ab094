"""The first start: five things at most, all of which can be left for later."""
