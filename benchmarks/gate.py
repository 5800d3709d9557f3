"""The quality gate: run the benchmarks and fail where a figure falls below its pinned floor.

usage: python benchmarks/gate.py [--shared PATH] [NAME …]

`floors.toml` names the commands and the floors. A benchmark prints JSON (its last JSON object is read); a
floor is a dotted path into it. Where the measuring data is absent the gate says so and passes: it is not ours
to ship.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def last_json(output: str) -> dict[str, object]:
    """Return the last JSON object of a command's output."""
    decoder = json.JSONDecoder()
    found: dict[str, object] = {}
    position = output.find("{")
    while position >= 0:
        try:
            value, end = decoder.raw_decode(output, position)
        except json.JSONDecodeError:
            end = position + 1
        else:
            found = value
        position = output.find("{", end)
    return found


def figure(result: dict[str, object], path: str) -> float:
    """Return the number at a dotted path."""
    value: object = result
    for key in path.split("."):
        value = value[key] if isinstance(value, dict) else None
    if not isinstance(value, int | float):
        raise SystemExit(f"gate: the benchmark printed no number at {path!r}")
    return float(value)


def run(gate: dict[str, object], shared: Path) -> list[str]:
    """Run one gate; print each figure beside its bound; return what fell below or rose above it."""
    command = [str(part).replace("{shared}", str(shared)) for part in gate["command"]]  # type: ignore[attr-defined]
    started = time.monotonic()
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        return [f"{gate['name']}: {' '.join(command)} ended with {done.returncode}: {done.stderr[-800:]}"]
    result = last_json(done.stdout)
    faults = []
    for kind, wrong in (("floors", float.__lt__), ("ceilings", float.__gt__)):
        bounds: dict[str, float] = gate.get(kind, {})  # type: ignore[assignment]
        for path, bound in bounds.items():
            value = figure(result, path)
            bad = wrong(value, float(bound))
            print(
                f"{'FAIL' if bad else 'ok  '} {gate['name']} {path} = {value} ({kind[:-1]} {bound})",
                flush=True,
            )
            if bad:
                faults.append(f"{gate['name']}: {path} = {value}, {kind[:-1]} {bound}")
    print(f"     {gate['name']} took {time.monotonic() - started:.0f} s", flush=True)
    return faults


def main() -> None:
    """Run the gates named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("TIDINGS_SHARED", ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=default)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    if not (arguments.shared / "data").is_dir():
        print(f"gate: no measuring data at {arguments.shared}: nothing measured")
        return
    gates = tomllib.loads((ROOT / "benchmarks/floors.toml").read_text(encoding="utf-8"))["gates"]
    chosen = [gate for gate in gates if not arguments.names or gate["name"] in arguments.names]
    faults = [fault for gate in chosen for fault in run(gate, arguments.shared.resolve())]
    if faults:
        raise SystemExit("gate: below the floor\n" + "\n".join(faults))


if __name__ == "__main__":
    main()
