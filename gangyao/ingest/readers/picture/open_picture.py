"""Open a picture, or the pages of a multi-page TIFF, within bounds of size."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from gangyao.ingest.errors import SeedError

Pixels = NDArray[np.uint8]

# A newspaper page (350 x 520 mm) at 300 dpi has 25 million pixels, a sheet of A1 at 300 dpi 70 million. What
# is larger is refused before it is unpacked: three bytes a pixel would be held.
_MOST_PIXELS = 100_000_000
# Nothing is gained by more pixels than this: characters of a newspaper page are 20 pixels high then.
_LONGEST_SIDE = 5_000
_MOST_PAGES = 500


def open_pictures(data: bytes, name: str) -> Iterator[Pixels]:
    """Yield the pages of a picture as RGB arrays of shape (height, width, 3), upright as its camera says.

    Raises SeedError for a picture that is damaged or has more pixels than a page can have.
    """
    try:
        with warnings.catch_warnings():
            # The bound is checked here, with a message that names the file; nothing is unpacked before.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as image:
                _check_size(image, name)
                for number, frame in enumerate(ImageSequence.Iterator(image)):
                    if number == _MOST_PAGES:
                        raise SeedError(
                            name, "", f"has more than {_MOST_PAGES} pages", "cut it into several files"
                        )
                    _check_size(frame, name)
                    yield np.asarray(_shrunk(ImageOps.exif_transpose(frame).convert("RGB")))
    except Image.DecompressionBombError:
        raise _too_large(name, "far too many") from None
    except UnidentifiedImageError:
        # Its own words name an object of ours.
        raise SeedError(
            name, "", "is a damaged picture: nothing that is known begins so", "scan or save it again"
        ) from None
    except (OSError, SyntaxError, ValueError) as error:
        raise SeedError(
            name, "", f"is a damaged picture: {' '.join(str(error).split())[:120]}", "scan or save it again"
        ) from None


def pages_in(data: bytes) -> int:
    """Return how many pages a picture holds that `open_pictures` can open."""
    with Image.open(BytesIO(data)) as image:
        return min(_MOST_PAGES, int(getattr(image, "n_frames", 1)))


def _check_size(image: Image.Image, name: str) -> None:
    width, height = image.size
    if width * height > _MOST_PIXELS:
        raise _too_large(name, f"{width:,} x {height:,}")


def _too_large(name: str, size: str) -> SeedError:
    return SeedError(
        name,
        "",
        f"is a picture of {size} pixels, and at most {_MOST_PIXELS:,} pixels are read",
        "save it smaller: 300 dpi are enough",
    )


def _shrunk(image: Image.Image) -> Image.Image:
    longest = max(image.size)
    if longest <= _LONGEST_SIDE:
        return image
    factor = _LONGEST_SIDE / longest
    return image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.LANCZOS)
