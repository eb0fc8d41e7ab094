"""Asks a public validator whether a PDF keeps to PDF/UA-1 (ISO 14289-1), rule by rule."""

import page

PROFILE = "ua1"
# The limits it comes with are for strangers' files, and refuse a table of 3,000 rows.
LIMITS = page.SafetyLimits(max_table_grid_rows=100_000, max_reference_depth=100_000)


def problems_of(pdf: bytes) -> list[str]:
    """Return what a PDF breaks, a line for each rule and place; nothing where it keeps to all."""
    report = page.validate_pdf_bytes(pdf, profile=PROFILE, limits=LIMITS)
    found = [f"{each.rule_id}: {each.message} (at {each.object_id})" for each in report.failures]
    # Were nothing looked at, nothing would be found.
    if not found and not (report.is_compliant and report.rules.passed == report.rules.total > 100):
        found.append(f"{report.rules.passed} of {report.rules.total} rules were kept")
    return found
