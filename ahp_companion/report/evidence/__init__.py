"""Evidence put together in stamped parts."""
