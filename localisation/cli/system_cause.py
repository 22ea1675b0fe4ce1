"""What the operating system says is wrong, in the user's language."""

import errno
import os

from localisation.texts import Texts

SAID = ("ENOENT", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "ENOSPC", "EROFS", "EEXIST", "ENAMETOOLONG", "EIO", "EMFILE")
"""The errors that have words of their own (`cli.cause.<name>`); others are told as the system has them."""
_NAMES = {os.strerror(getattr(errno, name)): name for name in SAID} | {"a folder": "EISDIR"}


def system_cause(cause: str, texts: Texts) -> str:
    """The words of an `OSError` (its `strerror`) in the language of the texts."""
    return texts(f"cli.cause.{_NAMES[cause]}") if cause in _NAMES else cause
