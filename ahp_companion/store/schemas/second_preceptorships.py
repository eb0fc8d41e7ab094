"""What the second version adds to a preceptorship, from before its first day to after its last."""

TABLES = """\
CREATE TABLE "adjustment" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "words" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "asked_of" TEXT NOT NULL,
    "in_place_on" TEXT CHECK ("in_place_on" GLOB '????-??-??'),
    "review_on" TEXT CHECK ("review_on" GLOB '????-??-??'),
    "private" INTEGER NOT NULL CHECK ("private" IN (0, 1))
) STRICT;
CREATE INDEX "adjustment_preceptorship" ON "adjustment" ("preceptorship");
CREATE TABLE "agreement" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "agreed_on" TEXT CHECK ("agreed_on" GLOB '????-??-??'),
    "agreed_with" TEXT NOT NULL,
    "is_self_agreed" INTEGER NOT NULL CHECK ("is_self_agreed" IN (0, 1)),
    "clauses" TEXT NOT NULL CHECK (json_valid("clauses")),
    "review_on" TEXT CHECK ("review_on" GLOB '????-??-??'),
    "replaced_on" TEXT CHECK ("replaced_on" GLOB '????-??-??')
) STRICT;
CREATE INDEX "agreement_preceptorship" ON "agreement" ("preceptorship");
CREATE TABLE "preceptor_change" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "from_person" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "to_person" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "why" TEXT NOT NULL,
    "handed_on" TEXT NOT NULL,
    "still_open" TEXT NOT NULL
) STRICT;
CREATE INDEX "preceptor_change_preceptorship" ON "preceptor_change" ("preceptorship");
CREATE INDEX "preceptor_change_from_person" ON "preceptor_change" ("from_person");
CREATE INDEX "preceptor_change_to_person" ON "preceptor_change" ("to_person");
CREATE TABLE "updating" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "kind" TEXT NOT NULL,
    "minutes" INTEGER,
    "words" TEXT NOT NULL,
    "with_whom" TEXT NOT NULL
) STRICT;
CREATE INDEX "updating_preceptorship" ON "updating" ("preceptorship");
CREATE TABLE "recheck" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "words" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "due_on" TEXT CHECK ("due_on" GLOB '????-??-??'),
    "rechecked_on" TEXT CHECK ("rechecked_on" GLOB '????-??-??'),
    "with_whom" TEXT NOT NULL
) STRICT;
CREATE INDEX "recheck_preceptorship" ON "recheck" ("preceptorship");
CREATE TABLE "equivalent" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "words" TEXT NOT NULL,
    "where" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "settled_on" TEXT CHECK ("settled_on" GLOB '????-??-??'),
    "settled_by" TEXT NOT NULL,
    "what_next" TEXT NOT NULL
) STRICT;
CREATE INDEX "equivalent_preceptorship" ON "equivalent" ("preceptorship");
CREATE TABLE "theme" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "words" TEXT NOT NULL,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "heard" TEXT NOT NULL,
    "heard_in" TEXT NOT NULL CHECK (json_valid("heard_in")),
    "what_changed" TEXT NOT NULL,
    "no_change_because" TEXT NOT NULL,
    "closed_on" TEXT CHECK ("closed_on" GLOB '????-??-??')
) STRICT;
CREATE INDEX "theme_preceptorship" ON "theme" ("preceptorship");
CREATE TABLE "improvement" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "theme" TEXT REFERENCES "theme" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "started_on" TEXT CHECK ("started_on" GLOB '????-??-??'),
    "plan" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "value_before" TEXT NOT NULL,
    "value_after" TEXT NOT NULL,
    "did" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "decision" TEXT,
    "decided_on" TEXT CHECK ("decided_on" GLOB '????-??-??'),
    "what_next" TEXT NOT NULL
) STRICT;
CREATE INDEX "improvement_preceptorship" ON "improvement" ("preceptorship");
CREATE INDEX "improvement_theme" ON "improvement" ("theme");
CREATE TABLE "ending" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "reviewed_on" TEXT CHECK ("reviewed_on" GLOB '????-??-??'),
    "strengths_gained" TEXT NOT NULL,
    "doing_next" TEXT NOT NULL,
    "preceptor_words" TEXT NOT NULL,
    "certified_on" TEXT CHECK ("certified_on" GLOB '????-??-??'),
    "thanks" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "none_for_now" TEXT NOT NULL
) STRICT;
CREATE INDEX "ending_preceptorship" ON "ending" ("preceptorship");
CREATE TABLE "opportunity" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "words" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "pillars" TEXT NOT NULL CHECK (json_valid("pillars")),
    "evidence_so_far" TEXT NOT NULL,
    "first_step" TEXT NOT NULL,
    "with_whom" TEXT NOT NULL,
    "due_on" TEXT CHECK ("due_on" GLOB '????-??-??'),
    "done_on" TEXT CHECK ("done_on" GLOB '????-??-??')
) STRICT;
CREATE INDEX "opportunity_preceptorship" ON "opportunity" ("preceptorship");
"""
