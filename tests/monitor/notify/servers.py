"""Real servers on loopback that take messages: SMTP in its three modes, and endpoints shaped like known services.

`Post` and `Hook` keep what they are given and do as they are told for each message. Those below them are whole: each
checks what it is given as the service does, and behaves by its mood: a function of the message that says "well",
"silent" (it takes the message and answers nothing), "busy" (try again later), "broken" (an error of its own) or "dead"
(it hangs up).
"""

import asyncio
import json
import re
import socket
import threading
import time
from collections import deque
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

#: Longer than anybody waits for an answer.
SILENCE = 30


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Post:
    """An SMTP server. `mode` is plain, starttls or ssl; `before_answer` is called when a message is in."""

    def __init__(self, mode="plain", context=None, password=None, refuse=None, before_answer=lambda: "250 kept"):
        self.mails, self.envelopes = [], []
        self.refuse, self.before_answer = refuse, before_answer
        options = {}
        if mode == "starttls":
            options = {"tls_context": context, "require_starttls": True}
        if mode == "ssl":
            options = {"ssl_context": context}
        if password:
            options |= {"authenticator": self._check, "auth_required": True, "auth_require_tls": mode == "starttls"}
        self.password = password
        #: The controller wants to know its port before it listens.
        self.port = free_port()
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port, **options)
        self.controller.start()

    def _check(self, server, session, envelope, mechanism, data):
        return AuthResult(success=data.password == self.password.encode(), handled=False)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if self.refuse and address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - as above
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        self.envelopes.append(envelope)
        return self.before_answer()


class Hook:
    """An HTTP endpoint: keeps what it is sent, answers what it is told to (status, headers, body, seconds of delay).

    Without an answer (None) it is silent until it is closed.
    """

    def __init__(self, context=None):
        self.taken, self.answers = [], deque()
        self.usual = (200, {}, "ok", 0)
        self.closing = threading.Event()
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                sent = json.loads(body) if body.startswith(b"{") else None
                taken = SimpleNamespace(path=self.path, headers=self.headers, json=sent, body=body)
                hook.taken.append(taken)
                answer = hook.answer(taken)
                if answer is None:
                    hook.closing.wait()
                    return
                status, headers, words, delay = answer
                time.sleep(delay)
                self.send_response_only(status)
                for name, value in (headers | {"Content-Length": str(len(words))}).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(words.encode())

            do_PUT = do_POST  # noqa: N815 - the base class's name

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request, client_address):
                pass  # a client that gives up or refuses our certificate is what some tests are about

        self.server = Server(("127.0.0.1", 0), Handler)
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()

    def answer(self, taken):
        return self.answers.popleft() if self.answers else self.usual

    def close(self):
        self.closing.set()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


def well(message):
    """The mood of a service that takes what it is given."""
    return "well"


class Mailbox(Post):
    """A mail server with TLS; what it took is in `accepted`: the id and the words of each message."""

    def __init__(self, context, mode="starttls", mood=well):
        self.mood, self.accepted, self.problems = mood, [], []
        super().__init__(mode=mode, context=context)
        self.url = f"mailtos://127.0.0.1:{self.port}?mode={mode}&from=monitor@example.org&to=you@example.org"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        mail = message_from_bytes(envelope.content, policy=policy.default)
        message = (mail["Message-ID"].strip("<>"), mail.get_body(("plain",)).get_content())
        mood = self.mood(message)
        if mood in {"well", "silent"}:
            self.accepted.append(message)
        if mood == "silent":
            await asyncio.sleep(SILENCE)
        if mood == "dead":
            server.transport.close()
        return {"broken": "554 5.3.0 out of order", "busy": "451 4.7.1 try again later"}.get(mood, "250 2.0.0 kept")

    def close(self):
        self.controller.stop()


