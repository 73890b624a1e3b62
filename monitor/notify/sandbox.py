"""Where templates of users run. The only home of Jinja2.

A template sees what it is given and nothing else: no attribute of anything but our own values, no method, no file
outside its folder. It may neither write without end nor run without end: loops, calls, sizes and time are counted.
What a page says is data here, never a template; and whatever a template prints is escaped for its sink on the way out,
unless we made it for that sink ourselves (`Ready`).
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateNotFound, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import LoopContext, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

#: What one form may come to, in characters; a value on the way may not be longer either.
MAX_OUTPUT = 256 * 1024
#: A template that is longer is another file.
_MAX_SOURCE = 64 * 1024
#: Turns of loops and calls of macros in one rendering, and how long the processor may work on it.
_MAX_STEPS = 50_000
_MAX_SECONDS = 2.0
_MAX_NUMBER = 10**12

#: Those that neither take text for markup nor make much of little.
_FILTERS = frozenset(
    {"abs", "capitalize", "count", "d", "default", "first", "groupby", "int", "last", "length", "list", "lower"}
    | {"map", "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort", "string"}
    | {"sum", "title", "trim", "truncate", "unique", "upper", "wordcount"}
)
_NUMBERS_ONLY = frozenset({"*", "%", "/", "//", "-"})


class TooMuch(SecurityError):
    """A template that would write or run without end."""


class Ready(str):
    """A text that is made for the sink: it is printed as it stands."""

    __slots__ = ()


@dataclass(slots=True)
class _Budget:
    """What is left of one rendering."""

    steps: int = _MAX_STEPS
    ends_at: float = field(default_factory=lambda: time.thread_time() + _MAX_SECONDS)

    def spend(self, steps: int) -> None:
        self.steps -= steps
        if self.steps < 0:
            raise TooMuch(f"more than {_MAX_STEPS} turns of loops and calls")
        if time.thread_time() > self.ends_at:
            raise TooMuch(f"it takes longer than {_MAX_SECONDS:g} seconds")


_budget: ContextVar[_Budget] = ContextVar("budget")


class Sandbox(ImmutableSandboxedEnvironment):
    """The templates of one folder for one sink."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, folder: Path, *, escape: Callable[[str], str], is_html: bool, shown: tuple[type, ...]) -> None:
        """Make a sandbox.

        Args:
            folder: whose files may be used, by name.
            escape: makes any text harmless for the sink.
            is_html: the sink takes HTML.
            shown: classes whose public attributes templates may read.
        """
        super().__init__(
            loader=_Folder(folder),
            autoescape=is_html,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            auto_reload=False,
            finalize=_finalizer(escape, is_html=is_html),
        )
        self._shown = (*shown, LoopContext, TemplateModule, TemplateReference)
        self.globals = {"range": _range}
        self.filters = {name: FILTERS[name] for name in _FILTERS} | _OWN_FILTERS

    def rendered(self, template: Template, values: Mapping[str, Any]) -> str:
        """What a template makes of values.

        Raises:
            TooMuch: it goes beyond its bounds.
            Exception: whatever goes wrong in it.
        """
        token = _budget.set(_Budget())
        try:
            return "".join(_bounded(template.generate(values)))
        finally:
            _budget.reset(token)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """As Jinja2 does, with loops and joined texts counted."""
        tree = super()._parse(source, name, filename)
        _Counting().visit(tree)
        return tree

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Of our own values only: texts, lists and numbers have methods that make much of little."""
        return isinstance(obj, self._shown) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """No formatting of texts: a width makes much of little."""

    def call(self, *arguments: Any, **named: Any) -> Any:
        """Call, and count."""
        _budget.get().spend(1)
        return super().call(*arguments, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Calculate, where the result stays small."""
        if operator == "**" or (operator in _NUMBERS_ONLY and not (_is_number(left) and _is_number(right))):
            raise SecurityError(f'"{operator}" is not for these values')
        return _sized(super().call_binop(context, operator, left, right))


class _Folder(BaseLoader):
    """Files of one folder, by their plain names; what a link leads out of it is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 - the library's signature
        """The text of a file."""
        path = self._folder / template
        if Path(template).name != template or path.resolve().parent != self._folder.resolve():
            raise TemplateNotFound(template, f'"{template}" is not in the folder {self._folder}')
        try:
            with path.open(encoding="utf-8") as file:
                source = file.read(_MAX_SOURCE + 1)
        except OSError as error:
            raise TemplateNotFound(template, f'"{template}" cannot be read: {error.strerror}') from error
        if len(source) > _MAX_SOURCE:
            raise TooMuch(f"{path} is longer than {_MAX_SOURCE} characters")
        return source, str(path), lambda: True


class _Counting(NodeTransformer):
    """Has every loop and every joined text pass our count."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - the library's name
        self.generic_visit(node)
        node.iter = _passed(node.iter, "_counted")
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        return _passed(node, "_sized")


def _passed(node: Any, filter_name: str) -> nodes.Filter:
    passed = nodes.Filter(node, filter_name, [], [], None, None, lineno=node.lineno)
    passed.set_environment(node.environment)
    return passed


def _finalizer(escape: Callable[[str], str], *, is_html: bool) -> Callable[[Any], str]:
    """What every printed value passes."""

    def harmless(value: Any) -> str:
        if isinstance(value, Ready) or (is_html and isinstance(value, Markup)):
            return Markup(value) if is_html else str(value)  # noqa: S704 - made for HTML by us or by the template
        text = escape("" if value is None else str(value))
        return Markup(text) if is_html else text  # noqa: S704 - just escaped

    return harmless


def _bounded(parts: Iterator[str]) -> Iterator[str]:
    length = 0
    for part in parts:
        length += len(part)
        _budget.get().spend(1)
        if length > MAX_OUTPUT:
            raise TooMuch(f"it writes more than {MAX_OUTPUT} characters")
        yield part


def _counted(values: Iterable[Any]) -> list[Any]:
    items = list(values)
    _budget.get().spend(len(items))
    return items


def _sized(value: Any) -> Any:
    """The value, unless it is too large to go on with."""
    if (isinstance(value, str | list | tuple) and len(value) > MAX_OUTPUT) or (
        isinstance(value, int) and abs(value) > _MAX_NUMBER
    ):
        raise TooMuch("a value becomes too large")
    return value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float)


def _range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > _MAX_STEPS:
        raise TooMuch(f"range() of more than {_MAX_STEPS}")
    return numbers


def _replace(text: Any, old: str, new: str) -> str:
    """As Python's; the result is escaped like any other."""
    whole = str(text)
    if len(whole) + whole.count(old) * len(new) > MAX_OUTPUT:
        raise TooMuch("a value becomes too large")
    return whole.replace(old, new)


def _join(values: Iterable[Any], between: str = "") -> str:
    parts = [str(value) for value in values]
    if sum(map(len, parts)) + len(parts) * len(between) > MAX_OUTPUT:
        raise TooMuch("a value becomes too large")
    return between.join(parts)


_OWN_FILTERS: dict[str, Callable[..., Any]] = {
    "_counted": _counted,
    "_sized": _sized,
    "join": _join,
    "replace": _replace,
}
