"""Other people's formats: what comes in and what goes out, in the domain's values only."""
