"""The one base of every error that tells a user that their data is wrong."""


class DataError(ValueError):
    """Input that cannot be used. The message names the file, the place and the remedy, in one line."""
