"""The portfolio on paper: PDF, and the charts that the window shows as well."""
