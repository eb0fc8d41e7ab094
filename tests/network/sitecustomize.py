"""Python runs this as it starts wherever this folder is on its path: in the tests' children."""

import os

import watch  # type: ignore[import-not-found]  # found beside this file, on the children's path

if watch.LOG in os.environ:
    watch.watch_this_process()
