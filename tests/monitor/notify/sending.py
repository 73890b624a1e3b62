"""A program that sends until it is killed, once for each line of its standard input.

Its one argument is JSON: see `senders.Senders`. For each line it prints the process that sends, and then what that one
ended with.
"""

import asyncio
import json
import os
import sys
import time
from datetime import datetime, timedelta

from apprise.plugins.discord import NotifyDiscord
from apprise.plugins.slack import NotifySlack

from config.settings import Settings
from monitor.notify import delivery
from monitor.notify.sender import Sender
from storage.database import Database

TOLD = json.loads(sys.argv[1])
#: The sender is told so often that there may be news, as the daemon tells it of those that it finds.
NEWS_SECONDS = 0.2


def now():
    clock = TOLD["clock"]
    passed = timedelta(seconds=(time.monotonic() - clock["zero"]) * clock["speed"])
    return datetime.fromisoformat(clock["begin"]) + passed


async def serve(database):
    news = asyncio.Event()
    sending = asyncio.create_task(
        Sender(database, Settings.model_validate(TOLD["settings"]), woken=news, now=now).serve()
    )
    while not sending.done():
        news.set()
        await asyncio.sleep(NEWS_SECONDS)
    sending.result()


def live():
    database = Database.open(TOLD["url"])
    asyncio.run(serve(database))


def say(number):
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


delivery.apprise.Apprise.instantiate("json://127.0.0.1")  # it looks for its services once
NotifySlack.webhook_url = TOLD["bases"].get("slack")
NotifyDiscord.notify_url = TOLD["bases"].get("discord")
for _ in sys.stdin:
    child = os.fork()
    if child == 0:
        try:
            live()
        finally:
            os._exit(1)
    say(child)
    say(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
