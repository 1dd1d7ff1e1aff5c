// What the program has to say about its input, and the place that collects it.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/span.h"

namespace skabelon {

enum class Severity : std::uint8_t { warning, error };

struct Note {
  Span span;  ///< may be empty
  std::string message;
};

struct Diagnostic {
  Severity severity = Severity::error;
  Span span;            ///< may be empty: about the whole input
  std::string message;  ///< one sentence, lower case first, no full stop
  std::vector<Note> notes;
  std::string common{};  ///< what many of a kind are together, after their number; empty: each is said by itself
};

/// Thrown where a stage cannot go on. `input`: what was given is wrong (exit code 1);
/// `machine`: this computer, an installed library or the program itself is at fault (exit code 3).
class Error : public std::runtime_error {
 public:
  enum class Kind : std::uint8_t { input, machine };
  Error(Kind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// Thrown by Sink::throw_if_errors: everything there is to say is in the sink already.
class InputRejected : public Error {
 public:
  InputRejected() : Error(Kind::input, "the input has errors") {}
};

/// Collects all diagnostics of a job. Not thread-safe: one a job.
class Sink {
 public:
  explicit Sink(const Sources& sources) : sources_(&sources) {}

  void error(Span span, std::string message, std::vector<Note> notes = {});
  void warning(Span span, std::string message, std::vector<Note> notes = {});
  /// One of many that are alike: the first is shown, the others are counted, in the words of `common`.
  void warning_of_many(Span span, std::string message, std::string common);

  bool has_errors() const { return errors_ > 0; }
  void throw_if_errors() const;
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  const Sources& sources() const { return *sources_; }
  /// Moves all diagnostics of `other` to the end of this one's.
  void take(Sink& other);

 private:
  void add(Diagnostic diagnostic);
  const Sources* sources_;
  std::vector<Diagnostic> diagnostics_;
  std::size_t errors_ = 0;
};

/// "path:line:column: error: message", the source line, a caret line, then the notes; ends with '\n'.
std::string to_text(const Diagnostic& diagnostic, const Sources& sources);
/// All of them, each as above, in the order they were reported; of those with the same `common` the first, and a line
/// "warning: 87 more …" at the end.
std::string to_text(const std::vector<Diagnostic>& diagnostics, const Sources& sources);

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to suggest.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace skabelon
