"""What is in a file of evidence."""
