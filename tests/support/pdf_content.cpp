// The content stream of a PDF page -> the marked-content sequences with their text, and a readable listing.
#include "support/pdf_content.h"

#include <fmt/format.h>

#include "text/unicode.h"

namespace skabelon::test {
namespace {

/// The hexadecimal digits of "<00e5>" as big-endian UTF-16, in UTF-8.
std::string utf8_of_hex(std::string_view hex) {
  std::u16string text;
  for (std::size_t i = 0; i + 4 <= hex.size(); i += 4)
    text += static_cast<char16_t>(std::stoul(std::string(hex.substr(i, 4)), nullptr, 16));
  return to_utf8(text);
}

/// All pairs <code> <text> of the bfchar blocks.
std::map<unsigned, std::string> bfchars(const std::string& cmap) {
  std::map<unsigned, std::string> result;
  for (std::size_t at = cmap.find("beginbfchar"); at != std::string::npos; at = cmap.find("beginbfchar", at + 1)) {
    const std::size_t end = cmap.find("endbfchar", at);
    std::size_t open = cmap.find('<', at);
    while (open < end) {
      const std::size_t close = cmap.find('>', open);
      const std::size_t text = cmap.find('<', close);
      const std::size_t text_end = cmap.find('>', text);
      const auto code = static_cast<unsigned>(std::stoul(cmap.substr(open + 1, close - open - 1), nullptr, 16));
      result[code] = utf8_of_hex(std::string_view(cmap).substr(text + 1, text_end - text - 1));
      open = cmap.find('<', text_end);
    }
  }
  return result;
}

std::string stream_text(QPDFObjectHandle stream) {
  const auto data = stream.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

/// "/ABCDEF+NotoSans-Regular" -> "NotoSans-Regular".
std::string font_name(QPDFObjectHandle font) {
  const std::string name = font.getKey("/BaseFont").getName();
  const std::size_t plus = name.find('+');
  return name.substr(plus == std::string::npos ? 1 : plus + 1);
}

class Reader : public QPDFObjectHandle::ParserCallbacks {
 public:
  Reader(QPDFObjectHandle page, ToUnicode& to_unicode)
      : resources_(page.getKey("/Resources")), to_unicode_(&to_unicode) {}

  void handleObject(QPDFObjectHandle object, size_t, size_t) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    operate(object.getOperatorValue());
    operands_.clear();
  }
  void handleEOF() override {
    if (!open_.empty()) fault("marked content is not closed");
    if (in_text_) fault("a text object is not closed");
  }

  PageContent take() { return std::move(result_); }

 private:
  struct Sequence {
    int mcid = -1;
    bool artifact = false;
    std::string text;
  };

  void fault(const std::string& what) { result_.faults.push_back(what); }
  void list(const std::string& line) { result_.listing += std::string(2 * (open_.size() + 1), ' ') + line + '\n'; }
  std::string operands() const {
    std::string out;
    for (const QPDFObjectHandle& operand : operands_) {
      QPDFObjectHandle value = operand;
      out += value.isReal() || value.isInteger() ? number_text(value) : value.unparse();
      out += ' ';
    }
    return out;
  }

  void operate(const std::string& name) {
    if (name == "BDC" || name == "BMC")
      open_sequence(name == "BDC");
    else if (name == "EMC")
      close_sequence();
    else if (name == "BT" || name == "ET")
      text_object(name == "BT");
    else if (name == "Tf")
      set_font();
    else if (name == "Tm")
      place_ = number_text(operands_.at(4)) + ' ' + number_text(operands_.at(5));
    else if (name == "rg")
      color_ = operands();
    else if (name == "Ts")
      rise_ = number_text(operands_.at(0));
    else if (name == "TJ" || name == "Tj")
      show();
    else
      other(name);
  }

  void open_sequence(bool with_properties) {
    const std::string tag = operands_.at(0).getName().substr(1);
    Sequence sequence;
    sequence.artifact = tag == "Artifact";
    std::string properties;
    if (with_properties && operands_.at(1).isDictionary()) {
      QPDFObjectHandle dictionary = operands_.at(1);
      if (dictionary.hasKey("/MCID")) sequence.mcid = dictionary.getKey("/MCID").getIntValueAsInt();
      properties = ' ' + dictionary.unparse();
    }
    if (sequence.mcid < 0 && !sequence.artifact) fault("a sequence is neither content nor artifact");
    if (!open_.empty()) fault("marked content inside marked content");
    if (in_text_) fault("marked content opens inside a text object");
    list(tag + properties);
    if (sequence.mcid >= 0) {
      if (!result_.text.try_emplace(sequence.mcid).second) fault(fmt::format("MCID {} twice", sequence.mcid));
      result_.tags[sequence.mcid] = tag;
    }
    open_.push_back(sequence);
  }
  void close_sequence() {
    if (open_.empty()) return fault("EMC without BDC");
    if (in_text_) fault("marked content closes inside a text object");
    if (open_.back().artifact && !open_.back().text.empty()) result_.artifacts.push_back(open_.back().text);
    open_.pop_back();
  }
  void text_object(bool begins) {
    if (in_text_ == begins) fault("text objects do not alternate");
    in_text_ = begins;
  }
  void set_font() {
    QPDFObjectHandle font = resources_.getKey("/Font").getKey(operands_.at(0).getName());
    to_unicode_now_ = &to_unicode_->of(font);
    font_ = font_name(font) + ' ' + number_text(operands_.at(1));
  }

  void show() {
    if (!in_text_) fault("text outside a text object");
    if (open_.empty()) return fault("text outside marked content");
    std::string text;
    std::string adjustments;
    QPDFObjectHandle array = operands_.at(0);
    const auto items = array.isArray() ? array.getArrayAsVector() : std::vector<QPDFObjectHandle>{array};
    for (QPDFObjectHandle item : items) {
      if (item.isString())
        text += decoded(item.getStringValue());
      else
        adjustments += ' ' + number_text(item);
    }
    const std::string rise = rise_ == "0" ? "" : " rise " + rise_;
    list(fmt::format("text {} {} {}{} |{}|{}", place_, font_, color_, rise, text, adjustments));
    Sequence& sequence = open_.back();
    sequence.text += text;
    if (sequence.mcid >= 0) result_.text[sequence.mcid] += text;
  }
  std::string decoded(const std::string& codes) {
    std::string text;
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
      const unsigned code = static_cast<unsigned char>(codes[i]) * 256U + static_cast<unsigned char>(codes[i + 1]);
      if (to_unicode_now_ == nullptr || !to_unicode_now_->contains(code)) {
        fault(fmt::format("character {} has no ToUnicode", code));
        continue;
      }
      text += to_unicode_now_->at(code);
    }
    return text;
  }

