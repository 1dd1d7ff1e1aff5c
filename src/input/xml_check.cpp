// Bytes -> a verdict: UTF-8, no DOCTYPE, well-formed by XML 1.0 and its namespaces, not too deep, the right root.
// libxml2 judges, because pugixml takes duplicate attributes, unknown entities, two roots and undeclared prefixes.
#include "input/xml_check.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <mutex>
#include <optional>

namespace skabelon {
namespace {

Span span_at(FileId file, std::size_t begin, std::size_t end) {
  return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Length of the UTF-8 sequence at `at`, 0 where there is none (Unicode, table 3-7).
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < least || byte(1) > most) return 0;
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  for (std::size_t i = 2; i < length; ++i)
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  return length;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

/// UTF-8 by its bytes and by its declaration.
bool check_encoding(FileId file, const std::string& bytes, Sink& sink) {
  if (const auto at = first_invalid_utf8(bytes)) {
    sink.error(span_at(file, *at, *at + 1), "the file is not UTF-8");
    return false;
  }
  const std::size_t begin = byte_order_mark(bytes);
  const std::string_view all = bytes;
  if (!all.substr(begin).starts_with("<?xml")) return true;
  const std::string_view declaration = all.substr(0, all.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return true;
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return true;  // libxml2 will say it
  const std::size_t end = std::min(declaration.find(declaration[at], at + 1), declaration.size());
  std::string name(declaration.substr(at + 1, end - at - 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  if (name == "UTF-8") return true;
  sink.error(span_at(file, at + 1, end), "the encoding must be UTF-8");
  return false;
}

/// A document type could name files and addresses and unfold entities without end: libxml2 never sees one.
bool check_no_doctype(FileId file, const std::string& bytes, Sink& sink) {
  const std::string_view all = bytes;
  std::size_t at = byte_order_mark(bytes);
  while (at < all.size()) {
    if (is_xml_space(all[at]))
      ++at;
    else if (all.substr(at).starts_with("<!--"))
      at = std::min(all.find("-->", at + 4), all.size() - 3) + 3;
    else if (all.substr(at).starts_with("<?"))
      at = std::min(all.find("?>", at + 2), all.size() - 2) + 2;
    else
      break;
  }
  if (!all.substr(std::min(at, all.size())).starts_with("<!DOCTYPE")) return true;
  sink.error(span_at(file, at, at + 9), "a document type (DOCTYPE) is not allowed: take it out");
  return false;
}

/// What the callbacks of one run share.
struct Run {
  FileId file = 0;
  std::string_view bytes;
  std::string_view root;
  std::string_view uri;
  ForeignElements foreign = ForeignElements::error;
  Sink* sink = nullptr;
  xmlParserCtxtPtr parser = nullptr;
  int depth = 0;
  bool failed = false;

  std::size_t offset() const {
    const long at = xmlByteConsumed(parser);
    return at < 0 ? 0 : std::min(static_cast<std::size_t>(at), bytes.size());
  }
  void fail(Span span, std::string message) {
    if (failed) return;  // what follows the first fault is mostly its echo
    failed = true;
    sink->error(span, std::move(message));
    xmlStopParser(parser);
  }
};

const char* name_of(const char* text) { return text != nullptr ? text : "?"; }
std::string quoted(const char* text) { return '\'' + std::string(name_of(text)) + '\''; }

/// A plain sentence for the faults people make; libxml2's own for the rest.
std::string message_of(const xmlError& error) {
  switch (error.code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return "<" + std::string(name_of(error.str1)) + "> of line " + std::to_string(error.int1) +
             " is not closed before </" + name_of(error.str2) + ">";
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return "the attribute " + quoted(error.str1) + " stands twice";
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return "unknown entity '&" + std::string(name_of(error.str1)) + ";': write the character itself";
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return "the prefix " + quoted(error.str1) + " is not declared";
    case XML_ERR_DOCUMENT_END:
      return "something follows the end of the root element";
    case XML_ERR_DOCUMENT_EMPTY:
      return "the file holds no element";
    case XML_ERR_LT_IN_ATTRIBUTE:
      return "'<' in an attribute: write &lt;";
    case XML_ERR_NAME_REQUIRED:
      return "a name is missing here; write &lt; for '<' and &amp; for '&'";
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return "';' is missing after the entity; write &amp; for '&'";
    case XML_ERR_TAG_NOT_FINISHED:
      return "the file ends before </" + std::string(name_of(error.str1)) + ">";
    case XML_ERR_INVALID_CHAR:
      return "a character that XML does not allow";
    default:
      break;
  }
  std::string message = error.message != nullptr ? error.message : "not well-formed";
  while (!message.empty() && is_xml_space(message.back())) message.pop_back();
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z' && !(message.size() > 1 && message[1] <= 'Z'))
    message[0] = static_cast<char>(message[0] - 'A' + 'a');
  return "not well-formed XML: " + message;
}

/// libxml2 has read past the fault: goes back to what it is about.
Span fault_span(const Run& run, int code) {
  std::size_t end = run.offset();
  while (end > 0 && is_xml_space(run.bytes[end - 1])) --end;
  std::size_t begin = end > 0 ? end - 1 : 0;
  if (code == XML_ERR_UNDECLARED_ENTITY || code == XML_WAR_UNDECLARED_ENTITY)
    begin = run.bytes.rfind('&', begin);
  else if (code == XML_ERR_TAG_NAME_MISMATCH)
    begin = run.bytes.rfind("</", begin);
  if (begin == std::string_view::npos) begin = 0;
  while (begin > 0 && (static_cast<unsigned char>(run.bytes[begin]) & 0xC0U) == 0x80U) --begin;
  return span_at(run.file, begin, std::max(end, begin));
}

void on_error(void* data, xmlErrorPtr error) {
  auto& run = *static_cast<Run*>(data);
  if (error->level != XML_ERR_WARNING) run.fail(fault_span(run, error->code), message_of(*error));
}

/// The start tag that libxml2 has just read: its name's bytes.
Span tag_name_span(const Run& run, std::string_view local_name) {
  const std::size_t end = run.offset();
  std::size_t begin = run.bytes.rfind('<', end > 0 ? end - 1 : 0);
  if (begin == std::string_view::npos) begin = 0;
  const std::size_t name = run.bytes.find(local_name, begin);
  return span_at(run.file, begin + 1, name + local_name.size());
}

// NOLINTNEXTLINE(readability-function-size): the signature is libxml2's
void on_start(void* data, const xmlChar* local_name, const xmlChar* /*prefix*/, const xmlChar* uri, int,
              const xmlChar**, int attributes, int, const xmlChar** values) {
  auto& run = *static_cast<Run*>(data);
  const std::string name = reinterpret_cast<const char*>(local_name);
  const std::string space = uri != nullptr ? reinterpret_cast<const char*>(uri) : "";
  if (run.depth == 0 && name != run.root) {
    run.fail(tag_name_span(run, name), "the root element must be <" + std::string(run.root) + ">, not <" + name + ">");
  } else if (space != run.uri && (run.depth == 0 || run.foreign == ForeignElements::error)) {
    run.fail(tag_name_span(run, name), "<" + name + "> must be of the namespace xmlns=\"" + std::string(run.uri) +
                                           "\"" + (space.empty() ? "" : ", not \"" + space + "\""));
  } else if (++run.depth > xml_depth_limit) {
    run.fail(tag_name_span(run, name), "more than " + std::to_string(xml_depth_limit) + " elements inside one another");
  }
  // values: five pointers an attribute: local name, prefix, URI, value, end of value.
  for (std::ptrdiff_t i = 0; i < attributes && run.foreign == ForeignElements::error; ++i) {
    const xmlChar* attribute_uri = values[i * 5 + 2];
    if (attribute_uri == nullptr ||
        std::strcmp(reinterpret_cast<const char*>(attribute_uri), "http://www.w3.org/XML/1998/namespace") == 0)
      continue;
    run.fail(tag_name_span(run, name), "the attribute '" + std::string(reinterpret_cast<const char*>(values[i * 5])) +
                                           "' is of another namespace: take it out");
  }
}

void on_end(void* data, const xmlChar*, const xmlChar*, const xmlChar*) { --static_cast<Run*>(data)->depth; }

bool check_well_formed(Run run) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(
      xmlCreateMemoryParserCtxt(run.bytes.data(), static_cast<int>(run.bytes.size())), &xmlFreeParserCtxt);
  if (!parser) {
    run.sink->error(span_at(run.file, 0, 0), "the file is empty");
    return false;
  }
  // No handler builds a tree, none fetches anything.
  xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.serror = on_error;
  xmlSAXHandler* const own = parser->sax;
  parser->sax = &handler;
  parser->sax2 = 1;
  parser->userData = &run;
  run.parser = parser.get();
  const int failed = xmlParseDocument(parser.get());
  parser->sax = own;
  if ((failed != 0 || parser->wellFormed == 0) && !run.failed) run.fail(span_at(run.file, 0, 1), "not well-formed XML");
  return !run.failed;
}

}  // namespace

bool check_xml(FileId file, const std::string& bytes, std::string_view root, std::string_view uri,
               ForeignElements foreign, Sink& sink) {
  if (bytes.size() > xml_size_limit) {
    sink.error(span_at(file, 0, 0), "the file is larger than 16 MB");
    return false;
  }
  if (!check_encoding(file, bytes, sink) || !check_no_doctype(file, bytes, sink)) return false;
  Run run;
  run.file = file;
  run.bytes = bytes;
  run.root = root;
  run.uri = uri;
  run.foreign = foreign;
  run.sink = &sink;
  return check_well_formed(run);
}

}  // namespace skabelon
