"""Templates compiled into quicker code than Jinja's own; what they say stays the same.

A record's page asks for four hundred attributes, three hundred escaped texts and eighty words of
the interface, and Jinja serves each through several calls in Python: 0.50 ms a page, against 0.14
with the code that is written here. Our templates need less than Jinja offers, since they are handed
plain values only:

- ``record.title`` is the attribute, not one that may be an item or undefined: a missing one raises;
- a word of the interface is a constant, and joins the HTML around it;
- a text is escaped by the one function in C that does it, without a wrapper around its result;
- a function or macro is called, without asking first whether it wants the context;
- an imported template knows no other globals than all the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from functools import partial
from typing import Any, Final

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]  # in C

Constants = Mapping[str, str | Mapping[str, str]]


def html(value: object) -> str:
    """A value as HTML: escaped, unless it is HTML already."""
    if type(value) is str:
        return escaped(value)
    return value if type(value) is Markup else escape(value)


marked: Final[Callable[[str], Markup]] = partial(str.__new__, Markup)
"""Says of a text that it is HTML. ``Markup`` itself asks first whether it has any of its own."""


class _Constants(NodeTransformer):
    """Puts constants in the place of their names."""

    def __init__(self, constants: Constants) -> None:
        self._constants = constants

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        value = self._constants.get(node.name)
        if isinstance(value, str) and node.ctx == "load":
            return nodes.Const(value, lineno=node.lineno)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        if isinstance(node.node, nodes.Name) and isinstance(node.arg, nodes.Const):
            words = self._constants.get(node.node.name)
            if isinstance(words, Mapping) and node.arg.value in words:
                return nodes.Const(words[node.arg.value], lineno=node.lineno)
        self.generic_visit(node)
        return node


class _QuickGenerator(CodeGenerator):
    """Writes the code of a template. A macro without defaults is a function that answers HTML."""

    environment: QuickEnvironment

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self.writeline(f"from {__name__} import html, marked")
        super().visit_Template(_Constants(self.environment.constants).visit(node), frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if node.kwargs or node.dyn_args or node.dyn_kwargs or forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(").module")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        self.writeline(f"return marked(concat({frame.buffer}))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        asks_more = macro_ref.accesses_kwargs or macro_ref.accesses_varargs
        if macro_ref.node.defaults or asks_more or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
        else:
            self.write("macro")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("html(")


class QuickEnvironment(Environment):
    """Compiles templates in which these names stand for constants: texts, and mappings of such.
    Escaping is always on."""

    code_generator_class = _QuickGenerator

    def __init__(self, constants: Constants, **options: Any) -> None:
        super().__init__(autoescape=True, **options)
        self.constants = constants
        self.globals.update(constants)
        self._loaded: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """A template, which stays as it is for as long as there is the environment."""
        if isinstance(name, Template):
            return name
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = super().get_template(name, parent, globals)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template, which are those of all: a dictionary is soon copied."""
        return {**self.globals, **d} if d else self.globals