  void other(const std::string& name) {
    const bool paints = name == "f" || name == "S" || name == "B" || name == "Do";
    if (paints && open_.empty()) fault("painting outside marked content: " + name);
    if (paints && in_text_) fault("painting inside a text object: " + name);
    list(operands() + name + (name == "f" ? " " + color_ : ""));
  }

  QPDFObjectHandle resources_;
  ToUnicode* to_unicode_;
  const std::map<unsigned, std::string>* to_unicode_now_ = nullptr;
  std::vector<QPDFObjectHandle> operands_;
  std::vector<Sequence> open_;
  bool in_text_ = false;
  std::string place_, font_, color_, rise_ = "0";
  PageContent result_;
};

}  // namespace

std::string number_text(QPDFObjectHandle number) { return fmt::format("{:.10g}", number.getNumericValue()); }

const std::map<unsigned, std::string>& ToUnicode::of(QPDFObjectHandle font) {
  const auto [entry, fresh] = fonts_.try_emplace(font.getObjectID());
  if (fresh && font.hasKey("/ToUnicode")) entry->second = bfchars(stream_text(font.getKey("/ToUnicode")));
  return entry->second;
}

PageContent read_content(QPDFObjectHandle page, ToUnicode& to_unicode) {
  Reader reader(page, to_unicode);
  page.parsePageContents(&reader);
  return reader.take();
}

}  // namespace skabelon::test
