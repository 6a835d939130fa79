"""Reads a calendar from standard input and writes what it understood as JSON: an independent opinion for the tests."""

import json
import sys
from datetime import date, datetime, timezone

from icalendar import Calendar


def instant(value):
    if isinstance(value, datetime):
        return int(value.astimezone(timezone.utc).timestamp())
    assert isinstance(value, date)
    return value.isoformat()


calendar = Calendar.from_ical(sys.stdin.buffer.read())
problems = [str(problem) for problem in getattr(calendar, "errors", [])]
events = []
for event in calendar.walk("VEVENT"):
    problems += [str(problem) for problem in event.errors]
    events.append({
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "start": instant(event["DTSTART"].dt),
        "end": instant(event["DTEND"].dt),
        "title": str(event["SUMMARY"]),
        "status": str(event["STATUS"]),
        "place": str(event["LOCATION"]),
    })
json.dump({"name": str(calendar["NAME"]), "problems": problems, "events": events}, sys.stdout)
