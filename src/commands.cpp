// Commands -> files, tables, messages.
#include "commands.h"

#include <fmt/format.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <thread>

#include "base/diagnostic.h"
#include "base/files.h"
#include "input/i18n.h"
#include "input/laws.h"
#include "input/load.h"
#include "pipeline.h"
#include "plan.h"
#include "progress.h"

namespace skabelon {
namespace {
namespace fs = std::filesystem;

void print(const Sink& sink) { fmt::print(stderr, "{}", to_text(sink.diagnostics(), sink.sources())); }

/// Loads the catalog; prints and throws when it has errors.
Catalog load_catalog(const Files& files, Sources& sources, Sink& sink) {
  Catalog catalog = load(files, sources, sink);
  sink.throw_if_errors();
  return catalog;
}

/// The kit file of the current folder, under the name it was given by, over the project's files.
Data load_kit(const Files& project, const Catalog& catalog, const std::string& path, Sources& sources, Sink& sink) {
  const MemoryFiles files({{path, DiskFiles(fs::current_path()).read(path, Files::default_limit)}}, &project);
  return load_data(files, catalog, path, sources, sink);
}

/// One document to make, and where it goes.
struct Job {
  Request request;
  std::string stem;  ///< path without the format's extension
  std::unique_ptr<Sink> sink;
};

std::vector<Job> jobs_of(Plan plan, const std::string& out, const Sink& sink) {
  std::vector<Job> jobs;
  for (Request& request : plan.requests) {
    std::string stem = (fs::path(out) / file_stem(request)).string();
    jobs.push_back({std::move(request), std::move(stem), std::make_unique<Sink>(sink.sources())});
  }
  return jobs;
}

/// The element for data/reviews.xml that says: this wording has been read and is right.
void print_review(const Catalog& catalog, const I18nCommand& command, Sink& sink) {
  const Plan known = plan(catalog, {}, {command.template_id, {}, {command.language}, {}, command.date}, sink);
  if (command.language == "da") sink.error({}, "the Danish is the source: there is nothing to review");
  sink.throw_if_errors();
  fmt::print(
      "<review template=\"{}\" language=\"{}\" wording=\"{}\" date=\"{:04}-{:02}-{:02}\">\n"
      "  <reviewer>your name</reviewer>\n</review>\n",
      command.template_id, command.language, catalog.wordings.at(command.template_id).at(command.language),
      command.date.year, command.date.month, command.date.day);
}

/// Which documents the data cannot fill, and what they lack.
void print(const std::vector<LeftOut>& left_out, const std::string& data) {
  for (const LeftOut& one : left_out)
    fmt::print(stderr, "left out: {}{}{}: {} has no {}\n", one.template_id, one.record.empty() ? "" : ".", one.record,
               data, fmt::join(one.missing, ", "));
}

/// One document, or nothing where the sink says what is wrong.
Outputs generated(const Catalog& catalog, const Data& data, const Request& request, Sink& sink) {
  try {
    return generate(catalog, data, request, sink);
  } catch (const InputRejected&) {
    return {};
  }
}

/// Makes one document and writes its files; errors stay in the job's sink and leave no file.
void make(const Job& job, const Catalog& catalog, const Data& data) {
  for (const Output& output : generated(catalog, data, job.request, *job.sink))
    write_whole(job.stem + "." + extension(output.format), output.bytes);
}

/// Makes all jobs on that many threads. What a thread throws is thrown here.
void make_all(const std::vector<Job>& jobs, unsigned threads, const Catalog& catalog, const Data& data) {
  Progress progress(jobs.size(), stderr);
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> failures(threads);
  const auto work = [&](unsigned worker) {
    try {
      for (std::size_t i = next++; i < jobs.size(); i = next++) {
        make(jobs[i], catalog, data);
        progress.step();
      }
    } catch (...) {
      failures[worker] = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> pool;
    for (unsigned worker = 1; worker < threads; ++worker) pool.emplace_back(work, worker);
    work(0);
  }
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

/// Runs `body` with a sink; prints what it holds, whatever happens; 1 when it holds errors.
template <class Body>
int with_sink(Body body) {
  Sources sources;
  Sink sink(sources);
  try {
    body(sources, sink);
  } catch (const InputRejected&) {
    // said in the sink already
  } catch (...) {
    print(sink);
    throw;
  }
  print(sink);
  return sink.has_errors() ? 1 : 0;
}

}  // namespace

int list_templates(const std::string& root) {
  return with_sink([&](Sources& sources, Sink& sink) {
    const Catalog catalog = load_catalog(DiskFiles(root), sources, sink);
    for (const auto& [id, type] : catalog.templates) fmt::print("{}\n", id);
  });
}

int check(const std::string& root, const std::string& data, Date today) {
  return with_sink([&](Sources& sources, Sink& sink) {
    const DiskFiles files(root);
    const Catalog catalog = load_catalog(files, sources, sink);
    if (data.empty()) return;
    const Data loaded = load_kit(files, catalog, data, sources, sink);
    check_laws(loaded, today, sink);
    sink.throw_if_errors();
    const Plan planned = plan(catalog, loaded, {{}, {}, {"all"}, {}, today}, sink);
    print(planned.left_out, data);
    for (const Request& request : planned.requests) {
      Sink own(sources);
      generated(catalog, loaded, request, own);
      sink.take(own);
    }
  });
}

int i18n(const std::string& root, const I18nCommand& command) {
  return with_sink([&](Sources& sources, Sink& sink) {
    const DiskFiles files(root);
    if (command.task == I18nCommand::Task::review) {
      print_review(load_catalog(files, sources, sink), command, sink);
      return;
    }
    if (command.task == I18nCommand::Task::status) {
      fmt::print("{}", i18n_status(files, sources, sink));
      return;
    }
    for (const auto& [path, text] : i18n_extract(files, sources, sink)) {
      if (files.exists(path) && files.read(path, Files::default_limit) == text) continue;
      fs::create_directories((fs::path(root) / path).parent_path());
      write_whole(fs::path(root) / path, text);
      fmt::print("{}\n", path);
    }
  });
}

int render(const std::string& root, const RenderCommand& command) {
  return with_sink([&](Sources& sources, Sink& sink) {
    const DiskFiles files(root);
    const Catalog catalog = load_catalog(files, sources, sink);
    const Data data = load_kit(files, catalog, command.data, sources, sink);
    sink.throw_if_errors();
    Plan planned = plan(
        catalog, data,
        {command.template_id, command.record, command.languages, command.formats, command.date, command.large_print},
        sink);
    sink.throw_if_errors();
    print(planned.left_out, command.data);
    const std::vector<Job> jobs = jobs_of(std::move(planned), command.out, sink);
    fs::create_directories(command.out);
    make_all(jobs, command.jobs, catalog, data);
    for (const Job& job : jobs) sink.take(*job.sink);
  });
}

}  // namespace skabelon