class Service(Hook):
    """An endpoint of a service; what it took is in `accepted`, what it could not read in `problems`."""

    #: Where the address of a target goes on after host and port, and its scheme with and without TLS.
    rest, schemes = "/", ("jsons", "json")
    thanks = (200, {}, "ok", 0)
    #: Answered to what it cannot read.
    refusal = 400

    def __init__(self, context=None, mood=well, busy_seconds=1):
        self.mood, self.busy_seconds, self.accepted, self.problems = mood, busy_seconds, [], []
        super().__init__(context=context)
        self.url = f"{self.schemes[0 if context else 1]}://127.0.0.1:{self.port}{self.rest}"

    def answer(self, taken):
        if problem := self.problem(taken.path, taken.json or {}):
            self.problems.append(problem)
            return (self.refusal, {}, problem, 0)
        message = (self.id_of(taken), json.dumps(taken.json, ensure_ascii=False))
        mood = self.mood(message)
        if mood in {"well", "silent"}:
            self.accepted.append(message)
        if mood == "dead":
            raise ConnectionAbortedError
        answers = {"silent": None, "busy": self.busy(), "broken": (503, {}, "out of order", 0)}
        return answers.get(mood, self.thanks)

    def id_of(self, taken):
        """What names the message: the header, or the beginning of the id at the end of the words."""
        return taken.headers["Idempotency-Key"] or re.findall(r"Notice ([0-9a-f]{12})", json.dumps(taken.json))[-1]

    def busy(self):
        return (429, {"Retry-After": str(self.busy_seconds)}, "slow down", 0)

    def problem(self, path, sent):
        """What is wrong with a request; None where it is as the service wants it."""
        return None if sent.get("message") and sent.get("title") else "no title or message"


class Slack(Service):
    """Incoming webhooks of Slack: words in sections of blocks or in attachments, at most 3,000 characters each."""

    rest, schemes = "", ("slack", "slack")
    #: What apprise takes for a webhook's tokens.
    tokens = ("T1JJ3T3L2", "A1BRTD4JD", "TIiajkdnlazkcOXrIdevi7FQ")

    def __init__(self, **options):
        super().__init__(**options)
        self.url = f"slack://{'/'.join(self.tokens)}"
        #: In place of https://hooks.slack.com/services, which no target can name.
        self.base = f"https://127.0.0.1:{self.port}/services"

    def problem(self, path, sent):
        if path != "/services/" + "/".join(self.tokens):
            return "no_service"
        parts = (sent, *sent.get("attachments", ()))
        texts = [it["text"]["text"] for part in parts for it in part.get("blocks", ()) if it["type"] == "section"]
        texts += [part["text"] for part in parts if part.get("text")]
        fits = texts and all(0 < len(text) <= 3000 for text in texts)
        return None if fits else "invalid_blocks"


class Mattermost(Service):
    """Incoming webhooks of Mattermost: `text` of at most 16,383 characters."""

    rest, schemes = "/3ccdd113474722377935511fc85d3dd4", ("mmosts", "mmost")

    def problem(self, path, sent):
        if path != f"/hooks{self.rest}":
            return "invalid webhook"
        return None if 0 < len(sent.get("text", "")) <= 16_383 else "Unable to parse incoming data"


class Discord(Service):
    """Webhooks of Discord: `content` of at most 2,000 characters or embeds; 204; says in JSON how long to wait."""

    thanks = (204, {}, "", 0)
    hook = ("4174216298", "JHMHI8qBe7bk2ZwO5U711o3dV_js")

    def __init__(self, **options):
        super().__init__(**options)
        self.url = f"discord://{'/'.join(self.hook)}"
        #: In place of https://discord.com/api/webhooks, which no target can name.
        self.base = f"https://127.0.0.1:{self.port}/api/webhooks"

    def busy(self):
        words = {"message": "You are being rate limited.", "retry_after": float(self.busy_seconds), "global": False}
        return (429, {"Retry-After": str(self.busy_seconds)}, json.dumps(words), 0)

    def problem(self, path, sent):
        if path.partition("?")[0] != "/api/webhooks/" + "/".join(self.hook):
            return json.dumps({"message": "Unknown Webhook", "code": 10015})
        content, embeds = sent.get("content", ""), sent.get("embeds", [])
        fits = len(content) <= 2000 and all(len(it.get("description", "")) <= 4096 for it in embeds)
        return None if fits and (content or embeds) else json.dumps({"code": 50006})


class Ntfy(Service):
    """ntfy: JSON to the root that names a topic; at most 4,096 bytes of words. Answers with what it keeps."""

    rest, schemes = "/topic", ("ntfys", "ntfy")
    thanks = (200, {}, '{"id": "hwQ2YpKdmg", "event": "message", "topic": "topic"}', 0)

    def problem(self, path, sent):
        fits = 0 < len(sent.get("message", "").encode()) <= 4096
        return None if path == "/" and sent.get("topic") == "topic" and fits else '{"code": 40024, "http": 400}'
