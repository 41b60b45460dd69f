"""What can go wrong, by what to do about it."""

from __future__ import annotations

from typing import Any


class JiugaiError(Exception):
    """The parent of all errors of this package."""


class Refused(JiugaiError):
    """The rules or the state say no. The answer is final for this id: after `retry == "later"`, send a new command.

    `problem` is the problem document: `code`, `title`, `detail`, `retry`, `pointers`, and `findings`, each with its rule,
    articles, inputs and values.
    """

    def __init__(self, problem: dict[str, Any]) -> None:
        super().__init__(f"{problem.get('code')}: {problem.get('title')}")
        self.problem = problem

    @property
    def may_come_later(self) -> bool:
        """Whether a fact of another service is still awaited."""
        return self.problem.get("retry") == "later"

    @property
    def stops(self) -> list[dict[str, Any]]:
        """The findings that stand in the way."""
        return [
            finding for finding in self.problem.get("findings", [])
            if finding.get("force") != "advises" and finding.get("result") != "satisfied"
        ]


class Rejected(JiugaiError):
    """The message is wrong in form or authority: `code` of the registry. Sending it again does not help."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


class Unanswered(JiugaiError):
    """No answer came in time. Whether it was carried out is not known: send it again with the same id."""


class FeedBroken(JiugaiError):
    """The feed shows another past than the one that was read: stop reading it and call its operator."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
