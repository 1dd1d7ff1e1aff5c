// XPath 1.0 -> tokens (XPath 1.0, 3.7).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace skabelon {

enum class XPathKind : std::uint8_t {
  name,       ///< a name test, "*" too
  function,   ///< a name before "("
  type,       ///< node, text, comment, processing-instruction before "("
  axis,       ///< a name before "::"
  operation,  ///< and or mod div * + - = != < <= > >= |
  literal,
  number,
  variable,
  symbol,
  end
};

struct XPathToken {
  XPathKind kind = XPathKind::end;
  std::string_view text;  ///< a literal's without its quotes
  std::size_t begin = 0, end = 0;
};

/// The tokens, the last of kind `end`; none: at `fault` stands what is no token.
std::optional<std::vector<XPathToken>> xpath_tokens(std::string_view expression, std::size_t& fault);

}  // namespace skabelon
