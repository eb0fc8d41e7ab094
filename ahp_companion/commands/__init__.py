"""What the command line does: one module for each group of commands, with no screen in any."""
