"""The sections of the portfolio; each noun has one function that gives its part."""

# What an export dialog lists, in the order of the document. What was left out is always said.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("about", "About me"),
    ("preceptorship", "The preceptorship: people, milestones, placements"),
    ("agreement", "What we agreed"),
    ("returning", "Coming back, or from elsewhere"),
    ("adjustments", "Access and adjustments"),
    ("plan", "The plan, in four layers"),
    ("time", "Protected time"),
    ("meetings", "Preceptorship meetings"),
    ("supervision", "Clinical supervision"),
    ("other-meetings", "Line management and peer groups"),
    ("confidence", "Confidence"),
    ("workbooks", "Workbooks: what I answered"),
    ("feedback", "Feedback, and what came of it"),
    ("ending", "The end, and what comes next"),
    ("reflections", "Reflections"),
    ("cpd", "CPD activities, by date"),
    ("details", "CPD activities, in full"),
    ("profile", "Practice summary and personal statement"),
    ("scope", "My scope of practice"),
    ("delegation", "Delegation"),
    ("competences", "Competence record, apart from preceptorship"),
    ("evidence", "Evidence index"),
    ("sources", "Sources and editions"),
)
TITLES = dict(SECTIONS)
