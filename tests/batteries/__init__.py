"""What happens when the worst does: killed in the middle, damaged on the disk, no room left."""
