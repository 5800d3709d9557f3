"""Check that the training data is the very data that the model card names.

usage: python training/check_data.py --data DIR [--write]

`sums.tsv` pins the SHA-256 of every file that training or the final score reads.
"""

from __future__ import annotations

import argparse
import tomllib
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent


def sums(data: Path) -> dict[str, str]:
    """Return path → SHA-256 for the files of every source."""
    sources = tomllib.loads((HERE / "sources.toml").read_text(encoding="utf-8"))
    files = [f for s in sources.values() for f in sorted((data / s["path"]).rglob("*")) if f.is_file()]
    return {str(f.relative_to(data)): sha256(f.read_bytes()).hexdigest() for f in files}


def main() -> None:
    """Compare with `sums.tsv`, or write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    found, pinned = sums(args.data), HERE / "sums.tsv"
    if args.write:
        pinned.write_text(
            "".join(f"{path}\t{digest}\n" for path, digest in sorted(found.items())), encoding="utf-8"
        )
        return
    wanted = dict(line.split("\t") for line in pinned.read_text(encoding="utf-8").splitlines())
    wrong = [path for path, digest in wanted.items() if found.get(path) != digest]
    for path in wrong:
        print(("differs" if path in found else "missing"), path)
    print(f"{len(wanted) - len(wrong)} files as pinned, {len(wrong)} not")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
