// A document -> its words, a line a block: what every other reading of it is compared with.
// document_text ROOT DATA TEMPLATE LANGUAGE DATE(YYYY-MM-DD)
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/files.h"
#include "input/load.h"
#include "layout/layout.h"
#include "pipeline.h"

int main(int argc, char** argv) {
  using namespace skabelon;
  if (argc != 6) return 2;
  Sources sources;
  Sink sink(sources);
  try {
    const DiskFiles files(argv[1]);
    const Catalog catalog = load(files, sources, sink);
    const Data data = load_data(files, catalog, argv[2], sources, sink);
    const std::string language = argv[4];
    const std::string day = argv[5];
    Request request{argv[3], "", {language}, Arrangement::stacked, {}, {}, false};
    request.date = {std::atoi(day.substr(0, 4).c_str()), std::atoi(day.substr(5, 2).c_str()),
                    std::atoi(day.substr(8, 2).c_str())};
    if (catalog.templates.at(request.template_id).bilingual && language != "da") request.languages.push_back("da");
    const Document document = assemble(catalog, data, request, sink);
    const Pages pages = layout(document, catalog.fonts, sink);
    for (const std::string& line : plain_text(document, page_labels(pages))) std::puts(line.c_str());
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "%s%s\n", to_text(sink.diagnostics(), sources).c_str(), failure.what());
    return 1;
  }
}
