"""Controls: each shows one field of a record and says when its value has changed."""
