"""`geotui when`: what a date phrase means."""

from __future__ import annotations

import argparse
from datetime import datetime

from geotui import dates, settings
from geotui.cli import contract
from geotui.cli.output import put, put_json
from geotui.errors import PhraseError


def when(args: argparse.Namespace) -> int:
    """`geotui when`: exit 2 with a sentence where the phrase is not understood."""
    text = " ".join(args.phrase)
    chosen = settings.load(settings.Locations.of_user().config)
    today = (args.now or datetime.now()).date()  # noqa: DTZ005 - the reader's own day is what phrases mean
    phrase = dates.read_phrase(text, today, chosen)
    if phrase.span is None:
        raise PhraseError(phrase.refusal or f"{text!r} is not a date that geotui understands; try: early feb 2022")
    if args.json:
        put_json(contract.phrase(text, phrase.span, phrase.read_as))
    else:
        put(f"{phrase.span.edtf()}\t{phrase.read_as}")
    return 0
