// A two-page fixture a language -> documents a second on one and two threads, each stage's share, peak memory.
#include <fmt/core.h>
#include <sys/resource.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

#include "base/files.h"
#include "compose/compose.h"
#include "input/load.h"
#include "layout/layout.h"
#include "odt/odt.h"
#include "pdf/pdf.h"

namespace {
using namespace skabelon;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Peak resident memory of this process so far, in MB.
long peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

struct Bench {
  const Catalog& catalog;
  const Data& data;
  const Sources& sources;

  Request request(const std::string& language) const {
    return {"two-pages", "", {language}, Arrangement::stacked, {2026, 3, 1}, {Format::pdf}, false};
  }

  /// Makes `count` PDFs; gives the bytes of the last.
  std::size_t make(const std::string& language, int count) const {
    std::size_t bytes = 0;
    const Request asked = request(language);
    for (int i = 0; i < count; ++i) {
      Sink sink(sources);
      const Document document = compose(catalog, data, asked, language, sink);
      bytes = write_pdf(layout(document, catalog.fonts, sink), false).size();
    }
    return bytes;
  }

  double rate(const std::string& language, int count, unsigned threads) const {
    const auto start = Clock::now();
    {
      std::vector<std::jthread> pool;
      for (unsigned i = 0; i < threads; ++i) pool.emplace_back([&] { make(language, count); });
    }
    return count * threads / seconds_since(start);
  }

  /// Milliseconds a document in compose, layout, PDF and ODT; and the number of pages.
  std::array<double, 5> stages(const std::string& language, int count) const {
    std::array<double, 5> sums{};
    const Request asked = request(language);
    for (int i = 0; i < count; ++i) {
      Sink sink(sources);
      auto start = Clock::now();
      const Document document = compose(catalog, data, asked, language, sink);
      sums[0] += seconds_since(start);
      start = Clock::now();
      const Pages pages = layout(document, catalog.fonts, sink);
      sums[1] += seconds_since(start);
      start = Clock::now();
      write_pdf(pages, false);
      sums[2] += seconds_since(start);
      if (i % 10 == 0) {
        start = Clock::now();
        write_odt(document, page_labels(pages), catalog.fonts);
        sums[3] += 10 * seconds_since(start);
      }
      sums[4] = static_cast<double>(pages.pages.size());
    }
    for (std::size_t k = 0; k < 4; ++k) sums[k] *= 1000.0 / count;
    return sums;
  }
};

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 1000;
  const std::string root = SKABELON_ROOT;
  Sources sources;
  Sink sink(sources);
  const DiskFiles disk(root);
  const MemoryFiles files({{"templates/two-pages.xml", read(root + "/tests/bench/two-pages.xml")}}, &disk);
  const auto start = Clock::now();
  const Catalog catalog = load(files, sources, sink);
  const Data data = load_data(files, catalog, "data/examples/syd.xml", sources, sink);
  if (sink.has_errors()) {
    fmt::print("{}", to_text(sink.diagnostics(), sources));
    return 1;
  }
  fmt::print("loading: {:.0f} ms, {} MB\n", seconds_since(start) * 1000, peak_memory());
  fmt::print("{:4} {:>5} {:>7} | {:>9} {:>9} | {:>8} {:>8} {:>8} {:>8}  (ms a document)\n", "", "pages", "KB",
             "1 thread/s", "2 threads", "compose", "layout", "pdf", "odt");
  const Bench bench{catalog, data, sources};
  for (const auto& [language, locale] : catalog.locales) {
    const std::size_t bytes = bench.make(language, 20);
    const auto stages = bench.stages(language, 200);
    fmt::print("{:4} {:5.0f} {:7.1f} | {:10.0f} {:9.0f} | {:8.3f} {:8.3f} {:8.3f} {:8.3f}\n", language, stages[4],
               static_cast<double>(bytes) / 1024, bench.rate(language, count, 1), bench.rate(language, count, 2),
               stages[0], stages[1], stages[2], stages[3]);
  }
  fmt::print("peak memory after {} documents: {} MB\n", catalog.locales.size() * static_cast<std::size_t>(count) * 3,
             peak_memory());
}
