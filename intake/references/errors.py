"""What goes wrong with requests, ratings and keys."""

from intake.bundle.errors import BundleError


class RatingError(BundleError):
    """A request, a rating or a key that cannot be used; the message says why and what to do."""
