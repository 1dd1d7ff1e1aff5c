"""How well common PDF readers give Arabic and Farsi back: a table of the share of words that come out whole."""
import re
import shutil
import subprocess
import unicodedata

CONTROLS = re.compile("[\u00ad\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
# One form, one agreement and one leaflet stand for all.
DOCUMENTS = ("consent-form", "cooperation-agreement", "leaflet")
# The least share of words a reader must give back, in percent: what was reached when this was written, less one.
LEAST = {"pdftotext": 76, "mutool": 9, "pdf.js": 77, "PDFium": 84}

SCRIPT = """
import fs from 'fs';
const [,, which, file] = process.argv;
const bytes = new Uint8Array(fs.readFileSync(file));
if (which === 'pdf.js') {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await pdfjs.getDocument({ data: bytes, verbosity: 0 }).promise;
  for (let i = 1; i <= pdf.numPages; ++i) {
    const content = await (await pdf.getPage(i)).getTextContent();
    console.log(content.items.map(x => x.str + (x.hasEOL ? '\\n' : '')).join(''));
  }
} else {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  const pdf = await library.loadDocument(bytes);
  for (const page of pdf.pages()) console.log(page.getText());
  pdf.destroy();
  library.destroy();
}
"""


def words_of(text):
    return [w for w in re.split(r"\s+", CONTROLS.sub("", unicodedata.normalize("NFC", text))) if w]


def share(expected, text):
    """Percent of the expected words that stand in the text, each as often as expected."""
    found = {}
    for word in words_of(text):
        found[word] = found.get(word, 0) + 1
    hits = 0
    for word in expected:
        if found.get(word, 0) > 0:
            found[word] -= 1
            hits += 1
    return 100.0 * hits / len(expected)


def command_output(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, encoding="utf-8", errors="replace").stdout


def node_readers(kit):
    """pdf.js and PDFium from npm, fetched once; an empty dictionary and the reason where they cannot be had."""
    if not shutil.which("npm"):
        return {}, "npm is not installed"
    folder = kit.root / "build/extractors"
    if not (folder / "node_modules/pdfjs-dist").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", folder, "pdfjs-dist@4", "@hyzyla/pdfium@2"],
                       capture_output=True)
        if not (folder / "node_modules/pdfjs-dist").exists():
            return {}, "the npm registry could not be reached"
    (folder / "extract.mjs").write_text(SCRIPT, encoding="utf-8")
    return {name: lambda file, name=name: command_output("node", folder / "extract.mjs", name, file) for name in ("pdf.js", "PDFium")}, ""


def print_table(kit):
    readers = {
        "pdftotext": lambda file: command_output("pdftotext", "-enc", "UTF-8", file, "-"),
        "mutool": lambda file: command_output("mutool", "draw", "-q", "-F", "txt", file),
    }
    more, why = node_readers(kit)
    readers.update(more)
    failed = False
    print("share of words given back whole, in percent")
    print(f"{'':34}" + "".join(f"{name:>12}" for name in readers))
    for pdf in kit.files("pdf"):
        document, language = pdf.stem.rsplit(".", 1)
        if document not in DOCUMENTS or language not in ("ar", "fa"):
            continue
        expected = words_of(" ".join(kit.words(pdf)))
        scores = {name: share(expected, reader(pdf)) for name, reader in readers.items()}
        print(f"{pdf.stem:34}" + "".join(f"{score:12.1f}" for score in scores.values()))
        failed |= any(score < LEAST[name] for name, score in scores.items())
    if why:
        print(f"NOT RUN: pdf.js and PDFium ({why})")
    if failed:
        raise SystemExit(1)
