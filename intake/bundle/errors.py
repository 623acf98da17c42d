"""The exceptions of this room."""


class BundleError(Exception):
    """Something could not be kept, written or read at all; the message is a whole sentence for the person."""


class LostFile(BundleError):
    """A kept file is not there, or is not what was attached; `name` is the attachment's in the bundle."""

    def __init__(self, name: str, message: str) -> None:
        """Say `message`."""
        super().__init__(message)
        self.name = name
