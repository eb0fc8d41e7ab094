"""Notes that Path keeps."""
