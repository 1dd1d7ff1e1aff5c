// Bytes -> whether they are XML that we read; libxml2 says so.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "input/xml.h"

namespace skabelon {

/// False when anything is wrong; it has been reported then. `file` is where `bytes` are registered.
bool check_xml(FileId file, const std::string& bytes, std::string_view root, std::string_view uri,
               ForeignElements foreign, Sink& sink);

/// Length of the UTF-8 byte order mark at the start: 3 or 0.
constexpr std::size_t byte_order_mark(std::string_view bytes) { return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

}  // namespace skabelon
