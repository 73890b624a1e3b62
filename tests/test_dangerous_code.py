"""Values reach SQL as bound parameters alone, and nothing that is read becomes code."""

import ast
from pathlib import Path

import pytest

import storage

#: Where the program is: the checkout, or what a wheel installed.
ROOT = Path(storage.__file__).resolve().parents[1]
FILES = sorted(path for room in ("config", "monitor", "spiders", "storage") for path in (ROOT / room).rglob("*.py"))
#: What makes code or objects of what it reads.
MODULES = {"pickle", "cPickle", "marshal", "shelve", "dill", "jsonpickle", "yaml", "xmlrpc", "code", "codeop"}
CALLS = {"eval", "exec", "compile", "__import__"}
#: Where SQL is said as a text, by the name of the function.
SQL = {"text", "exec_driver_sql", "executescript", "execute", "literal_column"}
#: SQL that is put together, of names of our own tables and of constants alone: by file, how often.
PUT_TOGETHER = {
    "storage/migrating.py": 1,  # TRUNCATE of all our tables
    "storage/contents.py": 1,  # a backup's tables, by names of word characters
    "storage/staging.py": 1,  # tables of our own migrations
    "storage/statistics.py": 1,  # our own names of outcomes
}
#: Asks for the library's version, to show it.
SHOWS_VERSIONS = "monitor/telemetry/installed.py"


def called(node):
    """The name that a call is made by."""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", None)


def nodes(path, kind):
    return [it for it in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(it, kind)]


def imported(path):
    for node in nodes(path, ast.Import):
        yield from (it.name.partition(".")[0] for it in node.names)
    for node in nodes(path, ast.ImportFrom):
        yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda it: str(it.relative_to(ROOT)))
def test_nothing_that_is_read_becomes_code_or_a_shell(path):
    assert set(imported(path)) & MODULES == set()
    calls = nodes(path, ast.Call)
    assert [it.lineno for it in calls if isinstance(it.func, ast.Name) and it.func.id in CALLS] == []
    assert [it.lineno for it in calls if called(it) in {"system", "popen"} and not isinstance(it.func, ast.Name)] == []
    shells = [k for it in calls for k in it.keywords if k.arg == "shell"]
    assert [it for it in shells if not (isinstance(it.value, ast.Constant) and it.value.value is False)] == []


def is_put_together(value):
    """Whether a text is made of parts at run time."""
    if isinstance(value, ast.JoinedStr):
        return any(isinstance(it, ast.FormattedValue) for it in value.values)
    if isinstance(value, ast.BinOp):
        return isinstance(value.op, ast.Add | ast.Mod) and not isinstance(value.left, ast.Attribute)
    made = isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr
    return made == "format" or (made == "join" and isinstance(value.func.value, ast.Constant))


def test_sql_is_never_put_together_of_values():
    found = {}
    for path in FILES:
        if "migrations" in path.parts:
            continue  # they take nothing but what the release before wrote
        name = str(path.relative_to(ROOT))
        many = sum(called(it) in SQL and bool(it.args) and is_put_together(it.args[0]) for it in nodes(path, ast.Call))
        if many and (name.startswith("storage/") or "sql" in path.read_text(encoding="utf-8").lower()):
            found[name] = many
    assert found == PUT_TOGETHER


def test_no_room_but_storage_says_sql():
    outside = [it for it in FILES if "storage" not in it.parts]
    speaking = [it for it in outside if {"sqlalchemy", "sqlite3", "psycopg", "alembic"} & set(imported(it))]
    assert {str(it.relative_to(ROOT)) for it in speaking} <= {SHOWS_VERSIONS}


@pytest.mark.parametrize(
    "code", ['f"SELECT {x}"', '"SELECT " + x', '"SELECT %s" % x', '"{}".format(x)', '", ".join(x)']
)
def test_sql_that_is_put_together_is_found(code):
    assert is_put_together(ast.parse(code, mode="eval").body)
