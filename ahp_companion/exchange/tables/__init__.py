"""Tables that anybody made."""
