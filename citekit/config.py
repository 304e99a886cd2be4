"""The configuration file: where it is, and what stands in it. Which keys mean something is `citekit.cli.configured`'s to say.

`citekit.toml`, or the table `[tool.citekit]` of a `pyproject.toml`:

    mailto = "me@example.org"     # for every command that has --mailto
    [merge]
    doi = true                    # for citekit merge
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citekit.errors import CitekitError

OWN = "citekit.toml"
SHARED = "pyproject.toml"


class ConfigError(CitekitError):
    """A configuration file cannot be read or says something that citekit does not know."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file}: {reason}")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in `file`. `prefix` is what stands before their names there (`tool.citekit.`)."""

    file: Path
    settings: Mapping[str, Any]
    prefix: str = ""

    def name(self, *keys: str) -> str:
        """How a setting is called in the file: `tool.citekit.merge.doi`."""
        return self.prefix + ".".join(keys)


def find(folder: Path) -> Config | None:
    """The configuration that holds for a folder: its own, else that of the folder above it, and so on.

    The first found counts, and `citekit.toml` before `pyproject.toml`. Nothing is looked for above a folder with `.git` in it.
    Raises `ConfigError`.
    """
    for place in (folder, *folder.parents):
        for file in (place / OWN, place / SHARED):
            if file.is_file() and (found := _read(file)):
                return found
        if (place / ".git").exists():
            return None
    return None


def read(file: Path) -> Config:
    """The configuration in this file. Raises `ConfigError`, also where a `pyproject.toml` has no `[tool.citekit]`."""
    found = _read(file)
    if found is None:
        raise ConfigError(file, "has no table [tool.citekit]")
    return found


def _read(file: Path) -> Config | None:
    try:
        text = file.read_bytes()
    except OSError as error:
        raise ConfigError(file, f"cannot be read ({error.strerror or error})") from error
    shared = file.name == SHARED
    if shared and b"citekit" not in text:
        return None
    import tomllib

    try:
        settings = tomllib.loads(text.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(file, f"is not TOML: {error}") from error
    if not shared:
        return Config(file, settings)
    tools = settings.get("tool", {})
    if "citekit" not in tools:
        return None
    if not isinstance(tools["citekit"], dict):
        raise ConfigError(file, "tool.citekit must be a table: [tool.citekit]")
    return Config(file, tools["citekit"], "tool.citekit.")
