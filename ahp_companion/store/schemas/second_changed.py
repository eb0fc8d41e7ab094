"""The tables that have more columns in the second version than in the first."""

from .first import UNFINISHED

# Each with the columns it has now; a place stays a record's own, for its entry leads there by it.
CHANGED = {
    "practitioner": """(
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
    "preceptor_minutes" INTEGER,
    "indemnity_provider" TEXT NOT NULL,
    "indemnity_cover" TEXT NOT NULL,
    "indemnity_expires_on" TEXT CHECK ("indemnity_expires_on" GLOB '????-??-??'),
    "indemnity_matches_scope" INTEGER NOT NULL CHECK ("indemnity_matches_scope" IN (0, 1))
) STRICT""",
    "workplace": """(
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "setting" TEXT NOT NULL,
    "job_title" TEXT NOT NULL,
    "started_on" TEXT CHECK ("started_on" GLOB '????-??-??'),
    "ended_on" TEXT CHECK ("ended_on" GLOB '????-??-??'),
    "preceptorship_lead" TEXT NOT NULL,
    "policy_place" TEXT NOT NULL,
    "words" TEXT NOT NULL
) STRICT""",
    "preceptorship": """(
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
    "back_up" TEXT REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
    "supporters" TEXT NOT NULL CHECK (json_valid("supporters")),
    "started_on" TEXT CHECK ("started_on" GLOB '????-??-??'),
    "length_months" INTEGER NOT NULL,
    "length_reason" TEXT NOT NULL,
    "length_agreed_with" TEXT NOT NULL,
    "length_agreed_on" TEXT CHECK ("length_agreed_on" GLOB '????-??-??'),
    "wte_hundredths" INTEGER,
    "away_months" INTEGER,
    "away_words" TEXT NOT NULL,
    "practised_years" INTEGER,
    "scales_time" INTEGER NOT NULL CHECK ("scales_time" IN (0, 1)),
    "only_one_here" INTEGER NOT NULL CHECK ("only_one_here" IN (0, 1)),
    "status" TEXT NOT NULL,
    "ended_on" TEXT CHECK ("ended_on" GLOB '????-??-??'),
    "follows" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "closing_words" TEXT NOT NULL
) STRICT""",
    "strength": """(
    "_place" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE,
    "preceptorship" TEXT REFERENCES "preceptorship" ("id") DEFERRABLE INITIALLY DEFERRED,
    "words" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "from_away" INTEGER NOT NULL CHECK ("from_away" IN (0, 1))
) STRICT""",
    "meeting": """(
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
) STRICT""",
    "cpd_activity": """(
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
) STRICT""",
}
INDEXES = f"""\
CREATE INDEX "preceptorship_workplace" ON "preceptorship" ("workplace");
CREATE INDEX "preceptorship_preceptor" ON "preceptorship" ("preceptor");
CREATE INDEX "preceptorship_supervisor" ON "preceptorship" ("supervisor");
CREATE INDEX "preceptorship_back_up" ON "preceptorship" ("back_up");
CREATE INDEX "preceptorship_follows" ON "preceptorship" ("follows");
CREATE INDEX "strength_preceptorship" ON "strength" ("preceptorship");
CREATE INDEX "meeting_preceptorship" ON "meeting" ("preceptorship");
CREATE INDEX "meeting_milestone" ON "meeting" ("milestone");
CREATE INDEX "cpd_activity_preceptorship" ON "cpd_activity" ("preceptorship");
CREATE INDEX "cpd_activity_listed" ON "cpd_activity" (
    "started_on", "_place", "learning_type", "pillars", "is_chosen", "private"
);
CREATE INDEX "cpd_activity_unfinished" ON "cpd_activity" ("started_on") WHERE {UNFINISHED};
CREATE INDEX "meeting_held_on" ON "meeting" ("held_on");
"""
