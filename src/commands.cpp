// Commands -> files, tables, messages.
#include "commands.h"

#include <fmt/format.h>

#include <algorithm>
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

/// The languages asked for, "all" expanded in the catalog's order; an unknown one is an error.
std::vector<std::string> expand(const std::vector<std::string>& asked, const Catalog& catalog, Sink& sink) {
  std::vector<std::string> known;
  for (const auto& [tag, locale] : catalog.locales) known.push_back(tag);
  std::vector<std::string> languages;
  for (const std::string& tag : asked) {
    if (tag == "all") {
      languages.insert(languages.end(), known.begin(), known.end());
    } else if (std::find(known.begin(), known.end(), tag) != known.end()) {
      languages.push_back(tag);
    } else {
      sink.error({}, "there is no language “" + tag + "”",
                 {{{}, fmt::format("there are: {}", fmt::join(known, ", "))}});
    }
  }
  std::sort(languages.begin(), languages.end());
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  return languages;
}

/// The records a template is made for: the one asked for, else each there is; {""} where it is made once.
std::vector<std::string> records(const Template& type, const Data& data, const RenderCommand& command) {
  if (!command.record.empty() || type.record.empty()) return {command.record};
  const auto found = data.records.find(type.record);
  const bool several = found != data.records.end() && found->second.size() > 1;
  if (several && command.template_id.empty()) return found->second;
  return {std::string()};
}

std::vector<Job> plan(const RenderCommand& command, const Catalog& catalog, const Data& data, Sink& sink) {
  std::vector<std::string> templates;
  for (const auto& [id, type] : catalog.templates) templates.push_back(id);
  if (!command.template_id.empty() && !catalog.templates.contains(command.template_id)) {
    std::vector<Note> notes;
    if (const std::string near = nearest(command.template_id, templates); !near.empty())
      notes.push_back({{}, "did you mean “" + near + "”?"});
    sink.error({}, "there is no template “" + command.template_id + "”", std::move(notes));
  }
  const std::vector<std::string> languages = expand(command.languages, catalog, sink);
  sink.throw_if_errors();
  if (!command.template_id.empty()) templates = {command.template_id};
  std::vector<Job> jobs;
  for (const std::string& id : templates) {
    const Template& type = catalog.templates.at(id);
    for (const std::string& record : records(type, data, command)) {
      for (const std::string& language : languages) {
        Request request{id, record, {language}, Arrangement::stacked, command.date, command.formats, false};
        if (type.bilingual && language != "da") request.languages.push_back("da");
        const std::string name = id + (record.empty() ? "" : "." + record) + "." + language;
        jobs.push_back(
            {std::move(request), (fs::path(command.out) / name).string(), std::make_unique<Sink>(sink.sources())});
      }
    }
  }
  return jobs;
}

/// Makes one document and writes its files; errors stay in the job's sink and leave no file.
void make(const Job& job, const Catalog& catalog, const Data& data) {
  try {
    for (const Output& output : generate(catalog, data, job.request, *job.sink))
      write_whole(job.stem + "." + extension(output.format), output.bytes);
  } catch (const InputRejected&) {
    // said in the sink already
  }
}

/// Makes all jobs on that many threads. What a thread throws is thrown here.
void make_all(const std::vector<Job>& jobs, unsigned threads, const Catalog& catalog, const Data& data) {
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> failures(threads);
  const auto work = [&](unsigned worker) {
    try {
      for (std::size_t i = next++; i < jobs.size(); i = next++) make(jobs[i], catalog, data);
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
    RenderCommand command;
    command.data = data;
    command.languages = {"all"};
    command.date = today;
    for (const Job& job : plan(command, catalog, loaded, sink)) {
      generate(catalog, loaded, job.request, *job.sink);
      sink.take(*job.sink);
    }
  });
}

int i18n(const std::string& root, const I18nCommand& command) {
  return with_sink([&](Sources& sources, Sink& sink) {
    const DiskFiles files(root);
    if (!command.extract) {
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
    const std::vector<Job> jobs = plan(command, catalog, data, sink);
    fs::create_directories(command.out);
    make_all(jobs, command.jobs, catalog, data);
    for (const Job& job : jobs) sink.take(*job.sink);
  });
}

}  // namespace skabelon
