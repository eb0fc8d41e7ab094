"""What is kept: one encrypted file for each practitioner, its backups and its search index."""
