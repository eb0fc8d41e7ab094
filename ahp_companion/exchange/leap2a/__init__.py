"""Leap2A, in and out."""
