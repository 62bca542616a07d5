"""Who is told when a run goes wrong: `make alerts URL=…`, on the server that `PREFECT_API_URL` names.

The URL is one of Apprise's (`mailto://`, `slack://`, `wecombot://` for 企业微信, `dingtalk://` for 钉钉 …),
or `http(s)://`, to which JSON with `title` and `message` is sent. Run again, it replaces what it made before.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Annotated, cast
from urllib.parse import urlsplit
from uuid import UUID

import typer
from apprise import Apprise
from prefect.automations import Automation
from prefect.blocks.notifications import SlackWebhook
from prefect.events.actions import SendNotification
from prefect.events.schemas.automations import EventTrigger, Posture
from pydantic import SecretStr

from flows.build import WITH_PROBLEMS
from flows.report import PROBLEMS, PUBLISHED

BLOCK = "gangyao-alerts"
WENT_WRONG = "gangyao: a run failed, or left documents out"
MISSING = "gangyao: no run ended well"
STATE = "prefect.flow-run."
# A night, and time for the run itself.
WITHIN_HOURS = 26.0


def apprise_url(url: str) -> str:
    """Return `url` as Apprise takes it. Raises typer.BadParameter for what is no address of anybody."""
    plain = {"http": "json", "https": "jsons"}
    scheme = urlsplit(url).scheme
    if Apprise().add(url):
        return url
    if scheme in plain and Apprise().add(f"{plain[scheme]}{url[len(scheme) :]}"):
        return f"{plain[scheme]}{url[len(scheme) :]}"
    raise typer.BadParameter(f"{url!r}: give http(s)://… or a URL of Apprise, as mailto://, slack://")


def went_wrong() -> EventTrigger:
    """Return the trigger of a run that did not end as it should."""
    return EventTrigger(
        expect={f"{STATE}{name}" for name in ("Failed", "Crashed", "TimedOut", WITH_PROBLEMS)},
        match_related={"prefect.resource.role": "flow", "prefect.resource.name": "gangyao*"},
        posture=Posture.Reactive,
        threshold=1,
    )


def missing(hours: float) -> EventTrigger:
    """Return the trigger of `hours` in which no build ended, well or with problems."""
    return EventTrigger(
        expect={f"{STATE}Completed", f"{STATE}{WITH_PROBLEMS}"},
        match_related={"prefect.resource.role": "flow", "prefect.resource.name": "gangyao build"},
        posture=Posture.Proactive,
        threshold=1,
        within=timedelta(hours=hours),
    )


def replace(automation: Automation) -> None:
    """Create an automation, in the place of one of the same name."""
    with suppress(ValueError):  # there is none
        cast(Automation, Automation.read(name=automation.name)).delete()
    automation.create()


def main(
    url: Annotated[str, typer.Argument(help="Who is told: http(s)://… or a URL of Apprise.")],
    hours: Annotated[
        float, typer.Option(min=0.01, help="Tell, too, when no build ended for so long.")
    ] = WITHIN_HOURS,
) -> None:
    """Let a server tell somebody when a run fails, leaves documents out, or does not come."""
    # Of Prefect's own blocks the one that takes any URL of Apprise; the server knows no others.
    block = cast(UUID, SlackWebhook(url=SecretStr(apprise_url(url))).save(BLOCK, overwrite=True))
    told = (
        "{{ flow_run.name }}: {{ flow_run.state.name }}: {{ flow_run.state.message }}\n{{ flow_run|ui_url }}"
    )
    replace(
        Automation(
            name=WENT_WRONG,
            trigger=went_wrong(),
            actions=[SendNotification(block_document_id=block, subject=WENT_WRONG, body=told)],
        )
    )
    since = f"No build of Gangyao ended for {hours:g} hours."
    replace(
        Automation(
            name=MISSING,
            trigger=missing(hours),
            actions=[SendNotification(block_document_id=block, subject=MISSING, body=since)],
        )
    )
    print(f"told from now on: {WENT_WRONG!r}, {MISSING!r} (events of ours: {PUBLISHED}, {PROBLEMS})")


if __name__ == "__main__":
    typer.run(main)
