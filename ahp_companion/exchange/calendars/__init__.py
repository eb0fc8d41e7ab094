"""Calendars, in and out."""
