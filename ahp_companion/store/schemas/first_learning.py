"""Meetings, workbooks, reflections, confidence, CPD and the audit."""

TABLES = """\
CREATE TABLE "meeting" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "milestone" TEXT REFERENCES "milestone" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "planned_on" TEXT CHECK ("planned_on" GLOB '????-??-??'),
    "planned_at" TEXT NOT NULL,
    "held_on" TEXT CHECK ("held_on" GLOB '????-??-??'),
    "minutes" INTEGER,
    "mix" TEXT,
    "people" TEXT NOT NULL CHECK (json_valid("people")),
    "place" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "record" TEXT NOT NULL,
    "private" INTEGER NOT NULL CHECK ("private" IN (0, 1))
) STRICT;
CREATE INDEX "meeting_preceptorship" ON "meeting" ("preceptorship");
CREATE INDEX "meeting_milestone" ON "meeting" ("milestone");
CREATE TABLE "action" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "meeting" TEXT REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
    "words" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" TEXT CHECK ("due_on" GLOB '????-??-??'),
    "done_on" TEXT CHECK ("done_on" GLOB '????-??-??')
) STRICT;
CREATE INDEX "action_meeting" ON "action" ("meeting");
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
CREATE TABLE "reflection" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "model" TEXT NOT NULL,
    "answers" TEXT NOT NULL CHECK (json_valid("answers")),
    "pillars" TEXT NOT NULL CHECK (json_valid("pillars")),
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "objectives" TEXT NOT NULL CHECK (json_valid("objectives")),
    "meetings" TEXT NOT NULL CHECK (json_valid("meetings")),
    "activities" TEXT NOT NULL CHECK (json_valid("activities")),
    "evidence" TEXT NOT NULL CHECK (json_valid("evidence")),
    "private" INTEGER NOT NULL CHECK ("private" IN (0, 1))
) STRICT;
CREATE INDEX "reflection_preceptorship" ON "reflection" ("preceptorship");
CREATE TABLE "addition" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "reflection" TEXT REFERENCES "reflection" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "words" TEXT NOT NULL
) STRICT;
CREATE INDEX "addition_reflection" ON "addition" ("reflection");
CREATE TABLE "rated_statement" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "words" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "private" INTEGER NOT NULL CHECK ("private" IN (0, 1))
) STRICT;
CREATE INDEX "rated_statement_preceptorship" ON "rated_statement" ("preceptorship");
CREATE TABLE "confidence_rating" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "rated" TEXT REFERENCES "rated_statement" ("id") DEFERRABLE INITIALLY DEFERRED,
    "measure" TEXT NOT NULL,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "rating" INTEGER NOT NULL,
    "words" TEXT NOT NULL
) STRICT;
CREATE INDEX "confidence_rating_rated" ON "confidence_rating" ("rated");
CREATE TABLE "cpd_activity" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "started_on" TEXT CHECK ("started_on" GLOB '????-??-??'),
    "ended_on" TEXT CHECK ("ended_on" GLOB '????-??-??'),
    "learning_type" TEXT,
    "pillars" TEXT NOT NULL CHECK (json_valid("pillars")),
    "minutes" INTEGER,
    "minutes_with_others" INTEGER,
    "mix" TEXT,
    "what_i_did" TEXT NOT NULL,
    "what_i_learnt" TEXT NOT NULL,
    "benefit_to_practice" TEXT NOT NULL,
    "benefit_to_service_users" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "statements" TEXT NOT NULL CHECK (json_valid("statements")),
    "evidence" TEXT NOT NULL CHECK (json_valid("evidence")),
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "is_chosen" INTEGER NOT NULL CHECK ("is_chosen" IN (0, 1)),
    "private" INTEGER NOT NULL CHECK ("private" IN (0, 1))
) STRICT;
CREATE INDEX "cpd_activity_preceptorship" ON "cpd_activity" ("preceptorship");
CREATE TABLE "evidence" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "made_by" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "private" INTEGER NOT NULL CHECK ("private" IN (0, 1))
) STRICT;
CREATE TABLE "audit_profile" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "practice_summary" TEXT NOT NULL,
    "personal_statement" TEXT NOT NULL
) STRICT;
CREATE TABLE "gap" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "from_on" TEXT CHECK ("from_on" GLOB '????-??-??'),
    "to_on" TEXT CHECK ("to_on" GLOB '????-??-??'),
    "explanation" TEXT NOT NULL
) STRICT;
"""
