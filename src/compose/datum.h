// A <let> with what the data say for it, and the scopes in which lets are found.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "compose/facts.h"
#include "model/catalog.h"

namespace skabelon {

/// The value of a let, of its type, not yet in the words of a language.
struct Datum {
  struct Item {
    std::string text;      ///< dates and times as they are shown, all else as in the data; a text may hold line ends
    std::string language;  ///< xml:lang of the datum, or empty
    Span span;
  };
  std::string name;
  ValueType type = ValueType::text;
  std::vector<Item> items;  ///< empty: absent; several only for a list
  double number = 0;        ///< ValueType::number
  bool bad = false;         ///< an error was reported: what needs it stays silent
  Span span;                ///< of the let

  bool absent() const { return items.empty(); }
};

/// Lets by name: those of the template, and inside a for-each its own before them.
class LetScope {
 public:
  explicit LetScope(const LetScope* outer = nullptr) : outer_(outer) {}
  void add(Datum datum) { data_.push_back(std::move(datum)); }
  const Datum* find(std::string_view name) const;
  std::vector<std::string> names() const;

 private:
  const LetScope* outer_;
  std::vector<Datum> data_;
};

/// Evaluates lets and says what is wrong with the data behind them.
class LetReader {
 public:
  LetReader(const Facts& facts, const std::string& data_path, Sink& sink)
      : facts_(&facts), data_path_(data_path), sink_(&sink) {}
  Datum read(const Let& let, pugi::xml_node context) const;
  static Datum of_number(std::string name, int number, Span span);

 private:
  bool shape(const Let& let, Datum& datum, Datum::Item& item) const;

  const Facts* facts_;
  std::string data_path_;
  Sink* sink_;
};

/// The let that a for-each holds as a child element.
Let let_of(const TemplateNode& node);

/// Reports unless the same was reported for the other language of the job already.
void report_once(Sink& sink, Span span, std::string message, std::vector<Note> notes = {});

}  // namespace skabelon
