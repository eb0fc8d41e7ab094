"""Statements of learning platforms."""
