"""What a configuration file says, as defaults for the options of the commands (click's `default_map`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from citekit.config import Config, ConfigError
from citekit.values.suggestions import did_you_mean
from citekit.writers.files import STDOUT
from citekit.zotero import is_address

Keys = tuple[str, ...]

# How options say what they take: a file (FILE.json, OUT.bib), a number or a word (N|tab).
_PATH = re.compile(r"(?:FILE|FOLDER|OUT)\b")
_NUMBER = re.compile(r"N\b")


def defaults(group: click.Group, context: click.Context, config: Config, without: Keys = ()) -> dict[str, Any]:
    """The defaults for all commands of the group but those `without`. Raises `ConfigError` for the first setting that is not right.

    A setting holds for the command in whose table it stands, or for all below that table which have such an option and take this
    value; the nearer table counts.
    """
    commands = {keys: each for keys, each in _commands(group, context, ()) if keys[0] not in without}
    options = {keys: _options(command) for keys, command in commands.items()}
    made: dict[str, Any] = {}
    for keys, value in sorted(_settings(config.settings, ()), key=lambda setting: len(setting[0])):
        scope = keys if isinstance(value, dict) else keys[:-1]
        below = [each for each in commands if each[: len(scope)] == scope]
        if not below:
            raise _unknown(config, scope, {each[len(scope) - 1] for each in commands if each[:-1] == scope[:-1]})
        if not isinstance(value, dict):
            for each, name, default in _default(config, keys, value, {each: options[each] for each in below}):
                _table(made, each)[name] = default
    return made


def _commands(group: click.Group, context: click.Context, keys: Keys) -> Iterator[tuple[Keys, click.Command]]:
    """Every command that does something, under its words: `("index", "build")`."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group) and command.list_commands(context):
            yield from _commands(command, context, (*keys, name))
        elif command is not None:
            yield (*keys, name), command


def _options(command: click.Command) -> dict[str, click.Option]:
    """The options of a command by their long names, without dashes. Of a pair (`--diff3/--no-diff3`) the first stands for both."""
    return {
        name.removeprefix("--"): each
        for each in command.params
        if isinstance(each, click.Option)
        for name in each.opts
        if name.startswith("--")
    }


def _settings(table: Mapping[str, Any], keys: Keys) -> Iterator[tuple[Keys, Any]]:
    """Every setting under its keys; tables, too."""
    for name, value in table.items():
        yield (*keys, name), value
        if isinstance(value, dict):
            yield from _settings(value, (*keys, name))


def _table(made: dict[str, Any], keys: Keys) -> dict[str, Any]:
    for key in keys:
        made = made.setdefault(key, {})
    return made


def _default(
    config: Config, keys: Keys, value: object, commands: Mapping[Keys, Mapping[str, click.Option]]
) -> Iterator[tuple[Keys, str, object]]:
    """The commands for which a setting holds, the name of the parameter, its default."""
    having = {each: options[keys[-1]] for each, options in commands.items() if keys[-1] in options}
    if not having:
        words = {each[len(keys) - 1] for each in commands if len(each) >= len(keys)}
        if keys[-1] in words:
            raise ConfigError(
                config.file, f"{config.name(*keys)} is a command; write its options under [{config.name(*keys)}]"
            )
        raise _unknown(config, keys, {name for options in commands.values() for name in options} | words)
    wrong = []
    for each, option in having.items():
        try:
            yield each, option.name or "", _taken(option, value, config)
        except click.BadParameter as error:
            wrong.append(error.message)
    if len(wrong) == len(having):
        raise ConfigError(config.file, f"{config.name(*keys)}: {wrong[0]}")


def _unknown(config: Config, keys: Keys, known: set[str]) -> ConfigError:
    meant = did_you_mean(keys[-1], sorted(known))
    return ConfigError(config.file, f"there is no {config.name(*keys)}{meant}; there is {', '.join(sorted(known))}")


def _taken(option: click.Option, value: object, config: Config) -> object:
    """The value as a default of the option. Raises `BadParameter` where the option would not take it."""
    if option.multiple or option.nargs != 1:
        if not isinstance(value, list):
            raise click.BadParameter(f"{_in_toml(value)} is not a list in brackets")
        taken: object = [_one(option, each, config) for each in value]
    else:
        taken = _one(option, value, config)
    option.process_value(click.Context(click.Command(None)), taken)
    return taken


def _one(option: click.Option, value: object, config: Config) -> object:
    kind, said = _KINDS.get(option.type.name, (str, "a text in quotes"))
    if kind is str and _NUMBER.match(option.metavar or "") and type(value) is int:
        value = str(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise click.BadParameter(f"{_in_toml(value)} is not {said}")
    if isinstance(value, str) and value != STDOUT and not is_address(value) and _PATH.match(option.metavar or ""):
        return str(config.file.absolute().parent / Path(value).expanduser())
    return value


def _in_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_in_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


# click's names of types → what TOML has for them.
_KINDS: dict[str, tuple[type | tuple[type, ...], str]] = {
    "boolean": (bool, "true or false"),
    "integer": (int, "a whole number"),
    "integer range": (int, "a whole number"),
    "float": ((int, float), "a number"),
    "float range": ((int, float), "a number"),
}
