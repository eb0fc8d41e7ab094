"""Workbooks: frameworks and programmes gone through line by line, at one's own pace."""

from .page import workbooks_page

__all__ = ["workbooks_page"]
