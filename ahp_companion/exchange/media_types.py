"""What sort of file a name stands for; the same on every computer, unlike the system's own list."""

from pathlib import PurePath

from ..domain.file_kinds import FileKind, file_kind

MEDIA_TYPES = {
    ".bmp": "image/bmp",
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docm": "application/vnd.ms-word.document.macroEnabled.12",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
    ".gif": "image/gif",
    ".heic": "image/heic",
    ".heif": "image/heic",
    ".htm": "text/html",
    ".html": "text/html",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".m4a": "audio/mp4",
    ".md": "text/markdown",
    ".mov": "video/quicktime",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".rtf": "text/rtf",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".txt": "text/plain",
    ".wav": "audio/wav",
    ".webp": "image/webp",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
# Whose bytes look alike: here the name knows more.
LETTERS = frozenset({FileKind.TEXT, FileKind.OTHER, FileKind.ZIP, FileKind.OLD_OFFICE})


def media_type(file_name: str) -> str:
    """Return the media type of a file by the end of its name."""
    return MEDIA_TYPES.get(PurePath(file_name).suffix.lower(), "application/octet-stream")


def media_type_of(contents: bytes, file_name: str) -> str:
    """Return the media type of a file by its bytes; by its name where they do not say."""
    kind = file_kind(contents)
    if kind in LETTERS and PurePath(file_name).suffix.lower() in MEDIA_TYPES:
        return media_type(file_name)
    return str(kind.value)
