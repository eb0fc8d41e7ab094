"""What is kept, and what ships as data."""
