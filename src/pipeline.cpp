// Catalog + Data + Request -> files' bytes.
#include "pipeline.h"

#include <array>

#include "compose/compose.h"
#include "edit/pair.h"
#include "layout/layout.h"
#include "odt/odt.h"
#include "pdf/pdf.h"

namespace skabelon {
namespace {

struct Writer {
  Format format;
  const char* extension;
  std::string (*write)(const Request&, const Document&, const Pages&, const FontSet&);
};

/// The table of writers: a new format is a row here and a folder in src/.
constexpr std::array writers{
    Writer{Format::pdf, "pdf",
           [](const Request& request, const Document&, const Pages& pages, const FontSet&) {
             return write_pdf(pages, request.plain);
           }},
    Writer{Format::odt, "odt",
           [](const Request&, const Document& document, const Pages& pages, const FontSet& fonts) {
             return write_odt(document, page_labels(pages), fonts);
           }},
};

const Writer& writer_of(Format format) {
  for (const Writer& writer : writers)
    if (writer.format == format) return writer;
  throw Error(Error::Kind::machine, "no writer for this format");
}

}  // namespace

const char* extension(Format format) { return writer_of(format).extension; }

Document assemble(const Catalog& catalog, const Data& data, const Request& request, Sink& sink) {
  Document document = compose(catalog, data, request, request.languages.at(0), sink);
  if (request.languages.size() < 2) return document;
  Document other = compose(catalog, data, request, request.languages.at(1), sink);
  sink.throw_if_errors();
  return pair(std::move(document), std::move(other), request.arrangement, sink);
}

Outputs generate(const Catalog& catalog, const Data& data, const Request& request, Sink& sink) {
  const Document document = assemble(catalog, data, request, sink);
  sink.throw_if_errors();
  const Pages pages = layout(document, catalog.fonts, sink);
  sink.throw_if_errors();
  Outputs outputs;
  for (const Format format : request.formats)
    outputs.push_back({format, writer_of(format).write(request, document, pages, catalog.fonts)});
  return outputs;
}

}  // namespace skabelon
