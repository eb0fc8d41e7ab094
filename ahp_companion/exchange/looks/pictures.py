"""Opening a picture: only formats that are meant, and none too large to be held."""

import warnings
from io import BytesIO

from PIL import Image

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "TIFF")
MOST_PIXELS = 40_000_000
TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def opened(contents: bytes) -> Image.Image:
    """Return a picture of which nothing but its head is read yet.

    Raises one of TOO_LARGE above forty million pixels, and whatever Pillow does for what is none.
    For a process of its own: the limit holds for all of it.
    """
    # What is odd beside a picture is no reason not to show it; its size is.
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    return Image.open(BytesIO(contents), formats=FORMATS)
