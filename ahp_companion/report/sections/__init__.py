"""The sections of the portfolio; each noun has one function that gives its part."""

# What an export dialog lists, in the order of the document. What was left out is always said.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("about", "About me"),
    ("preceptorship", "The preceptorship: agreement, milestones, placements"),
    ("plan", "The plan, in four layers"),
    ("time", "Protected time"),
    ("meetings", "Preceptorship meetings"),
    ("supervision", "Clinical supervision"),
    ("other-meetings", "Line management and peer groups"),
    ("confidence", "Confidence"),
    ("reflections", "Reflections"),
    ("cpd", "CPD activities, by date"),
    ("details", "CPD activities, in full"),
    ("profile", "Practice summary and personal statement"),
    ("evidence", "Evidence index"),
    ("sources", "Sources and editions"),
)
TITLES = dict(SECTIONS)
