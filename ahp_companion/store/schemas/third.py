"""The third version: the profile and its versions, what left, what was set aside."""

THIRD = """\
INSERT INTO "search_kind" ("number", "name") VALUES
    (42, 'profile_version'),
    (43, 'dismissal'),
    (44, 'watched_name'),
    (45, 'export');
ALTER TABLE "cpd_activity" ADD COLUMN
    "objective" TEXT REFERENCES "objective" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "cpd_activity" ADD COLUMN "brought_along" TEXT NOT NULL DEFAULT '';
CREATE INDEX "cpd_activity_objective" ON "cpd_activity" ("objective");
ALTER TABLE "evidence" ADD COLUMN "in_profile" TEXT NOT NULL DEFAULT 'as-linked';
ALTER TABLE "evidence" ADD COLUMN
    "standards" TEXT NOT NULL DEFAULT '[]' CHECK (json_valid("standards"));
ALTER TABLE "audit_profile" ADD COLUMN "cpd_number" TEXT NOT NULL DEFAULT '';
ALTER TABLE "audit_profile" ADD COLUMN
    "called_on" TEXT CHECK ("called_on" GLOB '????-??-??');
ALTER TABLE "audit_profile" ADD COLUMN "due_on" TEXT CHECK ("due_on" GLOB '????-??-??');
ALTER TABLE "audit_profile" ADD COLUMN
    "audited_from_on" TEXT CHECK ("audited_from_on" GLOB '????-??-??');
ALTER TABLE "audit_profile" ADD COLUMN
    "renewal_opens_on" TEXT CHECK ("renewal_opens_on" GLOB '????-??-??');
ALTER TABLE "audit_profile" ADD COLUMN
    "renewal_closes_on" TEXT CHECK ("renewal_closes_on" GLOB '????-??-??');
ALTER TABLE "audit_profile" ADD COLUMN "arranged_by" TEXT NOT NULL DEFAULT 'activity';
ALTER TABLE "audit_profile" ADD COLUMN "marked_with" TEXT NOT NULL DEFAULT 'name';
CREATE TABLE "profile_version" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "words" TEXT NOT NULL,
    "practice_summary" TEXT NOT NULL,
    "personal_statement" TEXT NOT NULL,
    "activities" TEXT NOT NULL CHECK (json_valid("activities")),
    "evidence" TEXT NOT NULL CHECK (json_valid("evidence")),
    "asked" TEXT NOT NULL,
    "answer" TEXT NOT NULL
) STRICT;
CREATE TABLE "dismissal" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "about" TEXT NOT NULL CHECK (json_valid("about")),
    "kind" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "on" TEXT CHECK ("on" GLOB '????-??-??')
) STRICT;
CREATE TABLE "watched_name" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL
) STRICT;
CREATE TABLE "export" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "at" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "to_whom" TEXT NOT NULL,
    "from_on" TEXT CHECK ("from_on" GLOB '????-??-??'),
    "to_on" TEXT CHECK ("to_on" GLOB '????-??-??'),
    "included_private" INTEGER NOT NULL CHECK ("included_private" IN (0, 1)),
    "held" TEXT NOT NULL CHECK (json_valid("held")),
    "files" TEXT NOT NULL CHECK (json_valid("files")),
    "size" INTEGER NOT NULL
) STRICT;
CREATE TABLE "evidence_look" (
    "sha256" TEXT PRIMARY KEY,
    "by" INTEGER NOT NULL,
    "pages" INTEGER,
    "words" TEXT NOT NULL,
    "properties" TEXT NOT NULL CHECK (json_valid("properties")),
    "picture" BLOB
) STRICT;
"""
