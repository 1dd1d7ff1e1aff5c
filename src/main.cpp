// argv -> commands; exit code.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "base/diagnostic.h"
#include "commands.h"

namespace {
namespace fs = std::filesystem;
using namespace skabelon;

constexpr int exit_input = 1;
constexpr int exit_usage = 2;
constexpr int exit_machine = 3;

/// The folder that holds templates/: as asked for, as the environment says, or above the program's own.
std::string find_root(const std::string& asked) {
  if (!asked.empty()) return asked;
  if (const char* variable = std::getenv("SKABELON_ROOT"); variable != nullptr && *variable != '\0') return variable;
  std::error_code failure;
  for (fs::path folder = fs::read_symlink("/proc/self/exe", failure).parent_path(); !folder.empty();
       folder = folder.parent_path()) {
    if (fs::exists(folder / "templates" / "style.xml", failure)) return folder.string();
    if (folder == folder.root_path()) break;
  }
  throw Error(Error::Kind::machine, "no templates beside the program; say where they are with --root");
}

Date today() {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

bool parse_number(std::string_view text, int& number) {
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failure == std::errc() && end == text.data() + text.size();
}

/// YYYY-MM-DD, a day that exists.
Date parse_date(const std::string& text) {
  Date date;
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                      parse_number(text.substr(0, 4), date.year) && parse_number(text.substr(5, 2), date.month) &&
                      parse_number(text.substr(8, 2), date.day);
  const std::chrono::year_month_day day{std::chrono::year(date.year),
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  if (!shaped || !day.ok()) throw CLI::ValidationError("--date", "“" + text + "” is not a day; write it as 2026-03-01");
  return date;
}

std::vector<Format> parse_formats(const std::vector<std::string>& names) {
  std::vector<Format> formats;
  for (const std::string& name : names) formats.push_back(name == "pdf" ? Format::pdf : Format::odt);
  return formats;
}

int run(int argc, char** argv) {
  CLI::App app{"Skabelon makes agreements, letters and forms in five languages, as PDF and ODT."};
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("skabelon ") + program_version);
  std::string root;
  app.add_option("--root", root, "folder that holds templates/, locales/ and fonts/");

  RenderCommand command;
  std::string date;
  std::vector<std::string> formats{"pdf"};
  const auto output_options = [&](CLI::App& sub) {
    sub.add_option("--data", command.data, "the kit file: who the parties are")->required();
    sub.add_option("--lang", command.languages, "languages, as da,en or all")->required()->delimiter(',');
    sub.add_option("--format", formats, "pdf, odt or both")->delimiter(',')->check(CLI::IsMember({"pdf", "odt"}));
    sub.add_option("--out", command.out, "folder for the files")->required();
    sub.add_option("--date", date, "the documents' date, as 2026-03-01; otherwise today");
    sub.add_flag("--large-print", command.large_print, "in large letters, for readers of little sight");
    sub.add_option("--jobs", command.jobs, "documents made at the same time")->check(CLI::Range(1U, 256U));
  };
  const auto* list = app.add_subcommand("list", "names the templates");
  auto* checking = app.add_subcommand("check", "reads everything and says what is wrong");
  std::string data;
  checking->add_option("--data", data, "a kit file to check too");
  checking->add_option("--date", date, "the day to judge law references by; otherwise today");
  auto* translating = app.add_subcommand("i18n", "the translators' files");
  translating->require_subcommand(1);
  const auto* extract = translating->add_subcommand("extract", "brings the XLIFF files in step with the Danish");
  translating->add_subcommand("status", "says how far each translation is");
  I18nCommand translation;
  auto* reviewing = translating->add_subcommand("review", "prints what a reviewer adds to data/reviews.xml");
  reviewing->add_option("template", translation.template_id, "the document that was read")->required();
  reviewing->add_option("--lang", translation.language, "the language it was read in")->required();
  reviewing->add_option("--date", date, "the day, as 2026-03-01; otherwise today");
  auto* rendering = app.add_subcommand("render", "makes one document");
  rendering->add_option("template", command.template_id, "which one; `list` names them")->required();
  rendering->add_option("--record", command.record, "for which party, where the data hold several");
  output_options(*rendering);
  auto* kit = app.add_subcommand("kit", "makes every document");
  output_options(*kit);

  Date day;
  try {
    app.parse(argc, argv);
    day = date.empty() ? today() : parse_date(date);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : exit_usage;
  }
  const std::string folder = find_root(root);
  if (list->parsed()) return list_templates(folder);
  if (checking->parsed()) return check(folder, data, day);
  if (translating->parsed()) {
    using Task = I18nCommand::Task;
    translation.task = extract->parsed() ? Task::extract : reviewing->parsed() ? Task::review : Task::status;
    translation.date = day;
    return i18n(folder, translation);
  }
  command.formats = parse_formats(formats);
  command.date = day;
  return render(folder, command);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const skabelon::Error& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return error.kind() == skabelon::Error::Kind::input ? exit_input : exit_machine;
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: this should not happen: {}\n", error.what());
    return exit_machine;
  }
}
