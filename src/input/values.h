// The text of a datum -> is it what its type says?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "input/vocabulary.h"
#include "input/xml.h"
#include "model/request.h"

namespace skabelon {

inline constexpr std::size_t longest_line = 2'000;   ///< bytes
inline constexpr std::size_t longest_text = 20'000;  ///< bytes

/// The code point at byte `next` of valid UTF-8, and `next` moved past it.
char32_t next_code_point(std::string_view utf8, std::size_t& next);
/// C0 and C1 controls but tab and line end, bidi embeddings, overrides and isolates (UAX #9, 2.1 to 2.5),
/// noncharacters: nothing that a text may hold.
bool is_forbidden(char32_t code_point);
/// "the control character U+0007", "the direction control U+202E".
std::string character_name(char32_t code_point);

/// Checks one value against its type and reports what is wrong with it at its character.
/// `what` names it in messages: "<phone>", "@date". Returns the value as stored: collapsed for all types but text,
/// where line ends stay.
std::string check_value(const XmlText& value, DataType type, std::string_view keywords, const std::string& what,
                        Sink& sink);

/// [a-z][a-z0-9-]*
bool is_id(std::string_view text);
/// [a-z][a-z0-9_]*
bool is_let_name(std::string_view text);
/// A calendar day written YYYY-MM-DD.
std::optional<Date> parse_date(std::string_view text);
/// "all none" -> {"all", "none"}
std::vector<std::string> split_words(std::string_view text);

}  // namespace skabelon
