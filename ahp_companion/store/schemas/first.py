"""The first version: the file itself, its history, its index, and twenty-two kinds of record."""

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
# ruff: noqa: S608
FIRST = f"""\
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
    (11, 'time_agreement'),
    (12, 'protected_time'),
    (13, 'meeting'),
    (14, 'action'),
    (15, 'reflection'),
    (16, 'addition'),
    (17, 'rated_statement'),
    (18, 'confidence_rating'),
    (19, 'cpd_activity'),
    (20, 'evidence'),
    (21, 'audit_profile'),
    (22, 'gap');
CREATE VIRTUAL TABLE "search" USING fts5 (
    "words",
    content='', contentless_delete=1, detail='column', prefix='1 2 3', tokenize='ascii'
);
INSERT INTO "search" ("search", "rank") VALUES ('hashsize', 8388608), ('automerge', 8);
CREATE TABLE "practitioner" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "profession" TEXT NOT NULL,
    "modality" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "job_title" TEXT NOT NULL,
    "registration_number" TEXT NOT NULL,
    "registered_on" TEXT CHECK ("registered_on" GLOB '????-??-??'),
    "last_renewed_on" TEXT CHECK ("last_renewed_on" GLOB '????-??-??'),
    "nation" TEXT,
    "weekly_minutes" INTEGER,
    "wte_hundredths" INTEGER,
    "route" TEXT,
    "route_words" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "indemnity_provider" TEXT NOT NULL,
    "indemnity_cover" TEXT NOT NULL,
    "indemnity_expires_on" TEXT CHECK ("indemnity_expires_on" GLOB '????-??-??'),
    "indemnity_matches_scope" INTEGER NOT NULL CHECK ("indemnity_matches_scope" IN (0, 1))
) STRICT;
CREATE TABLE "workplace" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "setting" TEXT NOT NULL,
    "job_title" TEXT NOT NULL,
    "started_on" TEXT CHECK ("started_on" GLOB '????-??-??'),
    "ended_on" TEXT CHECK ("ended_on" GLOB '????-??-??'),
    "preceptorship_lead" TEXT NOT NULL,
    "policy_place" TEXT NOT NULL,
    "words" TEXT NOT NULL
) STRICT;
CREATE TABLE "qualification" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "awarded_by" TEXT NOT NULL,
    "level" INTEGER,
    "awarded_on" TEXT CHECK ("awarded_on" GLOB '????-??-??'),
    "expires_on" TEXT CHECK ("expires_on" GLOB '????-??-??'),
    "words" TEXT NOT NULL
) STRICT;
CREATE TABLE "person" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "roles" TEXT NOT NULL CHECK (json_valid("roles")),
    "profession" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "how_met" TEXT NOT NULL,
    "how_often" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "role_clarity" TEXT NOT NULL,
    "words" TEXT NOT NULL
) STRICT;
CREATE TABLE "preceptorship" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "title" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "preceptee_initials" TEXT NOT NULL,
    "preceptee_profession" TEXT NOT NULL,
    "transition" TEXT NOT NULL,
    "transition_words" TEXT NOT NULL,
    "from_setting" TEXT NOT NULL,
    "to_setting" TEXT NOT NULL,
    "workplace" TEXT REFERENCES "workplace" ("id") DEFERRABLE INITIALLY DEFERRED,
    "preceptor" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "supervisor" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "supporters" TEXT NOT NULL CHECK (json_valid("supporters")),
    "started_on" TEXT CHECK ("started_on" GLOB '????-??-??'),
    "length_months" INTEGER NOT NULL,
    "length_reason" TEXT NOT NULL,
    "length_agreed_with" TEXT NOT NULL,
    "length_agreed_on" TEXT CHECK ("length_agreed_on" GLOB '????-??-??'),
    "wte_hundredths" INTEGER,
    "away_months" INTEGER,
    "away_words" TEXT NOT NULL,
    "scales_time" INTEGER NOT NULL CHECK ("scales_time" IN (0, 1)),
    "only_one_here" INTEGER NOT NULL CHECK ("only_one_here" IN (0, 1)),
    "status" TEXT NOT NULL,
    "ended_on" TEXT CHECK ("ended_on" GLOB '????-??-??'),
    "agreed_on" TEXT CHECK ("agreed_on" GLOB '????-??-??'),
    "agreed_with" TEXT NOT NULL,
    "expectations" TEXT NOT NULL,
    "contact_between" TEXT NOT NULL,
    "confidentiality" TEXT NOT NULL,
    "disagreement" TEXT NOT NULL,
    "closing_words" TEXT NOT NULL
) STRICT;
CREATE INDEX "preceptorship_workplace" ON "preceptorship" ("workplace");
CREATE INDEX "preceptorship_preceptor" ON "preceptorship" ("preceptor");
CREATE INDEX "preceptorship_supervisor" ON "preceptorship" ("supervisor");
CREATE TABLE "placement" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "started_on" TEXT CHECK ("started_on" GLOB '????-??-??'),
    "ended_on" TEXT CHECK ("ended_on" GLOB '????-??-??'),
    "has_preceptor" INTEGER NOT NULL CHECK ("has_preceptor" IN (0, 1)),
    "has_supervisor" INTEGER NOT NULL CHECK ("has_supervisor" IN (0, 1)),
    "needs_checked" INTEGER NOT NULL CHECK ("needs_checked" IN (0, 1)),
    "had_induction" INTEGER NOT NULL CHECK ("had_induction" IN (0, 1)),
    "words" TEXT NOT NULL
) STRICT;
CREATE INDEX "placement_preceptorship" ON "placement" ("preceptorship");
CREATE TABLE "milestone" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "due_on" TEXT CHECK ("due_on" GLOB '????-??-??'),
    "held_on" TEXT CHECK ("held_on" GLOB '????-??-??'),
    "words" TEXT NOT NULL
) STRICT;
CREATE INDEX "milestone_preceptorship" ON "milestone" ("preceptorship");
CREATE TABLE "strength" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "words" TEXT NOT NULL,
    "detail" TEXT NOT NULL
) STRICT;
CREATE INDEX "strength_preceptorship" ON "strength" ("preceptorship");
CREATE TABLE "need" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "words" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "layer" TEXT,
    "pillars" TEXT NOT NULL CHECK (json_valid("pillars")),
    "priority" TEXT,
    "how" TEXT NOT NULL,
    "due_on" TEXT CHECK ("due_on" GLOB '????-??-??'),
    "met_on" TEXT CHECK ("met_on" GLOB '????-??-??')
) STRICT;
CREATE INDEX "need_preceptorship" ON "need" ("preceptorship");
CREATE TABLE "objective" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "need" TEXT REFERENCES "need" ("id") DEFERRABLE INITIALLY DEFERRED,
    "title" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "pillars" TEXT NOT NULL CHECK (json_valid("pillars")),
    "priority" TEXT,
    "due_on" TEXT CHECK ("due_on" GLOB '????-??-??'),
    "state" TEXT NOT NULL,
    "reached_on" TEXT CHECK ("reached_on" GLOB '????-??-??'),
    "review" TEXT NOT NULL
) STRICT;
CREATE INDEX "objective_preceptorship" ON "objective" ("preceptorship");
CREATE INDEX "objective_need" ON "objective" ("need");
CREATE TABLE "time_agreement" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "whose" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "per" TEXT NOT NULL,
    "from_on" TEXT CHECK ("from_on" GLOB '????-??-??'),
    "to_on" TEXT CHECK ("to_on" GLOB '????-??-??'),
    "agreed_with" TEXT NOT NULL,
    "words" TEXT NOT NULL
) STRICT;
CREATE INDEX "time_agreement_preceptorship" ON "time_agreement" ("preceptorship");
CREATE TABLE "protected_time" (
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "whose" TEXT NOT NULL,
    "on" TEXT CHECK ("on" GLOB '????-??-??'),
    "kind" TEXT NOT NULL,
    "planned_minutes" INTEGER NOT NULL,
    "taken_minutes" INTEGER NOT NULL,
    "lost_minutes" INTEGER NOT NULL,
    "lost_reason" TEXT NOT NULL,
    "is_own_time" INTEGER NOT NULL CHECK ("is_own_time" IN (0, 1)),
    "used_for" TEXT NOT NULL
) STRICT;
CREATE INDEX "protected_time_preceptorship" ON "protected_time" ("preceptorship");
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
CREATE INDEX "cpd_activity_listed" ON "cpd_activity" (
    "started_on", "_place", "learning_type", "pillars", "is_chosen", "private"
);
CREATE INDEX "cpd_activity_unfinished" ON "cpd_activity" ("started_on") WHERE {UNFINISHED};
CREATE INDEX "reflection_on" ON "reflection" ("on");
CREATE INDEX "meeting_held_on" ON "meeting" ("held_on");
CREATE INDEX "protected_time_on" ON "protected_time" ("on");
"""
