"""What an audit looks at, and the parts of a profile; or the cycle of those nobody audits so."""

from .page import audit_page, entry_word

__all__ = ["audit_page", "entry_word"]
