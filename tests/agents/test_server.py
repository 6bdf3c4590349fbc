"""The server as a client meets it: a process of its own, asked over its standard streams."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from storing import FILES, write
from support import CORPORA, ROOT, environment, program

pytestmark = pytest.mark.slow

HELD = CORPORA / "held"

INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "a test", "version": "1"},
    },
}
INITIALIZED = {"jsonrpc": "2.0", "method": "notifications/initialized"}

NOISY = """
import os, time, warnings
from claimcli.agents import tools
from claimcli.cli import run

def noisy(call, ask=tools.TOOLS["search"].ask):
    print("printed"); os.write(1, b"written\\n"); warnings.warn("warned")
    os.system("echo a child")
    return ask(call)

def slow(call):
    time.sleep(3600)

def faulty(call):
    raise RuntimeError("not meant \\x1b[2J to happen")

told = tools.TOOLS
told["search"] = told["search"]._replace(ask=noisy)
told["check"] = told["check"]._replace(ask=slow)
told["cite"] = told["cite"]._replace(ask=faulty)
run()
"""
"""A server some of whose tools print, do not come to an end, or fail."""


@pytest.fixture(autouse=True)
def installed() -> None:
    if not find_spec("mcp"):
        pytest.skip("the extra 'mcp' is not installed")


@asynccontextmanager
async def session(tmp_path: Path, *line: str) -> AsyncIterator[Any]:
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    command, *arguments = line or program("mcp", "--texts", str(HELD))
    env = environment(tmp_path, "held")
    with (tmp_path / "stderr").open("w", encoding="utf-8") as errors:
        server = StdioServerParameters(command=command, args=arguments, env=env)
        async with (
            stdio_client(server, errlog=errors) as (read, write),
            ClientSession(read, write) as client,
        ):
            await client.initialize()
            yield client


def with_client(
    tmp_path: Path, ask: Callable[[Any], Awaitable[None]], *line: str, timeout: float = 300
) -> None:
    async def main() -> None:
        async with asyncio.timeout(timeout), session(tmp_path, *line) as client:
            await ask(client)

    asyncio.run(main())


def test_every_tool_answers_with_structured_content(tmp_path: Path) -> None:
    async def ask(client: Any) -> None:
        listed = (await client.list_tools()).tools
        assert [tool.name for tool in listed] == [
            *("search", "compare", "show", "list", "check", "verify", "cite")
        ]
        assert all(tool.annotations.read_only_hint for tool in listed)
        for name, arguments, total in (
            ("search", {"query": "toll"}, 1),
            ("compare", {"question": "bridge"}, 9),
            ("show", {"id": "shared"}, 1),
            ("list", {"kind": "sources"}, 5),
            ("check", {"select": ["E"]}, 0),
            ("verify", {}, 8),
            ("cite", {"ids": ["shared"]}, 1),
        ):
            found = await client.call_tool(name, arguments)
            assert not found.is_error, found.content
            assert found.structured_content["total"] == total, name
            assert json.loads(found.content[0].text) == found.structured_content

    with_client(tmp_path, ask)


def test_a_mistake_is_told_to_the_agent(tmp_path: Path) -> None:
    async def ask(client: Any) -> None:
        for name, arguments, said in (
            ("show", {"id": "share"}, "no record 'share'; did you mean 'shared'?"),
            ("search", {"limit": "x"}, "limit is to be a whole number from 0, and is a text"),
            ("serch", {}, "no tool 'serch'; did you mean 'search'?"),
        ):
            found = await client.call_tool(name, arguments)
            assert (found.is_error, found.content[0].text) == (True, said)
            assert found.structured_content is None
        found = await client.call_tool("show", {"id": "x" * 1_000_000})
        assert found.is_error
        assert len(found.content[0].text) < 5_000
        found = await client.call_tool("search", {"query": "a:b"})
        assert found.content[0].text.startswith("no field 'a'\n  a:b\n  ^\nthe fields are: ")

    with_client(tmp_path, ask)


def test_noise_faults_and_calls_that_are_given_up_leave_the_server_working(tmp_path: Path) -> None:
    line = (sys.executable, "-W", "always", "-c", NOISY, "mcp")

    async def ask(client: Any) -> None:
        found = await client.call_tool("search", {"query": "toll"})
        assert found.structured_content["total"] == 1
        failed = await client.call_tool("cite", {"ids": ["shared"]})
        assert (failed.is_error, failed.content[0].text) == (
            True,
            "a fault in claimcli itself: RuntimeError: not meant \\x1b[2J to happen",
        )
        given_up = asyncio.create_task(client.call_tool("check", {}))
        await asyncio.sleep(0.2)
        given_up.cancel()
        several = [client.call_tool("search", {"query": "toll"}) for _ in range(6)]
        assert [one.structured_content for one in await asyncio.gather(*several)] == [
            found.structured_content
        ] * 6

    with_client(tmp_path, ask, *line)
    told = (tmp_path / "stderr").read_text("utf-8")
    assert all(word in told for word in ("printed", "written", "warned", "a child", "RuntimeError"))


def test_the_line_that_the_document_gives_a_client(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "agents.md").read_text("utf-8")
    [configured] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    given = json.loads(configured)["mcpServers"]["claims"]
    assert given["command"] == "claimcli"
    places = {"/home/me/claims": str(HELD), "/home/me/texts": str(HELD)}
    line = program(*(places.get(word, word) for word in given["args"]))

    async def ask(client: Any) -> None:
        found = await client.call_tool("verify", {"limit": 1})
        assert (found.is_error, found.structured_content["total"]) == (False, 8)

    with_client(tmp_path, ask, *line)


def test_the_command_that_the_document_tries(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "agents.md").read_text("utf-8")
    [given] = re.findall(r"^claimcli (mcp .*) < /dev/null", page, re.MULTILINE)
    ran = subprocess.run(
        program(*given.split()),
        cwd=ROOT,
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")


def test_a_corpus_that_changes_while_it_is_served(tmp_path: Path) -> None:
    root = tmp_path / "claims"
    write(root, FILES)

    async def ask(client: Any) -> None:
        async def total() -> int:
            found = await client.call_tool("search", {"limit": 0})
            return int(found.structured_content["total"])

        assert await total() == 3
        path = root / "questions" / "who-built.yaml"
        text = path.read_text("utf-8")
        path.write_text(text.replace("- id: crown-ordered", "- id: [", 1), "utf-8")
        broken = await client.call_tool("search", {})
        assert "`claimcli check` tells why" in broken.structured_content["remarks"][-1]
        path.write_text(text, "utf-8")
        assert await total() == 3

    with_client(tmp_path, ask, *program("mcp", "--corpus", str(root)))


def typed(lines: list[object]) -> str:
    """Lines for a server, with JSON for what is no text."""
    return "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in lines)


def begun(tmp_path: Path, lines: list[object], *line: str) -> subprocess.Popen[str]:
    """A server that was given lines, and waits for more."""
    server = subprocess.Popen(
        line or program("mcp"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(tmp_path),
        text=True,
    )
    assert server.stdin
    server.stdin.write(typed(lines))
    server.stdin.flush()
    return server


def talk(tmp_path: Path, lines: list[object], *line: str) -> subprocess.CompletedProcess[str]:
    """What a server makes of lines that end."""
    return subprocess.run(
        line or program("mcp"),
        input=typed(lines),
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_it_ends_when_its_input_does(tmp_path: Path) -> None:
    ran = talk(tmp_path, [])
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    ran = talk(tmp_path, [INITIALIZE, INITIALIZED])
    assert ran.returncode == 0
    [answer] = [json.loads(line) for line in ran.stdout.splitlines()]
    assert answer["result"]["serverInfo"]["name"] == "claimcli"
    assert "`second_hand`" in answer["result"]["instructions"]


def test_it_ends_in_the_midst_of_a_call(tmp_path: Path) -> None:
    """The call would take an hour."""
    call = {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "check"}}
    line = (sys.executable, "-c", NOISY, "mcp")
    ran = talk(tmp_path, [INITIALIZE, INITIALIZED, call], *line)
    assert ran.returncode == 0
    assert all(json.loads(line)["jsonrpc"] == "2.0" for line in ran.stdout.splitlines())


def test_it_is_served_from_python_from_wherever_it_is_named(tmp_path: Path) -> None:
    code = f"import os; from claimcli.agents.server import serve; os.chdir({str(CORPORA)!r})"
    with begun(tmp_path, [INITIALIZE], sys.executable, "-c", f"{code}; serve('small')") as server:
        assert server.stdin
        assert server.stdout
        assert json.loads(server.stdout.readline())["id"] == 1
        call = {"name": "show", "arguments": {"id": "corpus"}}
        asked = {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": call}
        server.stdin.write(typed([INITIALIZED, asked]))
        server.stdin.flush()
        answer = json.loads(server.stdout.readline())["result"]["structuredContent"]
        server.stdin.close()
    assert answer["rows"][0]["title"] == "A quarrel of two towns"


def test_it_ends_when_it_is_interrupted(tmp_path: Path) -> None:
    with begun(tmp_path, [INITIALIZE]) as server:
        assert server.stdout
        assert json.loads(server.stdout.readline())["id"] == 1
        server.send_signal(signal.SIGINT)
        assert server.wait(300) == -signal.SIGINT


def test_it_ends_when_nobody_takes_the_answers(tmp_path: Path) -> None:
    with begun(tmp_path, [INITIALIZE, INITIALIZED]) as server:
        assert server.stdin
        assert server.stdout
        assert json.loads(server.stdout.readline())["id"] == 1
        server.stdout.close()
        server.stdin.write(typed([{"jsonrpc": "2.0", "id": 2, "method": "tools/list"}]))
        server.stdin.close()
        assert server.wait(300) == 0


def test_lines_that_are_no_messages_do_no_harm(tmp_path: Path) -> None:
    listed = {"jsonrpc": "2.0", "id": 2, "method": "tools/list"}
    broken = ["", "{", "null", '"\\ud800"', "[1]", '{"jsonrpc": "2.0", "id": 9}', "x" * 100_000]
    with begun(tmp_path, [INITIALIZE, INITIALIZED, *broken, listed]) as server:
        assert server.stdin
        assert server.stdout
        answer = next(a for a in map(json.loads, server.stdout) if a.get("id") == 2)
        server.stdin.close()
        assert server.wait(300) == 0
    assert len(answer["result"]["tools"]) == 7


def test_without_a_corpus_it_does_not_begin(tmp_path: Path) -> None:
    ran = talk(tmp_path, [INITIALIZE], *program("mcp", "--corpus", str(tmp_path / "no")))
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "no such directory" in ran.stderr
