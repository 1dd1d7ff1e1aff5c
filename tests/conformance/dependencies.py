#!/usr/bin/env python3
"""Proves the order of the house: base <- model <- text <- stages <- pipeline <- program, and that each third-party
header stays in its modules. Prints every include that breaks the order; exit code 1 if there is one."""
import pathlib
import re
import sys

STAGES = {"input", "compose", "edit", "layout", "pdf", "odt"}
MAY_INCLUDE = {
    "base": {"base"},
    "model": {"base", "model"},
    "text": {"base", "model", "text"},
    **{stage: {"base", "model", "text", stage} for stage in STAGES},
    "program": {"base", "model", "text", "pipeline", "program", *STAGES},
}
# Third-party headers: pattern -> the modules (or single files) that may include them.
PINNED = {
    r"libxml/": {"input"},
    r"png\.h": {"input"},
    r"pugixml\.hpp": {"input", "compose", "odt", "model/data.h"},
    r"unicode/": {"text", "input", "compose", "layout"},
    r"hb(-.*)?\.h": {"input", "layout", "pdf"},
    r"hyphen\.h": {"layout"},
    r"hpdf.*\.h": {"pdf"},
    r"libdeflate\.h": {"pdf"},
    r"zip\.h": {"odt"},
    r"fmt/": {"text", *STAGES, "program"},
    r"CLI/": {"main.cpp"},
}
STANDARD = re.compile(r"[a-z_]+|c[a-z]+")
SYSTEM = {"unistd.h", "sys/mman.h", "fcntl.h"}


def broken(root: pathlib.Path):
    for path in sorted(root.rglob("*")):
        if path.suffix not in {".h", ".cpp"}:
            continue
        name = path.relative_to(root).as_posix()
        module = name.split("/")[0] if "/" in name else "program"
        if module not in MAY_INCLUDE:
            yield f"{name}: the folder {module} has no place in the order"
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            own = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if own:
                target = own[1].split("/")[0] if "/" in own[1] else "program"
                if own[1] == "pipeline.h":
                    target = "pipeline"
                if target not in MAY_INCLUDE[module]:
                    yield f"{name}:{number}: {module} may not include {own[1]}"
            other = re.match(r"\s*#\s*include\s+<([^>]+)>", line)
            if not other or STANDARD.fullmatch(other[1]) or other[1] in SYSTEM:
                continue
            homes = [places for pattern, places in PINNED.items() if re.match(pattern + r"$" if pattern.endswith("h") or pattern.endswith("hpp") else pattern, other[1])]
            if not homes:
                yield f"{name}:{number}: <{other[1]}> belongs to no module; pin it in tests/conformance/dependencies.py"
            elif module not in homes[0] and name not in homes[0]:
                yield f"{name}:{number}: <{other[1]}> may not be included in {module}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "src")
    problems = list(broken(root))
    print("\n".join(problems) if problems else f"every include under {root.name}/ keeps the order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
