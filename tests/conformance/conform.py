#!/usr/bin/env python3
"""Judges the rendered kit by other people's tools. `conform.py … PART`; exit code 77: skipped, the reason is printed."""
import argparse
import filecmp
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata

from extraction import print_table

DATE = "2026-03-01"
SKIPPED = 77
# What a text export may hold beside the document's words: numbers, letters and bullets of lists (LibreOffice writes ◦ for
# the inner ones), tick boxes, and the placeholder of an empty box, which LibreOffice puts in angle brackets.
LABEL = re.compile(r"(?:[\d٠-٩۰-۹]+(?:[.)]|\b)|[a-zA-Z]\)|[•–◦☐✂]|\.|<…>)+")
IGNORED = re.compile("[\u00ad\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


def skip(reason):
    print("SKIPPED: " + reason)
    sys.exit(SKIPPED)


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8", errors="replace", **options)


def need(condition, text):
    """Fails the run with `text` unless the condition holds."""
    if not condition:
        print("FAIL: " + text)
        sys.exit(1)


def plain(text):
    return re.sub(r"\s+", " ", IGNORED.sub("", unicodedata.normalize("NFC", text))).strip()


class Kit:
    def __init__(self, options):
        self.program = options.program
        self.document_text = options.document_text
        self.root = pathlib.Path(options.root)
        self.work = pathlib.Path(options.work).resolve()
        self.out = self.work / "kit"
        self.data = self.root / "data/examples/syd.xml"

    def render(self, out, cwd=None, **environment):
        return run(self.program, "kit", "--data", self.data, "--lang", "all", "--format", "pdf,odt", "--out", out,
                   "--date", DATE, "--jobs", "2", cwd=cwd, env={**os.environ, **environment})

    def files(self, kind):
        found = sorted(self.out.glob("*." + kind))
        need(found, f"no {kind} files in {self.out}")
        return found

    def words(self, file):
        """The document's words as the program composed them, a line a block."""
        template, language = file.stem.rsplit(".", 1)
        answer = run(self.document_text, self.root, self.data, template, language, DATE)
        need(answer.returncode == 0, answer.stderr)
        return [line for line in map(plain, answer.stdout.splitlines()) if line]


def render(kit):
    shutil.rmtree(kit.work, ignore_errors=True)
    kit.out.mkdir(parents=True)
    answer = kit.render(kit.out)
    print(answer.stderr)
    need(answer.returncode == 0, f"the program ended with {answer.returncode}")
    templates = run(kit.program, "list").stdout.split()
    expected = {f"{t}.{l}.{f}" for t in templates for l in ("da", "en", "ar", "fa", "ti") for f in ("pdf", "odt")}
    need({file.name for file in kit.out.iterdir()} == expected, "not the files that were expected")
    print(f"{len(expected)} files rendered")


def reproducible(kit):
    again = kit.work / "again"
    shutil.rmtree(again, ignore_errors=True)
    elsewhere = kit.work / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    need(kit.render(again, cwd=elsewhere, LANG="tr_TR.UTF-8", LC_ALL="C", TZ="Asia/Kathmandu").returncode == 0, "second run")
    for file in sorted(kit.out.iterdir()):
        need(filecmp.cmp(file, again / file.name, shallow=False), f"{file.name} differs on the second run")
    print(f"{len(list(kit.out.iterdir()))} files came out the same, byte for byte, from another folder with another LANG and TZ")


def qpdf(kit):
    for file in kit.files("pdf"):
        answer = run("qpdf", "--check", file)
        need(answer.returncode == 0, f"{file.name}: {answer.stdout}{answer.stderr}")
    print(f"qpdf --check: {len(kit.files('pdf'))} of {len(kit.files('pdf'))} clean")


def validators(kit):
    """The folder with the validators' jars, built by Maven once; skips where neither it nor Maven Central is there."""
    source = kit.root / "tests/conformance/validators"
    built = kit.root / "build/validators"
    jar = built / "validators-1.jar"
    sources = [source / "pom.xml", *source.rglob("*.java")]
    if not jar.exists() or jar.stat().st_mtime < max(file.stat().st_mtime for file in sources):
        answer = run("mvn", "-q", "-B", "package", cwd=source)
        if answer.returncode != 0 and not jar.exists():
            if "resolve" in answer.stdout or "transfer" in answer.stdout:
                skip("the validators could not be fetched from Maven Central")
            need(False, answer.stdout)
    return built


def verapdf(kit):
    built = validators(kit)
    answer = run("java", "-cp", f"{built}/validators-1.jar:{built}/lib/*", "Verify", *kit.files("pdf"))
    print(answer.stdout)
    passed = answer.stdout.count("PASS ")
    need(answer.returncode == 0 and passed == 2 * len(kit.files("pdf")), f"veraPDF: {passed} passes")
    print(f"veraPDF: {len(kit.files('pdf'))} of {len(kit.files('pdf'))} pass ua1 and 2a")


# odfvalidator 0.12 says this of every package, whatever its header holds; first_entry looks at the bytes instead.
FALSE_ALARM = "There shall be no extra field for the 'mimetype' file"


def first_entry(odt):
    """ODF 1.3 part 2, 3.3: the package begins with `mimetype`, stored, without an extra field."""
    head = odt.read_bytes()[:38 + 39]
    compression, name_length, extra_length = int.from_bytes(head[8:10], "little"), int.from_bytes(head[26:28], "little"), int.from_bytes(head[28:30], "little")
    need(head[30:38] == b"mimetype" and (compression, name_length, extra_length) == (0, 8, 0), f"{odt.name}: first entry")
    need(head[38:] == b"application/vnd.oasis.opendocument.text", f"{odt.name}: mimetype")


def odf(kit):
    jar = next((validators(kit) / "lib").glob("odfvalidator-*.jar"))
    answer = run("java", "-jar", jar, "-c", "-w", *kit.files("odt"))
    lines = (answer.stdout + answer.stderr).splitlines()
    complaints = [line for line in lines if re.search("Error|Warning|Fatal|Exception", line) and FALSE_ALARM not in line]
    need(not complaints, "\n".join(complaints))
    named = [odt for odt in kit.files("odt") if any(odt.name in line for line in lines)]
    need(len(named) == len(kit.files("odt")), "the validator did not speak of every file:\n" + answer.stdout + answer.stderr)
    for odt in kit.files("odt"):
        first_entry(odt)
    print(f"ODF Validator: {len(kit.files('odt'))} of {len(kit.files('odt'))} clean")


def leftovers(expected, text):
    """Walks through `text` finding every expected line in order; gives what stands between, and the first line lost."""
    at, between = 0, []
    for line in expected:
        found = text.find(line, at)
        if found < 0:
            return between, line
        between.append(text[at:found])
        at = found + len(line)
    between.append(text[at:])
    return between, None


def unexplained(between, furniture):
    left = []
    for piece in between:
        for known in furniture:
            piece = re.sub(known, " ", piece)
        piece = LABEL.sub(" ", piece).strip()
        if piece:
            left.append(piece)
    return left


def page_count(pdf):
    return int(run("qpdf", "--show-npages", pdf).stdout)


def convert(kit, folder, *formats):
    if not shutil.which("soffice"):
        skip("LibreOffice is not installed")
    shutil.rmtree(folder, ignore_errors=True)
    for form in formats:
        answer = run("soffice", f"-env:UserInstallation=file://{kit.work}/profile", "--headless", "--convert-to", form, "--outdir",
                     folder, *kit.files("odt"), timeout=600)
        need(answer.returncode == 0, answer.stderr)


def outline(pdf):
    """The bookmarks of a PDF: depth, title, page, height on the page."""
    entries = []
    for line in run("mutool", "show", pdf, "outline").stdout.splitlines():
        if found := re.match(r'[-+|](\t+)"(.*)"\t#page=(\d+).*,([\d.]+)$', line):
            entries.append((len(found[1]), plain(found[2]), int(found[3]), round(float(found[4]))))
    return entries


def contents(odt):
    """What a table of contents may say: every heading, with and without its number, the longest first."""
    titles = [title for _, title, _, _ in outline(odt.with_suffix(".pdf"))]
    return sorted({form for title in titles for form in (title, re.sub(r"^[\d.]+ ", "", title))}, key=len, reverse=True)


def navigation(kit):
    """Headings stand on the same pages here and in LibreOffice; in documents of more than four pages parts do, and other
    headings are one page away at most."""
    folder = kit.work / "libreoffice"
    problems, moved, compared = [], [], 0
    for odt in kit.files("odt"):
        theirs = outline(folder / (odt.stem + ".pdf"))
        ours = [(depth - 1, *rest) for depth, *rest in outline(odt.with_suffix(".pdf")) if depth > 1]
        if not theirs:
            continue  # a form's clauses have no headings of their own in the ODT
        if [entry[:2] for entry in theirs] != [entry[:2] for entry in ours]:
            problems.append(f"{odt.stem}: other headings in LibreOffice")
            continue
        long = page_count(odt.with_suffix(".pdf")) > 4
        # Parts open pages of their own: all at the same height.
        parts = len({height for depth, _, _, height in ours if depth == 1}) == 1
        for (depth, title, here, _), (_, _, there, _) in zip(ours, theirs):
            compared += 1
            allowed = 1 if long and not (parts and depth == 1) else 0
            if here != there:
                moved.append(f"{odt.stem}: “{title}” on page {here}, in LibreOffice on {there}")
            if abs(here - there) > allowed:
                problems.append(moved[-1])
    print("\n".join(moved))
    need(compared, "no headings were compared")
    need(not problems, "\n".join(problems))
    print(f"navigation: {compared} headings compared, {len(moved)} on another page in LibreOffice, none further than allowed")


def libreoffice(kit):
    """LibreOffice opens every ODT; its PDF has our page count (longer than four pages: at most one more or less); its
    text is the document's."""
    folder = kit.work / "libreoffice"
    convert(kit, folder, "pdf", "txt:Text (encoded):UTF8")
    problems = []
    for odt in kit.files("odt"):
        ours, theirs = page_count(odt.with_suffix(".pdf")), page_count(folder / (odt.stem + ".pdf"))
        print(f"{odt.stem}: {ours} pages, LibreOffice {theirs}")
        if abs(ours - theirs) > (0 if ours <= 4 else 1):
            problems.append(f"{odt.stem}: {ours} pages here, {theirs} in LibreOffice")
        text = plain((folder / (odt.stem + ".txt")).read_text(encoding="utf-8-sig"))
        between, lost = leftovers(kit.words(odt), text)
        if lost is not None:
            problems.append(f"{odt.stem}: LibreOffice's text lacks or misplaces “{lost}”")
        elif left := unexplained(between, [re.escape(title) for title in contents(odt)]):
            problems.append(f"{odt.stem}: LibreOffice's text has more: {left}")
        if nearly_empty(folder / (odt.stem + ".pdf")) > nearly_empty(odt.with_suffix(".pdf")):
            problems.append(f"{odt.stem}: LibreOffice leaves a page after a few lines")
        if cut := latin_words(folder / (odt.stem + ".pdf")) - latin_words(odt.with_suffix(".pdf")):
            problems.append(f"{odt.stem}: LibreOffice cuts words, {', '.join(sorted(cut))} is left")
    need(not problems, "\n".join(problems))
    print(f"LibreOffice: pages and text of {len(kit.files('odt'))} of {len(kit.files('odt'))} agree")


def nearly_empty(pdf):
    """How many pages between the first and the last have four lines of text or fewer, header and footer aside."""
    pages = run("pdftotext", "-layout", pdf, "-").stdout.split("\f")[1:-2]
    return sum(len([line for line in page.splitlines() if line.strip()]) <= 6 for page in pages)


def latin_words(pdf):
    """Names, addresses and laws in Latin letters: on a page of any language they stand whole."""
    text = IGNORED.sub("", re.sub("\u00ad\n|(?<=-)\n", "", run("pdftotext", "-raw", pdf, "-").stdout))
    return set(re.findall(r"[A-Za-zÆØÅæøå@]{4,}", text))


def raw_text(kit):
    """pdftotext -raw gives the words back for the left-to-right languages; hyphens at line ends come as U+00AD."""
    count = 0
    problems = []
    for pdf in kit.files("pdf"):
        if pdf.stem.rsplit(".", 1)[1] not in ("da", "en", "ti"):
            continue
        count += 1
        text = re.sub("\u00ad\n|(?<=-)\n", "", run("pdftotext", "-raw", pdf, "-").stdout)
        title = re.search("^Title: *(.*)$", run("pdfinfo", pdf).stdout, re.M)[1]
        words, body = kit.words(pdf), body_text(text.split("\f"), plain(title))
        _, lost = leftovers(words, body)
        if lost is not None:
            _, gone = leftovers([re.sub(r"\s", "", line) for line in words], re.sub(r"\s", "", body))
            if gone is not None:
                problems.append(f"{pdf.stem}: pdftotext lacks or misplaces “{lost}”")
            else:
                print(f"{pdf.stem}: pdftotext cuts a word in “{lost}”")
    need(not problems, "\n".join(problems))
    print(f"pdftotext -raw: {count} of {count} documents in da, en and ti come back word for word")


def body_text(pages, title):
    """The text of all pages, each without its header, page number and footer: they are painted last."""
    bodies = []
    for page in pages:
        lines = [line for line in map(plain, page.splitlines()) if line]
        foot = next((i for i, line in enumerate(lines) if re.search(r"[,፣] \S+ [0-9a-f]{8}\b", line)), len(lines) + 1) - 1
        if 0 < foot <= len(lines) and lines[foot - 1] == title:
            foot -= 1
        bodies.append("\n".join(lines[:foot]))
    return plain("\n".join(bodies))


def extraction(kit):
    print_table(kit)


def main():
    parts = {f.__name__: f for f in (render, reproducible, qpdf, verapdf, odf, libreoffice, navigation, raw_text, extraction)}
    parser = argparse.ArgumentParser()
    for option in ("--program", "--document-text", "--root", "--work"):
        parser.add_argument(option, required=True)
    parser.add_argument("part", choices=parts)
    options = parser.parse_args()
    parts[options.part](Kit(options))


if __name__ == "__main__":
    main()
