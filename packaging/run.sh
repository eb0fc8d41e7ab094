#!/bin/sh
# Opens the app; where there is no screen to open it on, does the main job off screen instead.
set -eu
cd "$(dirname "$0")/.."

if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python -m ahp_companion
fi
echo "There is no display here, so a sample portfolio is taken through the main job off screen."
QT_QPA_PLATFORM=offscreen .venv/bin/python -m ahp_companion tour tour/ \
    --sample physiotherapist-audit </dev/null
echo "Every page as a picture: $(pwd)/tour/*.png"
echo "The portfolio as a PDF:  $(pwd)/tour/portfolio.pdf"
