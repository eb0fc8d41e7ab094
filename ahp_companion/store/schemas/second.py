"""The second version: a whole preceptorship, workbooks and the owner’s practice."""

from . import second_people, second_preceptorships, second_workbooks

SECOND = "".join(
    (
        """\
INSERT INTO "search_kind" ("number", "name") VALUES
    (23, 'adjustment'),
    (24, 'agreement'),
    (25, 'preceptor_change'),
    (26, 'updating'),
    (27, 'recheck'),
    (28, 'equivalent'),
    (29, 'contact'),
    (30, 'worksheet'),
    (31, 'workbook_answer'),
    (32, 'theme'),
    (33, 'improvement'),
    (34, 'ending'),
    (35, 'opportunity'),
    (36, 'training'),
    (37, 'scope_sheet'),
    (38, 'scope_line'),
    (39, 'delegation'),
    (40, 'competence_framework'),
    (41, 'competence');
""",
        second_people.TABLES,
        second_preceptorships.TABLES,
        second_workbooks.TABLES,
    )
)
