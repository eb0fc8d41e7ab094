"""The tables of each version of a portfolio, as they were made. Never edited, only added to."""
