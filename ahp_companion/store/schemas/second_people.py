"""What the second version adds about the owner’s practice and the people around them."""

TABLES = """\
CREATE TABLE "contact" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "person" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "manner" TEXT,
    "minutes" INTEGER,
    "words" TEXT NOT NULL
) STRICT;
CREATE INDEX "contact_person" ON "contact" ("person");
CREATE TABLE "training" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "done_on" TEXT CHECK ("done_on" GLOB '????-??-??'),
    "expires_on" TEXT CHECK ("expires_on" GLOB '????-??-??'),
    "minutes" INTEGER,
    "level" TEXT NOT NULL,
    "credits" INTEGER,
    "confirmed_by" TEXT NOT NULL,
    "workplace" TEXT REFERENCES "workplace" ("id") DEFERRABLE INITIALLY DEFERRED,
    "evidence" TEXT NOT NULL CHECK (json_valid("evidence")),
    "words" TEXT NOT NULL
) STRICT;
CREATE INDEX "training_workplace" ON "training" ("workplace");
CREATE TABLE "scope_sheet" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "workplace" TEXT REFERENCES "workplace" ("id") DEFERRABLE INITIALLY DEFERRED,
    "from_on" TEXT CHECK ("from_on" GLOB '????-??-??'),
    "to_on" TEXT CHECK ("to_on" GLOB '????-??-??'),
    "review_on" TEXT CHECK ("review_on" GLOB '????-??-??'),
    "agreed_with" TEXT NOT NULL,
    "before" TEXT REFERENCES "scope_sheet" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "scope_sheet_workplace" ON "scope_sheet" ("workplace");
CREATE INDEX "scope_sheet_before" ON "scope_sheet" ("before");
CREATE TABLE "scope_line" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "sheet" TEXT REFERENCES "scope_sheet" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "came_from" TEXT REFERENCES "scope_line" ("id") DEFERRABLE INITIALLY DEFERRED,
    "carries_over" TEXT
) STRICT;
CREATE INDEX "scope_line_sheet" ON "scope_line" ("sheet");
CREATE INDEX "scope_line_came_from" ON "scope_line" ("came_from");
CREATE TABLE "delegation" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "direction" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "workplace" TEXT REFERENCES "workplace" ("id") DEFERRABLE INITIALLY DEFERRED,
    "how_known" TEXT NOT NULL,
    "level" TEXT,
    "limits" TEXT NOT NULL,
    "started_on" TEXT CHECK ("started_on" GLOB '????-??-??'),
    "review_on" TEXT CHECK ("review_on" GLOB '????-??-??'),
    "ended_on" TEXT CHECK ("ended_on" GLOB '????-??-??'),
    "induction_on" TEXT CHECK ("induction_on" GLOB '????-??-??'),
    "training_on" TEXT CHECK ("training_on" GLOB '????-??-??'),
    "in_service_on" TEXT CHECK ("in_service_on" GLOB '????-??-??'),
    "supervision_on" TEXT CHECK ("supervision_on" GLOB '????-??-??')
) STRICT;
CREATE INDEX "delegation_workplace" ON "delegation" ("workplace");
CREATE TABLE "competence_framework" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "as_at" TEXT CHECK ("as_at" GLOB '????-??-??'),
    "is_superseded" INTEGER NOT NULL CHECK ("is_superseded" IN (0, 1)),
    "words" TEXT NOT NULL
) STRICT;
CREATE TABLE "competence" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "framework" TEXT REFERENCES "competence_framework" ("id") DEFERRABLE INITIALLY DEFERRED,
    "number" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "breadth" TEXT NOT NULL,
    "met_on" TEXT CHECK ("met_on" GLOB '????-??-??'),
    "met_elsewhere" INTEGER NOT NULL CHECK ("met_elsewhere" IN (0, 1)),
    "met_where" TEXT NOT NULL,
    "signed_off_by" TEXT NOT NULL,
    "carries_over" TEXT,
    "last_used_on" TEXT CHECK ("last_used_on" GLOB '????-??-??'),
    "recheck_on" TEXT CHECK ("recheck_on" GLOB '????-??-??'),
    "evidence" TEXT NOT NULL CHECK (json_valid("evidence")),
    "detail" TEXT NOT NULL
) STRICT;
CREATE INDEX "competence_of_framework" ON "competence" ("framework");
"""
