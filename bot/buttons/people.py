"""The buttons of members and invitations, and of forgetting everything."""

from dataclasses import dataclass

from bot.buttons.forms import Checked, Form, Named


@dataclass(frozen=True, slots=True)
class ConfirmForget(Named):
    """Confirm that everything of the chat is deleted."""

    nonce: str


@dataclass(frozen=True, slots=True)
class KeepAll(Named):
    """Keep everything of the chat."""

    nonce: str


@dataclass(frozen=True, slots=True)
class DeleteNow(Named):
    """Delete what was closed, without waiting for its day."""

    nonce: str


@dataclass(frozen=True, slots=True)
class RestoreBudget:
    """Open a budget again that is being forgotten."""


@dataclass(frozen=True, slots=True)
class OldForget:
    """Delete or keep everything, as versions before `ConfirmForget` asked. Never made any more, and never obeyed."""

    word: str

    def __post_init__(self) -> None:
        """Raise ValueError for what no version wrote."""
        if self.word not in {"yes", "no"}:
            raise ValueError(self.word)


@dataclass(frozen=True, slots=True)
class ShowMembers:
    """Show who may use the bot."""


@dataclass(frozen=True, slots=True)
class AskToRemove(Checked):
    """Ask whether a guest is to be removed."""

    user: int


@dataclass(frozen=True, slots=True)
class RemoveMember(Checked):
    """Remove a guest."""

    user: int


@dataclass(frozen=True, slots=True)
class LetIn(Checked):
    """Let somebody use the bot who wrote in a group; ``asked`` orders the question among invitations and removals."""

    user: int
    asked: int


@dataclass(frozen=True, slots=True)
class WithdrawInvitation(Named):
    """Withdraw an open invitation."""

    invitation: str


PeopleButton = (
    ConfirmForget
    | KeepAll
    | DeleteNow
    | RestoreBudget
    | OldForget
    | ShowMembers
    | AskToRemove
    | RemoveMember
    | LetIn
    | WithdrawInvitation
)


FORMS: tuple[Form[PeopleButton], ...] = (
    Form(ConfirmForget, ("f", "y"), (str,)),
    Form(KeepAll, ("f", "n"), (str,)),
    Form(DeleteNow, ("f", "d"), (str,)),
    Form(RestoreBudget, ("f", "r")),
    Form(OldForget, ("f",), (str,)),
    Form(ShowMembers, ("m", "l")),
    Form(AskToRemove, ("m", "a"), (int,)),
    Form(RemoveMember, ("m", "r"), (int,)),
    Form(LetIn, ("m", "i"), (int, int)),
    Form(WithdrawInvitation, ("m", "w"), (str,)),
)
