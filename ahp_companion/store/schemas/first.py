"""The first version: the file itself, its history, its index, and every kind of record."""

from . import first_learning, first_people, first_preceptorships

# What Python's strip() takes for blank, so that the table and the domain agree about empty words.
BLANKS = (
    "char(9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, "
    "8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)"
)
UNFINISHED = (
    '"started_on" IS NULL OR "learning_type" IS NULL '
    f"OR trim(\"what_i_learnt\", {BLANKS}) = '' "
    f"OR (trim(\"benefit_to_practice\", {BLANKS}) = '' "
    f"AND trim(\"benefit_to_service_users\", {BLANKS}) = '')"
)
ABOUT = """\
CREATE TABLE "about_file" (
    "portfolio" TEXT PRIMARY KEY NOT NULL,
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL
) STRICT;
CREATE TABLE "revision" (
    "number" INTEGER PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "body" TEXT,
    "author" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    "hash" TEXT NOT NULL
) STRICT;
CREATE INDEX "revision_record" ON "revision" ("record");
CREATE TABLE "evidence_file" (
    "sha256" TEXT PRIMARY KEY NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL
) STRICT;
CREATE TABLE "search_kind" (
    "number" INTEGER PRIMARY KEY,
    "name" TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "search_kind" ("number", "name") VALUES
    (1, 'practitioner'),
    (2, 'workplace'),
    (3, 'qualification'),
    (4, 'person'),
    (5, 'preceptorship'),
    (6, 'placement'),
    (7, 'milestone'),
    (8, 'strength'),
    (9, 'need'),
    (10, 'objective'),
    (11, 'adjustment'),
    (12, 'agreement'),
    (13, 'preceptor_change'),
    (14, 'updating'),
    (15, 'recheck'),
    (16, 'equivalent'),
    (17, 'time_agreement'),
    (18, 'protected_time'),
    (19, 'meeting'),
    (20, 'action'),
    (21, 'contact'),
    (22, 'worksheet'),
    (23, 'workbook_answer'),
    (24, 'theme'),
    (25, 'improvement'),
    (26, 'ending'),
    (27, 'opportunity'),
    (28, 'reflection'),
    (29, 'addition'),
    (30, 'rated_statement'),
    (31, 'confidence_rating'),
    (32, 'cpd_activity'),
    (33, 'evidence'),
    (34, 'training'),
    (35, 'scope_sheet'),
    (36, 'scope_line'),
    (37, 'delegation'),
    (38, 'competence_framework'),
    (39, 'competence'),
    (40, 'audit_profile'),
    (41, 'gap');
CREATE VIRTUAL TABLE "search" USING fts5 (
    "words",
    content='', contentless_delete=1, detail='column', prefix='1 2 3', tokenize='ascii'
);
INSERT INTO "search" ("search", "rank") VALUES ('hashsize', 8388608), ('automerge', 8);
"""
INDEXES = f"""\
CREATE INDEX "cpd_activity_listed" ON "cpd_activity" (
    "started_on", "_place", "learning_type", "pillars", "is_chosen", "private"
);
CREATE INDEX "cpd_activity_unfinished" ON "cpd_activity" ("started_on") WHERE {UNFINISHED};
CREATE INDEX "reflection_on" ON "reflection" ("on");
CREATE INDEX "meeting_held_on" ON "meeting" ("held_on");
CREATE INDEX "protected_time_on" ON "protected_time" ("on");
"""
FIRST = "".join(
    (
        ABOUT,
        first_people.TABLES,
        first_preceptorships.TABLES,
        first_learning.TABLES,
        INDEXES,
    )
)
