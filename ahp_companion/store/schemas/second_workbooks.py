"""What the second version adds for workbooks."""

TABLES = """\
CREATE TABLE "worksheet" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "workbook" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "milestone" TEXT REFERENCES "milestone" ("id") DEFERRABLE INITIALLY DEFERRED,
    "side" TEXT NOT NULL,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "about" TEXT NOT NULL,
    "given_by" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "next_three" TEXT NOT NULL CHECK (json_valid("next_three")),
    "private" INTEGER NOT NULL CHECK ("private" IN (0, 1))
) STRICT;
CREATE INDEX "worksheet_preceptorship" ON "worksheet" ("preceptorship");
CREATE INDEX "worksheet_milestone" ON "worksheet" ("milestone");
CREATE TABLE "workbook_answer" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "worksheet" TEXT REFERENCES "worksheet" ("id") DEFERRABLE INITIALLY DEFERRED,
    "question" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "parts" TEXT NOT NULL CHECK (json_valid("parts")),
    "done_on" TEXT CHECK ("done_on" GLOB '????-??-??'),
    "owner" TEXT NOT NULL,
    "review_on" TEXT CHECK ("review_on" GLOB '????-??-??'),
    "objective" TEXT REFERENCES "objective" ("id") DEFERRABLE INITIALLY DEFERRED,
    "private" INTEGER NOT NULL CHECK ("private" IN (0, 1))
) STRICT;
CREATE INDEX "workbook_answer_worksheet" ON "workbook_answer" ("worksheet");
CREATE INDEX "workbook_answer_objective" ON "workbook_answer" ("objective");
"""
