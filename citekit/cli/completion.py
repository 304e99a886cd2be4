"""What a shell completes: click's own way, and names of files where click knows nothing better (most of what citekit takes is files)."""

from __future__ import annotations

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)


class _WithFiles(ShellComplete):
    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        found = super().get_completions(args, incomplete)
        return found or [CompletionItem(incomplete, type="file")]


class _Bash(_WithFiles, BashComplete):
    name = "bash"


class _Zsh(_WithFiles, ZshComplete):
    name = "zsh"


class _Fish(_WithFiles, FishComplete):
    name = "fish"


def prepare() -> None:
    """Puts these in the place of click's."""
    for shell in (_Bash, _Zsh, _Fish):
        add_completion_class(shell)
