"""The one exception of this room."""


class BundleError(Exception):
    """Something could not be kept, written or read at all; the message is a whole sentence for the person."""
