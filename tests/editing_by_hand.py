"""yaml-language-server over stdio, as an editor speaks to it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

Message = dict[str, Any]

_CAPABILITIES = {"workspace": {"configuration": True}}


class LanguageServer:
    """A running server, told of one schema for all files below a folder."""

    def __init__(self, program: Path, folder: Path, schema: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._asked = self._opened = 0
        self._settings = {"yaml": {"schemas": {schema.as_uri(): "*.yaml"}, "validate": True}}
        self.ask(
            "initialize",
            {"rootUri": folder.as_uri(), "capabilities": _CAPABILITIES, "processId": None},
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()

    def opened(self, text: str) -> tuple[str, list[Message]]:
        """The address of a file that an editor opens, and what the server marks in it."""
        self._opened += 1
        uri = (self._folder / f"{self._opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._next()
            of_it = message.get("params", {})
            is_told = message.get("method") == "textDocument/publishDiagnostics"
            if is_told and of_it["uri"] == uri:
                found: list[Message] = of_it["diagnostics"]
                return uri, found

    def completed(self, text: str) -> list[str]:
        """What is offered where `|` stands in a text."""
        result = self._at("textDocument/completion", text)
        items = result["items"] if isinstance(result, dict) else result
        return [item["label"] for item in items]

    def hovered(self, text: str) -> str:
        """What is shown over the place where `|` stands."""
        result = self._at("textDocument/hover", text)
        contents = result["contents"]
        return str(contents["value"] if isinstance(contents, dict) else contents)

    def _at(self, method: str, text: str) -> Any:
        before, _, after = text.partition("|")
        uri, _ = self.opened(before + after)
        line = before.count("\n")
        place = {"line": line, "character": len(before) - before.rfind("\n") - 1}
        return self.ask(method, {"textDocument": {"uri": uri}, "position": place})

    def ask(self, method: str, parameters: Message) -> Any:
        """The answer to a request."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": parameters})
        while True:
            message = self._next()
            if message.get("id") == self._asked and "method" not in message:
                return message["result"]

    def _tell(self, method: str, parameters: Message) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _next(self) -> Message:
        """The next message; what the server itself asks for is answered on the way."""
        stream = self._process.stdout
        assert stream
        length = 0
        while line := stream.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the language server has ended"
        message: Message = json.loads(stream.read(length))
        if message.get("method") == "workspace/configuration":
            items = message["params"]["items"]
            answer = [self._settings.get(item.get("section", ""), {}) for item in items]
            self._send({"id": message["id"], "result": answer})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message
