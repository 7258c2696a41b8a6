"""The event loops of the main job and of AWS Lambda."""

import asyncio

import uvloop

from app.loops import run


def test_a_job_runs_in_uvloop_and_gives_its_result() -> None:
    async def job() -> object:
        await asyncio.sleep(0)
        return type(asyncio.get_running_loop())

    assert run(job()) is uvloop.Loop
