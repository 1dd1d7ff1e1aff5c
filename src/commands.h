// What the program can be asked to do; main.cpp fills these in from the command line.
#pragma once

#include <string>
#include <vector>

#include "model/request.h"

namespace skabelon {

struct RenderCommand {
  std::string template_id;             ///< empty: every template (the whole kit)
  std::string data;                    ///< path of the kit file
  std::vector<std::string> languages;  ///< tags, or "all"
  std::vector<Format> formats;
  std::string out;  ///< folder, made when missing
  std::string record;
  Date date;
  unsigned jobs = 1;
  bool large_print = false;
};

struct I18nCommand {
  enum class Task { extract, status, review };
  Task task = Task::status;
  std::string template_id;  ///< review: the document that is signed off
  std::string language;     ///< review: in which language
  Date date;                ///< review: the day
};

/// Each gives the exit code: 0 done, 1 the input is wrong. Diagnostics go to standard error, results to
/// standard output. Throws Error (machine) where this computer is at fault.
int list_templates(const std::string& root);
int check(const std::string& root, const std::string& data, Date today);
int i18n(const std::string& root, const I18nCommand& command);
int render(const std::string& root, const RenderCommand& command);

}  // namespace skabelon
